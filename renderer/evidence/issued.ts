/** Dates of sources: as people write them, as CSL-JSON keeps them, as lists print them. */
import type { CslDate } from '../../shared/evidence/source.ts';

/** "2026", "2026-02" or "2026-02-14". */
export type PartialDate = string;

const months = [
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
];

/**
 * Reads 2026, 2026-02, Feb 2026, 14 February 2026, 14th Feb 2026, February 14, 2026, 14/02/2026, 14.2.2026, 02/2026:
 * numbers day first, as one writes them in Britain.
 * @returns null for anything else, also for a day that no calendar has and a year of two figures.
 */
export function parseDate(typed: string): PartialDate | null {
  const text = typed.trim().replace(/\s+/g, ' ');
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
  if (iso) return partial(iso[1], iso[2], iso[3]);
  const numbers = /^(?:(\d{1,2})[./ -])?(\d{1,2})[./ -](\d{4})$/.exec(text);
  if (numbers) return partial(numbers[3], numbers[2], numbers[1]);
  const dayFirst = /^(?:(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?([a-z]{3,9})\.?,?\s+(\d{4})$/i.exec(text);
  if (dayFirst) return partial(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(text);
  if (monthFirst) return partial(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
  return null;
}

/** A whole day, or null: for review-by dates, where a month would leave the day open. */
export function parseDay(typed: string): string | null {
  const date = parseDate(typed);
  return date !== null && date.length === 10 ? date : null;
}

function monthNumber(word: string | undefined): string | undefined {
  const wanted = word?.toLowerCase() ?? '';
  const at = months.findIndex((month) => {
    const name = month.toLowerCase();
    return wanted === name || (wanted.length <= 4 && wanted.length >= 3 && name.startsWith(wanted));
  });
  return at === -1 ? '0' : String(at + 1);
}

function partial(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): PartialDate | null {
  const y = Number(year);
  if (year === undefined || y < 1000) return null;
  if (month === undefined) return year;
  const m = Number(month);
  if (m < 1 || m > 12) return null;
  const yearAndMonth = `${year}-${String(m).padStart(2, '0')}`;
  if (day === undefined) return yearAndMonth;
  const d = Number(day);
  const lastDay = new Date(Date.UTC(y, m, 0)).getUTCDate();
  if (d < 1 || d > lastDay) return null;
  return `${yearAndMonth}-${String(d).padStart(2, '0')}`;
}

/** "14 February 2026", "February 2026", "2026"; what is no date is printed as it is. */
export function printDate(date: PartialDate): string {
  return printed(date, (name) => name);
}

/** "14 Feb 2026", for lists. */
export function printShortDate(date: PartialDate): string {
  return printed(date, (name) => (name.length <= 4 ? name : name.slice(0, name === 'September' ? 4 : 3)));
}

function printed(date: PartialDate, short: (month: string) => string): string {
  const [year, month, day] = date.split('-');
  const name = months[Number(month) - 1];
  if (year === undefined || name === undefined) return date;
  return [...(day === undefined ? [] : [String(Number(day))]), short(name), year].join(' ');
}

export function cslFromDate(date: PartialDate): CslDate {
  return { 'date-parts': [date.split('-').map(Number)] };
}

/** What stands in a field for a date: a known one printed, else the words that were kept in its place. */
export function wordsOfCslDate(date: CslDate | undefined): string {
  if (date === undefined) return '';
  const parts = date['date-parts']?.[0]?.map(Number) ?? [];
  const [year, month, day] = parts;
  if (year !== undefined && Number.isInteger(year) && year >= 1000) {
    const pad = (part: number) => String(part).padStart(2, '0');
    const known =
      month === undefined || !(month >= 1 && month <= 12)
        ? String(year)
        : day === undefined
          ? `${year}-${pad(month)}`
          : `${year}-${pad(month)}-${pad(day)}`;
    return printDate(known);
  }
  return date.literal ?? date.raw ?? '';
}
