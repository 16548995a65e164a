import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bankHolidaysOf, easterOf } from '../../../../shared/pack/deadlines/bank-holidays.ts';
import { isWeekend } from '../../../../shared/pack/deadlines/dates.ts';
import { workingDaysOf } from '../../../../shared/pack/deadlines/working-days.ts';
import { type Country, countries } from '../../../../shared/pack/meeting.ts';

const official = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../../fixtures/bank-holidays/gov-uk.json'), 'utf8'),
) as Record<string, string[]>;
/** Proclaimed on 4 February 2026, after the list was gathered. */
const later: Partial<Record<Country, string[]>> = { Scotland: ['2026-06-15'] };
const divisions = {
  England: 'england-and-wales',
  Wales: 'england-and-wales',
  Scotland: 'scotland',
  'Northern Ireland': 'northern-ireland',
} as const;

const years = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const dates = (year: number, country: Country) => bankHolidaysOf(year, country).map(({ date }) => date);

describe.each(countries)('the bank holidays of %s', (country) => {
  test.each(years(2012, 2028))('of %i are those that GOV.UK lists', (year) => {
    const listed = (official[divisions[country]] ?? []).concat(later[country] ?? []);
    expect(dates(year, country)).toEqual(listed.filter((date) => date.startsWith(`${year}-`)).sort());
  });

  test('are as many as the law names in every year, each on a working day of the week', () => {
    for (const year of years(1990, 2100)) {
      const kept = dates(year, country);
      const extra = { 1999: 1, 2002: 1, 2011: 1, 2012: 1, 2022: 2, 2023: 1 }[year] ?? 0;
      const usual = { England: 8, Wales: 8, Scotland: year < 2007 ? 8 : 9, 'Northern Ireland': 10 }[country];
      expect([year, kept.length]).toEqual([
        year,
        usual + extra + (later[country]?.[0]?.startsWith(String(year)) ? 1 : 0),
      ]);
      expect(kept.filter(isWeekend)).toEqual([]);
      expect(new Set(kept).size).toBe(kept.length);
    }
  });
});

test('what was proclaimed before GOV.UK kept lists is there too', () => {
  expect(dates(1995, 'England')).toEqual([
    '1995-01-02',
    '1995-04-14',
    '1995-04-17',
    '1995-05-08',
    '1995-05-29',
    '1995-08-28',
    '1995-12-25',
    '1995-12-26',
  ]);
  expect(dates(1999, 'Scotland')).toContain('1999-12-31');
  expect(dates(2000, 'Scotland').slice(0, 2)).toEqual(['2000-01-03', '2000-01-04']);
  expect(dates(2002, 'Northern Ireland')).toEqual(expect.arrayContaining(['2002-06-03', '2002-06-04']));
  expect(dates(2002, 'England')).not.toContain('2002-05-27');
  expect(dates(2006, 'Scotland')).not.toContain('2006-11-30');
  expect(dates(2007, 'Scotland')).toContain('2007-11-30');
  expect(dates(2011, 'Wales')).toContain('2011-04-29');
});

test('Easter is where the church has it', () => {
  const known = { 1990: '04-15', 2000: '04-23', 2008: '03-23', 2019: '04-21', 2038: '04-25', 2100: '03-28' };
  for (const [year, day] of Object.entries(known)) expect(easterOf(Number(year))).toBe(`${year}-${day}`);
});

test('days of closure of one’s own are closed, and holidays on which one works are open', () => {
  const days = workingDaysOf('England', {
    added: [
      { date: '2025-12-29', name: 'Christmas closure' },
      { date: '2025-12-30', name: '' },
    ],
    removed: ['2025-08-25'],
  });
  expect(days.whyClosed('2025-12-29')).toBe('a day of closure (Christmas closure)');
  expect(days.whyClosed('2025-12-30')).toBe('a day of closure');
  expect(days.isWorking('2025-08-25')).toBe(true);
  expect(days.whyClosed('2025-12-25')).toBe('a bank holiday (Christmas Day)');
  expect(days.whyClosed('2025-12-27')).toBe('a Saturday');
  expect(days.shift('2025-12-24', 1)).toBe('2025-12-31');
  expect(days.onOrBefore('2025-12-30')).toBe('2025-12-24');
});

test('going so many working days and back again never counts a closed day', () => {
  const days = workingDaysOf('Scotland');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 60 }), (offset, count) => {
      const start = days.onOrAfter(new Date(Date.UTC(2000, 0, 1 + offset)).toISOString().slice(0, 10));
      const end = days.shift(start, count);
      expect(days.between(start, end)).toHaveLength(count - 1);
      expect(days.shift(end, -count)).toBe(start);
      expect(days.isWorking(end)).toBe(true);
    }),
  );
});
