import { expect, test } from 'vitest';
import { countDocument, countParts, speakingTime } from '../../../shared/counts/count.ts';
import { plainBlock, section } from '../../../shared/document/build.ts';
import type { DespatchDocument, Inline, TableBlock } from '../../../shared/document/schema.ts';
import { newDocument } from '../document/blank.ts';

let minted = 0;
const mint = () => `id-${++minted}`;
const words = (text: string): Inline[] => [{ type: 'text', text }];
const cell = (text: string) => ({ content: words(text) });

const table: TableBlock = {
  id: 'table',
  kind: 'table',
  level: 0,
  content: words('Quays by length'),
  citations: [],
  headerRow: true,
  headerColumn: false,
  rows: [
    [cell('Quay'), cell('Metres')],
    [cell('North quay'), cell('40')],
  ],
};
const heading = plainBlock(mint, 'heading', words('Harbours'));
const document: DespatchDocument = {
  ...newDocument('briefing', mint),
  sections: [
    section(mint, 'front', [plainBlock(mint, 'title', words('Two words'))]),
    section(mint, 'topic', [
      heading,
      plainBlock(mint, 'guidance', words('Say what you want from the meeting')),
      plainBlock(mint, 'point', words('We pay half – no more')),
      plainBlock(mint, 'text', words('Read, not said')),
    ]),
    section(mint, 'topic', [plainBlock(mint, 'lineToTake', words('Both sides gain')), table]),
  ],
};

test('every word that reaches a reader counts, those of tables too and guidance not', () => {
  expect(countDocument(document)).toEqual({ words: 2 + 1 + 5 + 3 + 3 + 3 + 5, spoken: 8 });
});

test('a section without a heading of its own belongs to the part before', () => {
  expect(
    countParts(document).map(({ blockId, words, spoken }) => [blockId === heading.id, words, spoken]),
  ).toEqual([
    [false, 2, 0],
    [true, 20, 8],
  ]);
});

test('speaking time is never falsely precise', () => {
  expect([0, 20, 130, 845].map(speakingTime)).toEqual(['', 'under 1 min', 'about 1 min', 'about 7 min']);
});
