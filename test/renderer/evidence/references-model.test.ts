import { expect, test } from 'vitest';
import {
  fieldNames,
  importedSummary,
  referenceParts,
  wantsLook,
} from '../../../renderer/evidence/shelf/references/references-model.ts';
import type { ReferenceRow } from '../../../shared/contract/reference-calls.ts';

const row = (title: string, part: Partial<ReferenceRow>): ReferenceRow => ({
  title,
  sourceId: title,
  status: 'same',
  filled: [],
  differs: [],
  ...part,
});
const rows = [
  row('a', { status: 'added' }),
  row('b', { status: 'filled', filled: ['publisher'] }),
  row('c', { status: 'filled', filled: ['URL'], differs: ['DOI'] }),
  row('d', {}),
];

test('an import is summed up by what was added, matched, filled and what differs', () => {
  expect(importedSummary(rows)).toBe('1 reference added, 3 matched: 2 filled in, 1 differs');
  expect(importedSummary(rows.slice(0, 1))).toBe('1 reference added');
  expect(importedSummary([row('a', {}), row('b', {})])).toBe('2 references matched');
  expect(importedSummary([])).toBe('No references');
});

test('each reference stands once in the report, where the file disagrees first of all', () => {
  const { differing, added, filled, same } = referenceParts(rows);
  expect([differing, added, filled, same].map((part) => part.map(({ title }) => title))).toEqual([
    ['c'],
    ['a'],
    ['b'],
    ['d'],
  ]);
  expect(wantsLook(rows)).toBe(true);
  expect(wantsLook([...added, ...filled, ...same])).toBe(false);
});

test('fields are called as in the details of a source', () => {
  expect(fieldNames(['DOI', 'container-title', 'publisher'])).toBe('DOI, Appeared in, Organisation');
});
