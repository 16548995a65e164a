/** Dates as files write them. */
import type { CslDate } from '../../../shared/evidence/source.ts';

/** Year, month and day, as far as they are known. */
export type DateParts = readonly [number, number?, number?];

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

function monthOf(word: string): number {
  const start = word.toLowerCase().slice(0, 3);
  return months.findIndex((month) => month.startsWith(start)) + 1;
}

/** Null where there is no such day. */
function dateParts(year: number, month?: number, day?: number): DateParts | null {
  if (!(year >= 1000 && year <= 2999)) return null;
  if (month === undefined || !(month >= 1 && month <= 12)) return [year];
  if (day === undefined || !(day >= 1)) return [year, month];
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day <= lastDay ? [year, month, day] : null;
}

const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ].*|Z)?$/;
const pdf = /^D:(\d{4})(\d{2})?(\d{2})?/;
const numbers = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/;
const dayFirst = /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9}),?\s+(\d{4})\b/;
const monthFirst = /^(?:[A-Za-z]{3,9},\s+)?([A-Za-z]{3,9})\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})\b/;

/** Reads ISO 8601, PDF, e-mail and written dates; day before month in numbers. Null for anything else. */
export function readDate(given: string): DateParts | null {
  const text = given.trim().slice(0, 100);
  const ordered = iso.exec(text) ?? pdf.exec(text);
  if (ordered) {
    const [, year, month, day] = ordered;
    return dateParts(Number(year), month ? Number(month) : undefined, day ? Number(day) : undefined);
  }
  const slashed = numbers.exec(text);
  if (slashed) return dateParts(Number(slashed[3]), Number(slashed[2]), Number(slashed[1]));
  const spoken = dayFirst.exec(text);
  if (spoken && monthOf(spoken[2] ?? '') > 0)
    return dateParts(Number(spoken[3]), monthOf(spoken[2] ?? ''), Number(spoken[1]));
  const american = monthFirst.exec(text);
  if (american && monthOf(american[1] ?? '') > 0)
    return dateParts(
      Number(american[3]),
      monthOf(american[1] ?? ''),
      american[2] === undefined ? undefined : Number(american[2]),
    );
  return null;
}

export function cslDate(parts: DateParts): CslDate {
  return { 'date-parts': [parts.filter((part) => part !== undefined)] };
}

/** A month or a year alone stands for its first day. */
export function isoDay([year, month = 1, day = 1]: DateParts): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
