/**
 * Bank holidays that no rule gives: proclaimed once under section 1 of the Banking and Financial Dealings Act 1971, and
 * the days they stand in place of.
 */
import type { Country } from '../meeting.ts';
import type { CalendarDate } from './dates.ts';

export interface Proclamation {
  readonly date: CalendarDate;
  readonly name: string;
  /** The holiday of the rules that is not kept that year on its own day; null: the day is an extra one. */
  readonly insteadOf: CalendarDate | null;
  /** Where it was kept; absent: in the whole kingdom. */
  readonly only?: Country;
}

const golden = 'Golden Jubilee bank holiday';
const spring = 'Spring bank holiday';

export const proclamations: readonly Proclamation[] = [
  { date: '1995-05-08', name: 'Early May bank holiday (VE Day)', insteadOf: '1995-05-01' },
  { date: '1999-12-31', name: 'Millennium bank holiday', insteadOf: null },
  { date: '2002-06-03', name: golden, insteadOf: null },
  { date: '2002-06-04', name: spring, insteadOf: '2002-05-27' },
  { date: '2011-04-29', name: 'Bank holiday for the royal wedding', insteadOf: null },
  { date: '2012-06-04', name: spring, insteadOf: '2012-05-28' },
  { date: '2012-06-05', name: 'Diamond Jubilee bank holiday', insteadOf: null },
  { date: '2020-05-08', name: 'Early May bank holiday (VE Day)', insteadOf: '2020-05-04' },
  { date: '2022-06-02', name: spring, insteadOf: '2022-05-30' },
  { date: '2022-06-03', name: 'Platinum Jubilee bank holiday', insteadOf: null },
  { date: '2022-09-19', name: 'Bank holiday for the State Funeral of Queen Elizabeth II', insteadOf: null },
  { date: '2023-05-08', name: 'Bank holiday for the coronation of King Charles III', insteadOf: null },
  { date: '2026-06-15', name: 'World Cup bank holiday', insteadOf: null, only: 'Scotland' },
];
