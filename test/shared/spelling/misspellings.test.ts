import { expect, test } from 'vitest';
import { fieldBlock, plainBlock, section } from '../../../shared/document/build.ts';
import type { DespatchDocument, Inline } from '../../../shared/document/schema.ts';
import { misspellings, misspellingsIn } from '../../../shared/spelling/misspellings.ts';
import { newDocument } from '../document/blank.ts';

let minted = 0;
const mint = () => `id-${++minted}`;
const words = (text: string): Inline[] => [{ type: 'text', text }];

const point = plainBlock(mint, 'point', words('The harbuor is open'));
const document: DespatchDocument = {
  ...newDocument('briefing', mint),
  sections: [
    section(mint, 'front', [
      plainBlock(mint, 'title', words('Meeting')),
      fieldBlock(mint, 'official', words('Prya Ramann')),
    ]),
    section(mint, 'topic', [
      point,
      {
        id: 'table',
        kind: 'table',
        level: 0,
        content: words('Quays'),
        citations: [],
        headerRow: true,
        headerColumn: false,
        rows: [[{ content: words('Lenght') }, { content: words('Metres') }]],
      },
    ]),
  ],
};

test('every distinct word is asked about, except names of people', () => {
  const unseen = new Set<string>();
  for (const each of document.sections) misspellingsIn(each, new Map([['open', true]]), unseen);
  expect([...unseen]).toEqual(['Meeting', 'The', 'harbuor', 'is', 'Quays', 'Lenght', 'Metres']);
});

test('what the dictionary calls wrong is found in its place, in cells of tables too', () => {
  const verdicts = new Map([
    ['harbuor', false],
    ['Lenght', false],
    ['open', true],
  ]);
  expect(misspellings(document, verdicts)).toEqual([
    { blockId: point.id, cell: null, word: 'harbuor', start: 4, end: 11 },
    { blockId: 'table', cell: { row: 0, column: 0 }, word: 'Lenght', start: 0, end: 6 },
  ]);
});
