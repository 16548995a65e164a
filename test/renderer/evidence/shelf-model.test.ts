import { expect, test } from 'vitest';
import {
  called,
  facetRows,
  facetWords,
  isOnShelf,
  noFacets,
  passes,
  sortBy,
  sorted,
  toggleFacet,
} from '../../../renderer/evidence/shelf/list/shelf-model.ts';
import { summary } from './summaries.ts';

const official = { classification: 'OFFICIAL', handling: '', descriptor: '' } as const;
const sensitive = { ...official, classification: 'OFFICIAL-SENSITIVE' } as const;
const sources = [
  summary('a', {
    title: 'Flood report',
    organisation: 'Met Office',
    issued: '2026-02-14',
    marking: official,
  }),
  summary('b', { title: 'Élan review', organisation: 'Met Office', issued: '2025', kind: 'word', usedIn: 2 }),
  summary('c', {
    title: 'Survey 10',
    organisation: '',
    issued: '',
    kind: 'csv',
    published: true,
    marking: sensitive,
  }),
  summary('d', { title: 'Survey 9', organisation: 'Audit Wales', issued: '2026', published: false }),
];
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).join('');

test('a facet counts what its other values would leave, under what is chosen of the others', () => {
  const facets = toggleFacet(noFacets, 'organisations', 'Met Office');
  const rows = facetRows(sources, facets);
  expect(rows.organisations).toEqual([
    { value: 'Met Office', sources: 2 },
    { value: 'Audit Wales', sources: 1 },
    { value: '', sources: 1 },
  ]);
  expect(rows.kinds.map(({ value }) => value)).toEqual(['pdf', 'word']);
  expect(ids(sources.filter((source) => passes(source, facets)))).toBe('ab');
});

test('two values of one facet widen, two facets narrow, and the same again takes it off', () => {
  let facets = toggleFacet(toggleFacet(noFacets, 'years', '2026'), 'years', '');
  expect(ids(sources.filter((source) => passes(source, facets)))).toBe('acd');
  facets = toggleFacet(facets, 'published', 'published');
  expect(ids(sources.filter((source) => passes(source, facets)))).toBe('c');
  facets = toggleFacet(facets, 'published', 'published');
  expect(facets.published).toEqual([]);
});

test('a value that was chosen stays listed where nothing is left of it', () => {
  const facets = { ...noFacets, kinds: ['csv'], organisations: ['Met Office'] };
  expect(facetRows(sources, facets).kinds).toContainEqual({ value: 'csv', sources: 0 });
});

test('years come newest first, the more sensitive marking first, and what is not known last', () => {
  const rows = facetRows(sources, noFacets);
  expect(rows.years.map(({ value }) => value)).toEqual(['2026', '2025', '']);
  expect(rows.markings.map(({ value }) => facetWords('markings', value))).toEqual([
    'OFFICIAL-SENSITIVE',
    'OFFICIAL',
    'No marking',
  ]);
});

test('columns sort numbers as numbers, and what is not known last either way round', () => {
  expect(ids(sorted(sources, { column: 'title', descending: false }))).toBe('badc');
  expect(ids(sorted(sources, { column: 'issued', descending: true }))).toBe('adbc');
  expect(ids(sorted(sources, { column: 'issued', descending: false }))).toBe('bdac');
  expect(ids(sorted(sources, { column: 'organisation', descending: true }))).toBe('badc');
});

test('a column begins with what one wants to see first, and turns round when chosen again', () => {
  const byTitle = sortBy({ column: 'addedAt', descending: true }, 'title');
  expect(byTitle).toEqual({ column: 'title', descending: false });
  expect(sortBy(byTitle, 'title').descending).toBe(true);
  expect(sortBy(byTitle, 'issued').descending).toBe(true);
});

test('shelves hold what is new, unused, due and unreadable', () => {
  const now = new Date(2026, 1, 14, 12);
  const on = (change: Parameters<typeof summary>[1], shelf: Parameters<typeof isOnShelf>[1]) =>
    isOnShelf(summary('x', change), shelf, now);
  expect(on({ addedAt: '2026-02-10T00:00:00Z' }, 'recent')).toBe(true);
  expect(on({ addedAt: '2026-01-10T00:00:00Z' }, 'recent')).toBe(false);
  expect(on({ usedIn: 0 }, 'unused')).toBe(true);
  expect(on({ usedIn: 1 }, 'unused')).toBe(false);
  expect(on({ reviewBy: '2026-02-14' }, 'review')).toBe(true);
  expect(on({ reviewBy: '2026-02-15' }, 'review')).toBe(false);
  expect(on({ textState: 'scanned' }, 'unreadable')).toBe(true);
  expect(on({ textState: 'text' }, 'unreadable')).toBe(false);
});

test('a source is called by beginnings of its words, whatever their accents', () => {
  expect(ids(called(sources, 'elan met'))).toBe('b');
  expect(ids(called(sources, 'survey'))).toBe('cd');
  expect(ids(called(sources, 'urvey'))).toBe('');
});
