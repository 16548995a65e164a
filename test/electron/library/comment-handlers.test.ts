import { expect, test } from 'vitest';
import { commentHandlers } from '../../../electron/library/comment-handlers.ts';
import { documentHandlers } from '../../../electron/library/document-handlers.ts';
import { templateHandlers } from '../../../electron/library/template-handlers.ts';
import type { Operation, Thread } from '../../../shared/comments/thread.ts';
import { scratchFolder } from '../../scratch-folder.ts';
import { context, services } from './scratch.ts';

const thread: Thread = {
  id: 't',
  anchor: { blockId: 'b', quote: 'the lamps' },
  author: 'Ada',
  createdAt: '2026-03-01T10:00:00.000Z',
  text: 'Which lamps?',
  replies: [],
  resolved: null,
};
const replyBy = (author: string): Operation => ({
  type: 'reply',
  threadId: 't',
  reply: { id: `by-${author}`, author, createdAt: '2026-03-01T10:05:00.000Z', text: 'All of them.' },
});

async function library() {
  const given = services(scratchFolder());
  const handlers = { ...documentHandlers(given), ...commentHandlers(given), ...templateHandlers(given) };
  const { documentId } = await handlers['documents.create']({ kind: 'briefing' }, context);
  return {
    handlers,
    documentId,
    say: (operation: Operation) => handlers['comments.change']({ documentId, operation }, context),
    list: async (id = documentId) => (await handlers['comments.list']({ documentId: id }, context)).threads,
  };
}

test('two windows that reply to the same thread at once lose nothing, and the document is as it was', async () => {
  const { handlers, documentId, say, list } = await library();
  await say({ type: 'add', thread });
  await Promise.all([say(replyBy('Grace')), say(replyBy('Joan'))]);
  expect((await list()).map(({ replies }) => replies.map(({ author }) => author))).toEqual([
    ['Grace', 'Joan'],
  ]);
  expect((await handlers['documents.open']({ documentId }, context)).revision).toBe(1);
});

test('a deleted thread is gone, and comes back whole', async () => {
  const { say, list } = await library();
  await say({ type: 'add', thread });
  const { thread: full } = await say(replyBy('Grace'));
  expect(await say({ type: 'remove', threadId: 't' })).toEqual({ thread: null });
  expect(await list()).toEqual([]);
  if (full) await say({ type: 'add', thread: full });
  expect(await list()).toEqual([full]);
});

test('who replies to a thread that was deleted meanwhile is told so', async () => {
  const { say, list } = await library();
  expect(await say(replyBy('Grace'))).toEqual({ thread: null });
  expect(await list()).toEqual([]);
});

test('comments belong to one document, and a copy of it has none', async () => {
  const { handlers, documentId, say, list } = await library();
  await say({ type: 'add', thread });
  const copy = await handlers['documents.createFrom']({ documentId, content: 'kept' }, context);
  expect(await list(copy.documentId)).toEqual([]);
  await expect(list('nowhere')).rejects.toMatchObject({ code: 'document.notFound' });
  await expect(
    handlers['comments.change']({ documentId: 'nowhere', operation: { type: 'add', thread } }, context),
  ).rejects.toMatchObject({ code: 'document.notFound' });
});
