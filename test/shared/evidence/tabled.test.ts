import { expect, test } from 'vitest';
import { readFigures } from '../../../shared/evidence/figures.ts';
import { isOfTable, saysInTable } from '../../../shared/evidence/tabled.ts';

function says(table: string, written: string): boolean {
  const [figure] = readFigures(written);
  if (!figure) throw new Error(`no figure in ${written}`);
  return isOfTable(table) && saysInTable(readFigures(table), table, figure);
}

test.each([
  ['Whole response\tAll\t3700000', '£3.7 million'],
  ['Funding in millions of pounds\nSecured 11.2', '£11.2 million'],
  ['£ million\nSecured 11.2', '£11.2m'],
  ['2026-02-27\t611\t287\t47', '47 per cent'],
])('a cell under its heading says what a sentence says in full: %j, %s', (table, written) => {
  expect(says(table, written)).toBe(true);
});

test.each([
  ['Secured 11.2', '£11.2 million'],
  ['We spent 47 days on it', '47 per cent'],
  ['Funding in millions of pounds\nSecured 11.2', '£11.3 million'],
  ['Funding in thousands of pounds\nSecured 11.2', '£11.2 million'],
  ['Whole response\tAll\t370000', '£3.7 million'],
])('a number without its heading, or another number, does not: %j, %s', (table, written) => {
  expect(says(table, written)).toBe(false);
});
