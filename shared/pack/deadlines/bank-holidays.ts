/**
 * Bank and public holidays, computed: the Banking and Financial Dealings Act 1971 with its Schedule 1, the holidays
 * proclaimed every year since (New Year's Day, early May, in Scotland 26 December and the last Monday of May), Good
 * Friday and Christmas Day of the common law, and the St Andrew's Day Bank Holiday (Scotland) Act 2007. Checked in the
 * tests against the lists of GOV.UK.
 */
import type { Country } from '../meeting.ts';
import { addDays, type CalendarDate, dateOf, isWeekend, weekdayOf } from './dates.ts';
import { proclamations } from './proclamations.ts';

export interface BankHoliday {
  readonly date: CalendarDate;
  readonly name: string;
  /** Kept on this day because its own fell on a weekend, or on another holiday. */
  readonly substitute: boolean;
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
export function easterOf(year: number): CalendarDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const correction = Math.floor((century + 8) / 25);
  const moon =
    (19 * golden + century - Math.floor(century / 4) - Math.floor((century - correction + 1) / 3) + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - moon - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  const day = moon + weekday - 7 * late + 114;
  return dateOf(year, Math.floor(day / 31), (day % 31) + 1);
}

function firstMonday(year: number, month: number): CalendarDate {
  const first = dateOf(year, month, 1);
  return addDays(first, (8 - weekdayOf(first)) % 7);
}

function lastMonday(year: number, month: number): CalendarDate {
  const last = dateOf(year, month + 1, 0);
  return addDays(last, -((weekdayOf(last) + 6) % 7));
}

type Rule = readonly [name: string, date: CalendarDate];

/** Always on the day that the rule names. */
function onTheirDay(year: number, country: Country): Rule[] {
  const easter = easterOf(year);
  const scottish = country === 'Scotland';
  return [
    ['Good Friday', addDays(easter, -2)],
    ...(scottish ? [] : [['Easter Monday', addDays(easter, 1)] as const]),
    ['Early May bank holiday', firstMonday(year, 5)],
    ['Spring bank holiday', lastMonday(year, 5)],
    ['Summer bank holiday', scottish ? firstMonday(year, 8) : lastMonday(year, 8)],
  ];
}

/** Days of the month, kept on a working day after it where they fall on a weekend. */
function onDaysOfTheMonth(year: number, country: Country): Rule[] {
  const rules: Rule[] = [
    ['New Year’s Day', dateOf(year, 1, 1)],
    ['Christmas Day', dateOf(year, 12, 25)],
    ['Boxing Day', dateOf(year, 12, 26)],
  ];
  if (country === 'Scotland') {
    rules.push(['2nd January', dateOf(year, 1, 2)]);
    if (year >= 2007) rules.push(['St Andrew’s Day', dateOf(year, 11, 30)]);
  }
  if (country === 'Northern Ireland') {
    rules.push(['St Patrick’s Day', dateOf(year, 3, 17)]);
    rules.push(['Battle of the Boyne', dateOf(year, 7, 12)]);
  }
  return rules;
}

function compute(year: number, country: Country): BankHoliday[] {
  const proclaimed = proclamations.filter(
    ({ date, only }) => date.startsWith(`${year}-`) && (only === undefined || only === country),
  );
  const moved = new Set(proclaimed.map(({ insteadOf }) => insteadOf));
  const kept = new Map<CalendarDate, BankHoliday>();
  const keep = (date: CalendarDate, name: string, substitute: boolean) => {
    kept.set(date, { date, name, substitute });
  };
  for (const [name, date] of onTheirDay(year, country)) if (!moved.has(date)) keep(date, name, false);
  for (const { date, name } of proclaimed) keep(date, name, false);
  const fixed = onDaysOfTheMonth(year, country);
  // Those that fall on a working day keep it; then the others take the next that is free, in their order.
  for (const [name, date] of fixed) if (!isWeekend(date)) keep(date, name, false);
  for (const [name, date] of fixed) {
    if (!isWeekend(date)) continue;
    let day = addDays(date, 1);
    while (isWeekend(day) || kept.has(day)) day = addDays(day, 1);
    keep(day, name, true);
  }
  return [...kept.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

const computed = new Map<string, readonly BankHoliday[]>();

/** In the order of the year. The days themselves are working days of the week, never Saturdays or Sundays. */
export function bankHolidaysOf(year: number, country: Country): readonly BankHoliday[] {
  // England and Wales keep the same.
  const key = `${year} ${country === 'Wales' ? 'England' : country}`;
  const known = computed.get(key) ?? compute(year, country);
  computed.set(key, known);
  return known;
}
