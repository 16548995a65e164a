import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Block, chunksOf } from '../../../../renderer/reading/words/blocks.ts';
import type { Words } from '../../../../renderer/reading/words/words.ts';
import { type LineRole, lineRoles } from '../../../../shared/evidence/extraction.ts';

const lines = fc.array(
  fc.tuple(
    fc.constantFrom(...lineRoles),
    fc.constantFrom('Port\tCost', 'The quay is shut.', '', 'x'.repeat(900)),
  ),
  { maxLength: 200 },
);
const pageOf = (all: readonly (readonly [LineRole, string])[]) => ({
  text: all.map(([, line]) => line).join('\n'),
  roles: all.map(([role]) => role),
});
const wordsOf = (block: Block): readonly Words[] =>
  block.kind === 'line'
    ? block.pieces
    : block.kind === 'field'
      ? [block.name, block.says]
      : block.rows.flat();

test('the pieces of a page leave nothing out, and every word is the text at its place', () => {
  fc.assert(
    fc.property(lines, (all) => {
      const page = pageOf(all);
      const chunks = chunksOf(page, 'csv');
      expect(chunks[0]?.start).toBe(0);
      for (const [at, chunk] of chunks.entries()) {
        expect(chunk.start).toBe(at === 0 ? 0 : chunks[at - 1]?.end);
        expect(chunk.end - chunk.start).toBeLessThanOrEqual(7000);
        for (const { at: place, text } of chunk.blocks.flatMap(wordsOf)) {
          expect(page.text.slice(place, place + text.length)).toBe(text);
          expect(place).toBeGreaterThanOrEqual(chunk.start);
          expect(place + text.length).toBeLessThanOrEqual(chunk.end);
        }
      }
      expect(chunks.at(-1)?.end).toBe(page.text.length);
      const said = chunks.flatMap(({ blocks }) => blocks.flatMap(wordsOf)).map(({ text }) => text);
      expect(said.join('').replaceAll('\t', '').trim()).toBe(page.text.replaceAll(/[\n\t]/g, '').trim());
    }),
  );
});

test('a long table goes on in the next piece under the same heads; after other words another begins', () => {
  const rows = Array.from({ length: 100 }, (_, at): [LineRole, string] => [
    'row',
    at === 0 ? 'Port\tCost' : `P${at}\t1`,
  ]);
  const chunks = chunksOf(pageOf([...rows, ['text', 'Then'], ['row', 'Year\tSum']]), 'csv');
  const tables = chunks.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'table');
  expect(tables.map(({ heads }) => heads)).toEqual([
    ['Port', 'Cost'],
    ['Port', 'Cost'],
    ['Year', 'Sum'],
  ]);
});

test('of Markdown the words are drawn where they stand, without the marks', () => {
  const all: [LineRole, string][] = [
    ['heading', '## What *follows* ##'],
    [
      'text',
      'The **quay** closes; see [the note](https://x.example/a_b) and `ls`. 2 * 3 * 4, snake_case_name',
    ],
    ['item', '  - one __thing__'],
    ['item', '2. second'],
    ['quote', '> > said'],
    ['row', '| Ward | Cost |'],
    ['row', '|---|---:|'],
    ['row', '| East \\| West | 12 |'],
    ['text', '```'],
  ];
  const page = pageOf(all);
  const blocks = chunksOf(page, 'markdown').flatMap((chunk) => chunk.blocks);
  for (const { at, text } of blocks.flatMap(wordsOf))
    expect(page.text.slice(at, at + text.length)).toBe(text);
  expect(
    blocks.map((block) =>
      block.kind === 'table'
        ? block.rows.map((row) => row.map(({ text }) => text))
        : wordsOf(block)
            .map(({ text, strong }) => (strong ? `<${text}>` : text))
            .join(''),
    ),
  ).toEqual([
    'What follows',
    'The <quay> closes; see the note and ls. 2 * 3 * 4, snake_case_name',
    'one <thing>',
    '2. second',
    'said',
    [
      ['Ward', 'Cost'],
      ['East \\| West', '12'],
    ],
  ]);
});

test('the head of an e-mail is set apart from what it says, up to the first empty line', () => {
  const said = ['From: Jane <j@x.example>', 'Attachment, not read: costs.pdf', '', 'Cost: £5'];
  const blocks = chunksOf(pageOf(said.map((line): [LineRole, string] => ['text', line])), 'email').flatMap(
    (chunk) => chunk.blocks,
  );
  expect(blocks.map((block) => [block.kind, wordsOf(block).map(({ text }) => text)])).toEqual([
    ['field', ['From:', 'Jane <j@x.example>']],
    ['field', ['Attachment, not read:', 'costs.pdf']],
    ['line', ['Cost: £5']],
  ]);
});
