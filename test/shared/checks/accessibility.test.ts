import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accessibilityRules } from '../../../shared/checks/accessibility.ts';
import { checkDocument, rules } from '../../../shared/checks/run.ts';
import { plainBlock, section } from '../../../shared/document/build.ts';
import type { Block, ImageBlock, Inline, TableBlock } from '../../../shared/document/schema.ts';
import { newDocument } from '../document/blank.ts';

let minted = 0;
const mint = () => `id-${++minted}`;
const found = (rule: string, ...blocks: Block[]) => {
  const document = newDocument('report', mint);
  const sections = [section(mint, 'body', blocks)];
  return checkDocument({ ...document, sections }).filter((finding) => finding.rule === rule);
};
const linked = (text: string, link = 'https://example.gov.uk/a'): Inline => ({ type: 'text', text, link });
const paragraph = (...content: Inline[]) => plainBlock(mint, 'paragraph', content);
const image = (alternativeText: string): ImageBlock => ({
  ...{ id: mint(), kind: 'image', level: 0, content: [], citations: [] },
  ...{ asset: 'a'.repeat(64), mediaType: 'image/png', width: 4, height: 3, decorative: false },
  alternativeText,
});
const heading = (text: string, level: number) => plainBlock(mint, 'heading', [{ type: 'text', text }], level);

test.each([
  'here',
  'Click here',
  'read more…',
  'this link',
  'https://www.example.gov.uk/a/very/long/address/of/a/page',
])('a link on “%s” is named with its block', (words) => {
  const block = paragraph({ type: 'text', text: 'For the plan ' }, linked(words));
  expect(found('link-words', block)).toMatchObject([{ severity: 'warning', blockId: block.id }]);
});

test.each(['the investigation report', 'gov.uk/floods', 'Here and there', 'hereditary peers'])(
  'a link on “%s” is not',
  (words) => {
    expect(found('link-words', paragraph(linked(words)))).toEqual([]);
  },
);

test('runs of one link are judged together', () => {
  const block = paragraph(linked('the report published '), { ...linked('here'), bold: true } as Inline);
  expect(found('link-words', block)).toEqual([]);
});

test.each(['IMG_2041.jpg', 'chart', 'Image 3', 'Screenshot of the budget', 'x'.repeat(501)])(
  'the alternative text “%s” is named',
  (words) => {
    const block = image(words);
    expect(found('alternative-text-words', block)).toMatchObject([{ blockId: block.id }]);
  },
);

test('words that say what is seen are not', () => {
  expect(
    found('alternative-text-words', image('The chart shows rainfall doubling from 2011 to 2026.')),
  ).toEqual([]);
  expect(found('alternative-text-words', image(''))).toEqual([]);
});

test('a heading that skips a level is named; the steps back up are free', () => {
  const skipped = heading('Deep', 3);
  expect(found('heading-skipped', heading('A', 1), skipped, heading('B', 1), heading('C', 2))).toMatchObject([
    { blockId: skipped.id, message: expect.stringContaining('printed as level 2') },
  ]);
});

test('whatever the levels, a document whose headings never skip has no finding', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 20 }), (levels) => {
      let above = 0;
      const steps = levels.map((level) => {
        above = Math.min(level, above + 1);
        return heading('Words', above);
      });
      expect(found('heading-skipped', ...steps)).toEqual([]);
    }),
  );
});

test('a row too long to be heard is named, a long table of short rows is not', () => {
  const table = (rows: string[][]): TableBlock => ({
    ...{
      id: mint(),
      kind: 'table',
      level: 0,
      content: [],
      citations: [],
      headerRow: true,
      headerColumn: false,
    },
    rows: rows.map((row) => row.map((text) => ({ content: [{ type: 'text', text }] }))),
  });
  const long = table([
    ['A', 'B'],
    ['x'.repeat(600), 'y'.repeat(600)],
  ]);
  expect(found('long-table-row', long)).toMatchObject([{ blockId: long.id, severity: 'note' }]);
  expect(found('long-table-row', table(Array.from({ length: 300 }, () => ['one', 'two'])))).toEqual([]);
});

test('every rule that an accessible PDF hangs on exists', () => {
  const names = new Set(rules.map(({ name }) => name));
  expect([...accessibilityRules].filter((name) => !names.has(name))).toEqual([]);
});

test.each(['🚢', '👍🏽', '🇬🇧', '🎉'])('%s is named with its block before a PDF cannot be made', (sign) => {
  const block = paragraph({ type: 'text', text: `The quay is open ${sign}` });
  expect(found('unprintable-sign', block)).toMatchObject([{ severity: 'warning', blockId: block.id }]);
});

test('signs that are printed are not', () => {
  const text = 'Approved ✓ © 2025 Harrowmere™ → £5 ☎ 01632 960110 ½ ° …';
  expect(found('unprintable-sign', paragraph({ type: 'text', text }))).toEqual([]);
});
