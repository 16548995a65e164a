import { expect, test } from 'vitest';
import { find, type PaletteEntry } from '../../../renderer/palette/entries.ts';

function entry(id: string, name: string, more: Partial<PaletteEntry> = {}): PaletteEntry {
  return { id, name, group: 'File', run: () => {}, ...more };
}
const entries = [
  entry('word', 'Export to Word'),
  entry('pdf', 'Export to PDF'),
  entry('save', 'Save now', { unavailable: 'Open a document first' }),
  entry('bold', 'Bold', { group: 'Text' }),
  entry('heading', 'Exports', { group: 'Headings', onlyWhenAsked: true }),
];
const names = (query: string, recent: string[] = []) =>
  find(entries, query, recent).map(({ name, entries: found }) => [name, ...found.map(({ id }) => id)]);

test('without a query everything stands in its group, and what there are many of stays away', () => {
  expect(names('')).toEqual([
    ['File', 'word', 'pdf', 'save'],
    ['Text', 'bold'],
  ]);
});

test('what was used last comes first and is not listed twice; what cannot be chosen now does not', () => {
  expect(names('', ['pdf', 'save', 'gone'])).toEqual([
    ['Used last', 'pdf'],
    ['File', 'word', 'save'],
    ['Text', 'bold'],
  ]);
});

test('with a query the best match leads its group to the top', () => {
  expect(names('export')).toEqual([
    ['Headings', 'heading'],
    ['File', 'pdf', 'word'],
  ]);
  expect(names('export', ['word'])[0]).toEqual(['File', 'word', 'pdf']);
});
