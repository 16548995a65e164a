import { expect, test } from 'vitest';
import { matching, onShelf, sorted, titleFor, toLookIn } from '../../../renderer/library/list-model.ts';
import type { DocumentSummary } from '../../../shared/contract/calls.ts';

const base: DocumentSummary = {
  id: 'a',
  kind: 'briefing',
  title: '',
  subtitle: '',
  marking: null,
  revision: 1,
  updatedAt: '2026-11-20T10:00:00.000Z',
  pendingImportRows: 0,
  readOnly: false,
};
const ferries: DocumentSummary = {
  ...base,
  id: 'f',
  title: 'Féile ferries',
  subtitle: 'Transport Committee',
};
const libraries: DocumentSummary = {
  ...base,
  id: 'l',
  kind: 'report',
  title: 'Branch libraries 10',
  updatedAt: '2026-11-21T10:00:00.000Z',
  pendingImportRows: 3,
  marking: { classification: 'OFFICIAL', descriptor: '', handling: '' },
};
const branch: DocumentSummary = { ...base, id: 'b', kind: 'report', title: 'Branch libraries 9' };
const all = [ferries, libraries, branch];
const ids = (documents: readonly DocumentSummary[]) => documents.map(({ id }) => id).join('');

test('finds by the start of any words, in any order, whatever the case and accents', () => {
  expect(ids(matching(all, 'feile'))).toBe('f');
  expect(ids(matching(all, 'COMM ferr'))).toBe('f');
  expect(ids(matching(all, 'report official'))).toBe('l');
  expect(ids(matching(all, 'erries'))).toBe('');
  expect(ids(matching(all, ' '))).toBe('flb');
});

test('sorts by newest, by title with numbers as numbers, and by kind', () => {
  expect(ids(sorted(all, 'updated'))).toBe('lbf');
  expect(ids(sorted(all, 'title'))).toBe('blf');
  expect(ids(sorted(all, 'kind'))).toBe('flb');
});

const toLook = toLookIn([{ documentId: 'b' }, { documentId: 'gone' }, { documentId: 'b' }]);

test('shelves hold one kind, or what is still to review or to look at', () => {
  expect(toLook.get('b')).toBe(2);
  expect(ids(onShelf(all, 'report', toLook))).toBe('lb');
  expect(ids(onShelf(all, 'review', toLook))).toBe('l');
  expect(ids(onShelf(all, 'all', toLook))).toBe('flb');
  expect(ids(onShelf(all, 'look', toLook))).toBe('b');
});

test('a document without a title is named by its kind', () => {
  expect(titleFor(base)).toBe('Untitled brief');
});
