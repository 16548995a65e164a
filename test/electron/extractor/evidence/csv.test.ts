import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf, read, refusal, textOf } from './read.ts';

test.each([
  ['commas', ',', 'a.csv'],
  ['semicolons', ';', 'a.csv'],
  ['tabs', '\t', 'a.tsv'],
  ['bars', '|', 'a.csv'],
])('rows parted by %s are lines parted by tabs', async (_name, by, name) => {
  const rows = [
    ['Place', 'Homes, all', 'Note'],
    ['Marlbridge', '1,284', 'says "yes"\nand; more'],
    ['Eastmere', '', ''],
  ];
  const csv = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(by)).join('\r\n');
  expect(linesOf(await read(csv, name))).toEqual([
    ['row', 'Place\tHomes, all\tNote'],
    ['row', 'Marlbridge\t1,284\tsays "yes" and; more'],
    ['row', 'Eastmere'],
  ]);
});

const table = 'Place;Cost\nSallowford;£5\nÉire;€6\n';
test.each([
  ['UTF-8 with a mark', Buffer.from(`\ufeff${table}`), 0],
  ['UTF-16 with a mark', Buffer.from(`\ufeff${table}`, 'utf16le'), 0],
  ['UTF-16 without one', Buffer.from(table, 'utf16le'), 0],
  ['UTF-16, the other way round', Buffer.from(`\ufeff${table}`, 'utf16le').swap16(), 0],
  ['Windows-1252', Buffer.from(table.replaceAll('€', '\x80'), 'latin1'), 1],
])('a table in %s is read, and a guess is told', async (_name, bytes, told) => {
  const extraction = await read(bytes, 'a.csv');
  expect(textOf(extraction)).toBe('Place\tCost\nSallowford\t£5\nÉire\t€6');
  expect(extraction.notices).toHaveLength(told);
  expect(extraction.about.csl.type).toBe('dataset');
});

test('Excel’s line about its separator is no row', async () => {
  expect(textOf(await read('sep=;\na;b,c\n', 'a.csv'))).toBe('a\tb,c');
});

test('a quotation mark that is never closed loses nothing', async () => {
  expect(textOf(await read('a,b\nthe 6" pipe,"open\nc,d\n', 'a.csv'))).toBe('a\tb\nthe 6" pipe\t"open\nc\td');
});

test('any cells come back in their order, whatever parts them', async () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 8 })
    .map((text) => `x${text.replace(/[\s\p{C}"\ufffd]/gu, '')}`);
  const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom(',', ';', '\t'), async (given, by) => {
      const csv = given.map((row) => row.map((text) => `"${text}"`).join(by)).join('\n');
      expect(
        textOf(await read(csv, 'a.csv'))
          .split('\n')
          .map((line) => line.split('\t')),
      ).toEqual(given);
    }),
  );
});

test('a table of more cells than anybody reads is refused', async () => {
  const { code, details } = await refusal(`${','.repeat(1000)}\n`.repeat(5100), 'wide.csv');
  expect([code, details['reason']]).toEqual(['input.tooComplex', 'it has more than 5 million cells']);
});
