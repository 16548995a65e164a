import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Block, chunksOf, type Words } from '../../../../renderer/evidence/reader/blocks.ts';
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
  block.kind === 'line' ? [block.words] : block.rows.flat();

test('the pieces of a page leave nothing out, and every word is the text at its place', () => {
  fc.assert(
    fc.property(lines, (all) => {
      const page = pageOf(all);
      const chunks = chunksOf(page);
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
  const chunks = chunksOf(pageOf([...rows, ['text', 'Then'], ['row', 'Year\tSum']]));
  const tables = chunks.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'table');
  expect(tables.map(({ heads }) => heads)).toEqual([
    ['Port', 'Cost'],
    ['Port', 'Cost'],
    ['Year', 'Sum'],
  ]);
});
