import { expect, test } from 'vitest';
import { placeThreads } from '../../../shared/comments/places.ts';
import type { Thread } from '../../../shared/comments/thread.ts';
import { plainBlock, section } from '../../../shared/document/build.ts';
import type { DespatchDocument, Inline } from '../../../shared/document/schema.ts';
import { instantiate } from '../../../shared/templates/instantiate.ts';
import { counter, shipped } from '../templates/shipped.ts';

const mint = counter('b');
const run = (text: string, ...comments: string[]): Inline =>
  comments.length === 0 ? { type: 'text', text } : { type: 'text', text, comments };
const blocks = [
  plainBlock(mint, 'point', [
    run('Lamps are '),
    run('kept bright', 'bright'),
    run(' at night', 'bright', 'night'),
  ]),
  plainBlock(mint, 'point', [run('Oil is dear.')]),
];
const [lamps, oil] = blocks as [(typeof blocks)[number], (typeof blocks)[number]];
const [template] = shipped;
if (!template) throw new Error('there are no templates');
const document: DespatchDocument = {
  ...instantiate(template, counter()),
  kind: 'briefing',
  sections: [section(mint, 'topic', blocks)],
};
const said = (id: string, blockId: string, quote: string | null, minute = 0): Thread => ({
  id,
  anchor: { blockId, quote },
  author: 'Ada',
  createdAt: `2026-03-01T10:0${minute}:00.000Z`,
  text: 'Says who?',
  replies: [],
  resolved: null,
});

test('threads stand in the order of the document, on words or on blocks', () => {
  const threads = [
    said('dear', oil.id, null),
    said('night', lamps.id, 'at night', 2),
    said('bright', lamps.id, 'kept bright at night', 1),
  ];
  expect(
    placeThreads(document, threads).map(({ thread, on, blockId, words }) => [thread.id, on, blockId, words]),
  ).toEqual([
    ['bright', 'words', lamps.id, 'kept bright at night'],
    ['night', 'words', lamps.id, ' at night'],
    ['dear', 'block', oil.id, 'Oil is dear.'],
  ]);
});

test('a thread whose words or block were deleted is kept, last, with the words as they were', () => {
  const threads = [
    said('words', oil.id, 'very dear'),
    said('block', 'gone', null),
    said('both', 'gone', 'wicks'),
  ];
  expect(
    placeThreads(document, threads).map(({ thread, on, blockId, words }) => [thread.id, on, blockId, words]),
  ).toEqual([
    ['words', 'gone', oil.id, 'very dear'],
    ['block', 'gone', null, ''],
    ['both', 'gone', null, 'wicks'],
  ]);
});

test('words that were moved take their thread along, and back again when that is undone', () => {
  const threads = [said('bright', lamps.id, 'kept bright at night')];
  const moved = {
    ...document,
    sections: [
      section(mint, 'topic', [
        { ...lamps, content: [] },
        { ...oil, content: lamps.content },
      ]),
    ],
  };
  expect(placeThreads(moved, threads)).toMatchObject([{ on: 'words', blockId: oil.id }]);
  const emptied = { ...document, sections: [section(mint, 'topic', [{ ...lamps, content: [] }, oil])] };
  expect(placeThreads(emptied, threads)).toMatchObject([{ on: 'gone', words: 'kept bright at night' }]);
  expect(placeThreads(document, threads)).toMatchObject([{ on: 'words', blockId: lamps.id }]);
});

test('words in the cells of a table are found', () => {
  const table = {
    id: 'table',
    kind: 'table' as const,
    level: 0,
    content: [],
    citations: [],
    headerRow: false,
    headerColumn: false,
    rows: [[{ content: [run('Cost')] }, { content: [run('£3', 'cost')] }]],
  };
  const withTable = { ...document, sections: [section(mint, 'topic', [table])] };
  expect(placeThreads(withTable, [said('cost', 'table', '£3')])).toMatchObject([
    { on: 'words', blockId: 'table', words: '£3' },
  ]);
});

test('a comment on a cross-reference quotes the words that the reference says', () => {
  const heading = plainBlock(mint, 'heading', [run('Lamps')]);
  const cited: Inline = { type: 'reference', target: heading.id, show: 'label', comments: ['where'] };
  const citing = plainBlock(mint, 'point', [run('See '), cited, run(' first', 'where')]);
  const referring = { ...document, sections: [section(mint, 'topic', [heading, citing])] };
  expect(placeThreads(referring, [said('where', citing.id, '…')])).toMatchObject([
    { on: 'words', words: 'section 1 first' },
  ]);
});
