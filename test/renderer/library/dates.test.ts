import { expect, test } from 'vitest';
import { shortDate } from '../../../renderer/library/dates.ts';

const now = new Date(2026, 10, 22, 14, 5);
const at = (...parts: [number, number, number, number, number]) =>
  shortDate(new Date(...parts).toISOString(), now);

test('a date is as short as it can be said', () => {
  expect(at(2026, 10, 22, 9, 7)).toBe('09:07');
  expect(at(2026, 10, 21, 23, 59)).toBe('Yesterday');
  expect(at(2026, 10, 3, 12, 0)).toBe('3 Nov');
  expect(at(2025, 11, 31, 12, 0)).toBe('31 Dec 2025');
});
