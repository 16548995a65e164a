/** Comments in Word files: on their words or blocks, with replies, and only when asked for. */
import { expect, test } from 'vitest';
import { renderDocx } from '../../../../electron/library/export/docx/index.ts';
import type { Thread } from '../../../../shared/comments/thread.ts';
import { section } from '../../../../shared/document/build.ts';
import type { DespatchDocument, Inline } from '../../../../shared/document/schema.ts';
import { printDocument } from '../../../../shared/print/model.ts';
import { builder } from './builder.ts';
import { documentOf } from './sample-documents.ts';
import { canValidateDocx, validate } from './tools.ts';
import { parts } from './word-file.ts';

const noted = (text: string, ...comments: string[]): Inline => ({ type: 'text', text, comments });
const thread = (id: string, blockId: string, more: Partial<Thread> = {}): Thread => ({
  id,
  anchor: { blockId, quote: null },
  author: 'Ann Mori',
  createdAt: '2031-05-06T10:15:00Z',
  text: `About ${id}`,
  replies: [],
  resolved: null,
  ...more,
});

function commented(): DespatchDocument {
  const { mint, plain, attendee, table, detail } = builder();
  return documentOf('briefing', [
    section(mint, 'front', [plain('title', 'Harbours', { id: 'title' })]),
    section(mint, 'topic', [
      plain('point', [{ type: 'text', text: 'Before ' }, noted('two', 'w', 'x'), noted(' words', 'w')], {
        id: 'p',
      }),
      plain('point', [noted('and a third', 'w'), { type: 'text', text: ' after' }]),
      table('', [['Cell']], { id: 't' }),
      plain('lineToTake', 'Nobody must join.'),
      detail('ifPressed', 'And then?', 'f'),
    ]),
    section(mint, 'attendees', attendee('ours', 'Jo', 'Secretary', 'Us')),
  ]);
}
const reply = {
  id: 'r',
  author: 'Dev Patel',
  createdAt: '2031-05-06T11:00:00Z',
  text: 'Done.\nBoth of them.',
};
const threads: Thread[] = [
  thread('w', 'p', { anchor: { blockId: 'p', quote: 'two words' }, replies: [reply] }),
  thread('x', 'p', {
    anchor: { blockId: 'p', quote: 'two' },
    resolved: { by: 'Jo', at: '2031-05-07T10:00:00Z' },
  }),
  thread('t1', 't'),
  thread('f1', 'f'),
  thread('gone', 'deleted', { anchor: { blockId: 'deleted', quote: 'old words' } }),
];

async function filesOf(given: readonly Thread[]) {
  const bytes = await renderDocx(printDocument(commented(), { threads: given }));
  const files = parts(bytes);
  return {
    bytes,
    files,
    body: files.get('word/document.xml') ?? '',
    said: files.get('word/comments.xml') ?? '',
  };
}
/** The words between the marks of a comment. */
function wordsOf(body: string, id: number): string {
  const range = body
    .split(`<w:commentRangeStart w:id="${id}"/>`)[1]
    ?.split(`<w:commentRangeEnd w:id="${id}"/>`)[0];
  return (range ?? 'no range').replace(/<\/w:p>/g, '|').replace(/<[^>]*>/g, '');
}

test('unless they are asked for, no comment and no sign of one is in the file', async () => {
  const { files, body } = await filesOf([]);
  expect(files.has('word/comments.xml')).toBe(false);
  expect(body).not.toContain('comment');
  for (const part of files.values()) expect(part).not.toMatch(/Ann Mori|Dev Patel/);
});

test('each stands on its words, across blocks too, or on its block; replies stand with it', async () => {
  const { body, said } = await filesOf(threads);
  const texts = [...said.matchAll(/<w:comment .*?w:id="(\d+)".*?<\/w:comment>/g)].map(([xml, id]) => [
    wordsOf(body, Number(id)),
    xml.replace(/<\/w:p>/g, '|').replace(/<[^>]*>/g, ''),
  ]);
  expect(texts).toEqual([
    ['two words|and a third', 'About w|'],
    ['two words|and a third', 'Done.|Both of them.|'],
    ['two', 'About x|'],
    ['Cell', 'About t1|'],
    ['And then?', 'About f1|'],
    ['Harbours', 'On “old words”: About gone|'],
  ]);
  for (let id = 0; id < 6; id += 1) expect(body.split(`<w:commentReference w:id="${id}"/>`)).toHaveLength(2);
});

test('author, time, thread and what is settled are Word’s own', async () => {
  const { files, said } = await filesOf(threads);
  expect(said).toMatch(/w:author="Ann Mori"/);
  expect(said).toMatch(/w:initials="DP"/);
  expect(said).toContain('w:date="2031-05-06T10:15:00.000Z"');
  const extended = files.get('word/commentsExtended.xml') ?? '';
  const rows = [...extended.matchAll(/<w15:commentEx .*?\/>/g)].map(([xml]) => xml);
  expect(rows).toHaveLength(6);
  expect(rows[1]).toContain('w15:paraIdParent="00000001"');
  expect(rows.map((row) => row.includes('w15:done="1"'))).toEqual([false, false, true, false, false, false]);
});

test('the same comments give the same bytes', async () => {
  expect(Buffer.compare((await filesOf(threads)).bytes, (await filesOf(threads)).bytes)).toBe(0);
});

test.skipIf(!canValidateDocx)(
  'validate-docx finds nothing (skipped without ../shared/tools and xmllint)',
  async () => {
    expect(validate((await filesOf(threads)).bytes).output).toMatch(/0 error\(s\).*, 0 warning\(s\)/);
  },
);
