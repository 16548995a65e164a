import { expect, test } from 'vitest';
import { lists, lowerLetter, lowerRoman, markerOf } from '../../../shared/print/lists.ts';

test('letters and roman numerals go on as Word writes them', () => {
  expect([1, 26, 27, 28, 52, 53].map(lowerLetter)).toEqual(['a', 'z', 'aa', 'bb', 'zz', 'aaa']);
  expect([1, 4, 9, 14, 40, 90, 400, 1999].map(lowerRoman)).toEqual('i iv ix xiv xl xc cd mcmxcix'.split(' '));
});

test('a marker shows the counts above its own where the list says so', () => {
  expect(markerOf(lists.sectional, [3])).toBe('3.');
  expect(markerOf(lists.sectional, [3, 12])).toBe('3.12');
  expect(markerOf(lists.sectional, [3, 12, 2])).toBe('b.');
  expect(markerOf(lists.sectional, [3, 12, 2, 4])).toBe('iv.');
  expect(markerOf(lists.annex, [27])).toBe('Annex AA');
  expect(markerOf(lists.likelyQuestion, [2])).toBe('Q2');
});
