import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applied, type Operation, type Thread, threadSchema } from '../../../shared/comments/thread.ts';
import { author, operations, replies, thread } from './arbitrary.ts';

const run = (started: Thread | null, ...said: readonly Operation[]): Thread | null =>
  said.reduce<Thread | null>(applied, started);
const reply = (one: Thread['replies'][number]): Operation => ({ type: 'reply', threadId: 't', reply: one });

test('whatever is said, a thread keeps its shape, each reply once and in the order of time', () => {
  fc.assert(
    fc.property(operations, ({ started, operations: said }) => {
      const after = run(null, { type: 'add', thread: started }, ...said);
      expect(threadSchema.safeParse(after).success).toBe(true);
      const ids = after?.replies.map(({ id }) => id) ?? [];
      expect(new Set(ids).size).toBe(ids.length);
      const times = after?.replies.map(({ createdAt }) => createdAt) ?? [];
      expect(times).toEqual(times.toSorted());
    }),
  );
});

test('replies said in two windows at once are all kept, in whichever order they arrive', () => {
  fc.assert(
    fc.property(thread, replies, (started, said) => {
      const forwards = run(started, ...said.map(reply));
      expect(run(started, ...said.toReversed().map(reply))).toEqual(forwards);
      expect(forwards?.replies).toHaveLength(said.length);
    }),
  );
});

test('an operation that arrives twice changes nothing the second time', () => {
  fc.assert(
    fc.property(operations, ({ started, operations: said }) => {
      for (const operation of said) {
        const once = run(started, operation);
        expect(run(once, operation)).toEqual(once);
      }
    }),
  );
});

test('a deleted reply, and a deleted thread, come back just as they were', () => {
  fc.assert(
    fc.property(thread, replies, (started, said) => {
      const full = run(started, ...said.map(reply));
      for (const one of said) {
        expect(run(full, { type: 'removeReply', threadId: 't', entryId: one.id }, reply(one))).toEqual(full);
      }
      if (full)
        expect(run(full, { type: 'remove', threadId: 't' }, { type: 'add', thread: full })).toEqual(full);
    }),
  );
});

test('nobody edits what somebody else said', () => {
  fc.assert(
    fc.property(thread, replies, author, (started, said, by) => {
      const full = run(started, ...said.map(reply));
      for (const entryId of ['t', ...said.map(({ id }) => id)]) {
        const after = run(full, { type: 'edit', threadId: 't', entryId, author: by, text: 'other words' });
        const whose = entryId === 't' ? started.author : said.find(({ id }) => id === entryId)?.author;
        if (whose === by) expect(JSON.stringify(after)).toContain('other words');
        else expect(after).toEqual(full);
      }
    }),
  );
});

test('of two who resolve a thread the first is named; reopened, it can be resolved again', () => {
  const [started] = fc.sample(thread, 1);
  const resolve = (by: string): Operation => ({
    type: 'resolve',
    threadId: 't',
    by,
    at: '2026-03-01T11:00:00.000Z',
  });
  expect(run(started ?? null, resolve('Ada'), resolve('Joan'))?.resolved?.by).toBe('Ada');
  expect(
    run(started ?? null, resolve('Ada'), { type: 'reopen', threadId: 't' }, resolve('Joan'))?.resolved?.by,
  ).toBe('Joan');
});

test('what is said to a deleted thread does not bring half of it back', () => {
  expect(run(null, { type: 'reopen', threadId: 't' })).toBeNull();
});
