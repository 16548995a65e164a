/** Dates in English text, in British order. */

export interface CalendarDate {
  readonly year: number | null;
  /** 1 to 12. */
  readonly month: number | null;
  readonly day: number | null;
}

export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  /** years: a financial year or a span of years, `from` to `to`; a date has both the same. */
  readonly kind: 'date' | 'years';
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

const months = [
  'jan(?:uary)?',
  'feb(?:ruary)?',
  'mar(?:ch)?',
  'apr(?:il)?',
  'may',
  'june?',
  'july?',
  'aug(?:ust)?',
  'sept?(?:ember)?',
  'oct(?:ober)?',
  'nov(?:ember)?',
  'dec(?:ember)?',
];
const monthPattern = months.join('|');
const whole = months.map((month) => new RegExp(`^${month}$`, 'iu'));
const LONGEST_SPAN = 60;
const year = String.raw`(?:1[89]|20)\d\d`;
const dayPattern = String.raw`\d{1,2}(?:st|nd|rd|th)?`;

const date = new RegExp(
  [
    String.raw`(?<isoYear>${year})-(?<isoMonth>\d\d)-(?<isoDay>\d\d)`,
    String.raw`(?<slashDay>\d{1,2})/(?<slashMonth>\d{1,2})/(?<slashYear>${year}|\d\d)`,
    String.raw`(?<dotDay>\d{1,2})\.(?<dotMonth>\d{1,2})\.(?<dotYear>${year})`,
    String.raw`(?<from>${year})(?:\s?[-–/]\s?|\sto\s)(?<to>${year}|\d\d)(?!\d|\s?%)`,
    String.raw`(?:(?<firstDay>${dayPattern})\s?(?:[-–]|to|and)\s?)?(?<day>${dayPattern})\s(?:of\s)?(?<month>${monthPattern})\b\.?(?:,?\s(?<year>${year})\b)?`,
    String.raw`(?<onlyMonth>${monthPattern})\.?\s(?:(?<laterDay>${dayPattern}),?\s)?(?<monthYear>${year})`,
  ]
    .map((pattern) => String.raw`(?<![\p{L}\p{N}.,/£$€-])(?:${pattern})(?![\p{L}\p{N}])`)
    .join('|'),
  'giu',
);

/** In their order. What only looks like a date (31/02/2020) is none. */
export function datesIn(text: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  for (const match of text.matchAll(date)) {
    const groups = match.groups ?? {};
    const start = match.index;
    // A full stop behind an abbreviation belongs to the date only where more of it follows.
    const end = start + match[0].replace(/\.$/u, '').length;
    if (groups['from'] !== undefined) {
      const from = Number(groups['from']);
      const to = spanEnd(from, groups['to'] ?? '');
      // SI 2012/2089 is no span of years.
      if (to <= from || to - from > LONGEST_SPAN) continue;
      found.push({
        start,
        end,
        kind: 'years',
        from: { year: from, month: null, day: null },
        to: { year: to, month: null, day: null },
      });
      continue;
    }
    const said = dateOf(groups);
    if (!possible(said)) continue;
    const first = Number.parseInt(groups['firstDay'] ?? '', 10);
    if (Number.isNaN(first)) {
      found.push({ start, end, kind: 'date', from: said, to: said });
      continue;
    }
    // "1 to 5 September 2020" names two days.
    const opening = { ...said, day: first };
    const split = start + (groups['firstDay'] ?? '').length;
    const second = end - match[0].trimEnd().length + match[0].search(/(?<=[-–]|to|and)\s?\d/u);
    if (possible(opening)) found.push({ start, end: split, kind: 'date', from: opening, to: opening });
    const at = /\d/u.test(text.charAt(second)) ? second : second + 1;
    found.push({ start: Math.max(at, split), end, kind: 'date', from: said, to: said });
  }
  return found;
}

/** 2024-25 ends in 2025, 1999-00 in 2000. */
function spanEnd(from: number, to: string): number {
  if (to.length === 4) return Number(to);
  const end = Math.floor(from / 100) * 100 + Number(to);
  return end <= from && to === '00' ? end + 100 : end;
}

function dateOf(groups: Readonly<Record<string, string | undefined>>): CalendarDate {
  const numeric = (digits: string | undefined) => (digits === undefined ? null : Number.parseInt(digits, 10));
  const name = groups['month'] ?? groups['onlyMonth'];
  const month =
    name === undefined
      ? numeric(groups['isoMonth'] ?? groups['slashMonth'] ?? groups['dotMonth'])
      : whole.findIndex((pattern) => pattern.test(name)) + 1;
  const day = numeric(
    groups['isoDay'] ?? groups['slashDay'] ?? groups['dotDay'] ?? groups['day'] ?? groups['laterDay'],
  );
  const written =
    groups['isoYear'] ?? groups['slashYear'] ?? groups['dotYear'] ?? groups['year'] ?? groups['monthYear'];
  const number = numeric(written);
  return { year: number !== null && written?.length === 2 ? 2000 + number : number, month, day };
}

function possible({ year: inYear, month, day }: CalendarDate): boolean {
  if (month === null || month < 1 || month > 12) return false;
  // A year of 366 days where none is given.
  return day === null || (day >= 1 && day <= new Date(Date.UTC(inYear ?? 2000, month, 0)).getUTCDate());
}

/**
 * Whether the first says nothing that the second does not: a day that the second leaves out is too much. A year that
 * one of them leaves to the reader agrees with any.
 */
export function withinDate(said: CalendarDate, source: CalendarDate): boolean {
  const yearAgrees = said.year === null || source.year === null || said.year === source.year;
  const monthAgrees = said.month === null || said.month === source.month;
  const dayAgrees = said.day === null || said.day === source.day;
  return yearAgrees && monthAgrees && dayAgrees;
}
