import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cslFromDate,
  parseDate,
  parseDay,
  printDate,
  printShortDate,
  wordsOfCslDate,
} from '../../../renderer/evidence/issued.ts';

test.each([
  ['2026', '2026'],
  ['2026-02', '2026-02'],
  ['2026-2-4', '2026-02-04'],
  ['February 2026', '2026-02'],
  ['feb. 2026', '2026-02'],
  ['Sept 2025', '2025-09'],
  ['14 February 2026', '2026-02-14'],
  ['14th of February 2026', '2026-02-14'],
  ['February 14, 2026', '2026-02-14'],
  [' 1 May  2024 ', '2024-05-01'],
  ['03/02/2026', '2026-02-03'],
  ['3.2.2026', '2026-02-03'],
  ['02/2026', '2026-02'],
])('%s is understood', (typed, date) => {
  expect(parseDate(typed)).toBe(date);
});

test.each([
  '',
  'soon',
  '30 February 2026',
  '29 February 2025',
  '2026-13',
  '14/13/2026',
  '14/02/26',
  'Mar 14',
  '20266',
  'Marble 2026',
])('“%s” is no date', (typed) => {
  expect(parseDate(typed)).toBeNull();
});

test('a review needs a whole day', () => {
  expect(parseDay('February 2026')).toBeNull();
  expect(parseDay('1 Feb 2026')).toBe('2026-02-01');
});

const dates = fc
  .date({ min: new Date('1500-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const partialDates = fc
  .tuple(dates, fc.constantFrom(4, 7, 10))
  .map(([date, length]) => date.slice(0, length));

test('what is printed, long or short, is understood again as the same date, and CSL keeps it', () => {
  fc.assert(
    fc.property(partialDates, (date) => {
      expect(parseDate(printDate(date))).toBe(date);
      expect(parseDate(printShortDate(date))).toBe(date);
      expect(parseDate(wordsOfCslDate(cslFromDate(date)))).toBe(date);
    }),
  );
});

test('what a reference manager wrote of a date is shown even where it is none', () => {
  expect(wordsOfCslDate({ literal: 'c. 1850' })).toBe('c. 1850');
  expect(wordsOfCslDate({ 'date-parts': [['2026', '2']] })).toBe('February 2026');
  expect(wordsOfCslDate({ 'date-parts': [[2026, 40]] })).toBe('2026');
  expect(wordsOfCslDate(undefined)).toBe('');
});
