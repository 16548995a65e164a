/**
 * Days of the calendar, without hours and time zones: a notice is given on a day. Written YYYY-MM-DD, so that the order
 * of the words is the order of the days.
 */

export type CalendarDate = string;

/** The years whose bank holidays are known here. */
export const firstYear = 1990;
export const lastYear = 2100;

const msInDay = 86_400_000;
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

function toMs(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function fromMs(ms: number): CalendarDate {
  return new Date(ms).toISOString().slice(0, 10);
}

/** @param month from 1; days beyond the month run into the next. */
export function dateOf(year: number, month: number, day: number): CalendarDate {
  return fromMs(Date.UTC(year, month - 1, day));
}

/**
 * Why words are not a day that can be counted with, as what follows "it"; null: they are one. Days far off are refused
 * because nobody knows the bank holidays of then.
 */
export function faultOfDate(text: string): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return 'is not written YYYY-MM-DD, such as 2025-01-22';
  const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number);
  if (month < 1 || month > 12 || day < 1 || dateOf(year, month, day) !== text) {
    return 'is no day of the calendar';
  }
  if (year < firstYear || year > lastYear) return `is outside the years ${firstYear} to ${lastYear}`;
  return null;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromMs(toMs(date) + days * msInDay);
}

/** How many days `to` is after `from`. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((toMs(to) - toMs(from)) / msInDay);
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

/** 0: Sunday, to 6: Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(toMs(date)).getUTCDay();
}

export function isWeekend(date: CalendarDate): boolean {
  return weekdayOf(date) % 6 === 0;
}

/** "6 May 2024" */
export function sayDate(date: CalendarDate): string {
  return `${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

/** "Monday 6 May 2024" */
export function sayDay(date: CalendarDate): string {
  return `${weekdays[weekdayOf(date)]} ${sayDate(date)}`;
}
