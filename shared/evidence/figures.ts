/**
 * The figures of English text with their places and what they mean, so that £1.6b, £1.6 billion and £1,600m are one.
 * Signs are left out: "fell by 2 per cent" and "-2%" say the same.
 */
import {
  type Amount,
  amountIn,
  countMagnitude,
  moneyMagnitude,
  numberInDigits,
  numberInWords,
  sameNumber,
} from './amounts.ts';
import { type CalendarDate, datesIn, withinDate } from './dates.ts';
import { withoutReferences, withoutTelephones } from './not-figures.ts';
import { currencyUnits, unitOf, unitPattern } from './units.ts';

/** points: percentage points. ratio: so many in so many, per hundred. years: a financial year, or one year to another. */
export type FigureKind = 'money' | 'percent' | 'points' | 'ratio' | 'measure' | 'count' | 'date' | 'years';

export interface Quantity {
  readonly kind: FigureKind;
  /** What is measured: "GBP", "m" for every length; empty where the kind says it. */
  readonly unit: string;
  /** In the base of the unit; both the same unless it is a range. */
  readonly low: Amount;
  readonly high: Amount;
}

/** How a figure that is not exact stands to what it stands for. */
export type Approximation = 'about' | 'under' | 'over';

export interface Figure extends Quantity {
  /** UTF-16 units of the text; the currency, the unit and both ends of a range are in it. */
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly words: string;
  readonly approximation: Approximation | null;
  /** Of a date: what of it is given. */
  readonly date: CalendarDate | null;
  /** What else it may mean: "2.3m" is millions or metres, "2000" a year or a number. */
  readonly otherwise: Quantity | null;
  /** "twelve", not "12". */
  readonly inWords: boolean;
}

// Every repetition is bounded, so that no text can make the search slow.
const number = `(?:${numberInDigits}|${numberInWords})`;
const figure = new RegExp(
  [
    String.raw`(?<currency>[£$€])\s?(?<money>${numberInDigits})(?<moneyMagnitude>${moneyMagnitude})?`,
    String.raw`(?<![\p{L}\p{N}.,/£$€])(?<share>${number})\s(?:in|out\sof)\s(?:every\s)?(?<of>${number})(?![\p{L}\p{N}/%]|[.,]\d|\s?(?:%|per\b|percent|million|thousand|billion)|[\s-](?:${unitPattern})(?![\p{L}\p{N}]))`,
    String.raw`(?<![\p{L}\p{N}.,/£$€])(?<number>${number})(?<magnitude>${countMagnitude})?(?:(?<percent>\s?%|\s(?:per\scent|percent)\b)|(?<points>\s?(?:percentage\spoints?|ppts?|pp)\b)|[\s-]?(?<unit>${unitPattern})(?![\p{L}\p{N}]))?(?![\p{L}\p{N}/]|[.,]\d)`,
  ].join('|'),
  'giu',
);
const inWords = new RegExp(String.raw`\b${numberInWords}`, 'iu');

const about =
  /(?:\b(?:about|around|roughly|approximately|approx\.?|circa|ca?\.|some|close to|in the region of|in the order of)\s|~)\s{0,2}$/iu;
const under =
  /\b(?:nearly|almost|just under|just below|under|less than|fewer than|below|up to|at most|no more than)\s{1,2}$/iu;
const over =
  /\b(?:over|more than|above|at least|upwards of|in excess of|no fewer than|not less than)\s{1,2}$/iu;
/** Before a number like 2000 these say that it is not a year. */
const measures =
  /\b(?:about|almost|around|at least|approximately|fewer than|more than|less than|nearly|over|some|under|up to|total of)\s+$/iu;
/** "In about 2021" is when something was. */
const inYear = /\b(?:in|since|from|by|until|before|after|during)\s+\p{L}+\s+$/iu;

/** A figure while its neighbours may still tell more about it. */
interface Reading extends Omit<Figure, 'words'> {
  readonly digits: string;
  readonly magnitude: string;
}

/** False: there is no figure in it. Takes far less than reading them. */
export function mayHaveFigures(text: string): boolean {
  return /\d/u.test(text) || inWords.test(text);
}

/** In the order in which they stand; none overlaps another. Linear in the length of the text. */
export function readFigures(text: string): Figure[] {
  if (!mayHaveFigures(text)) return [];
  const prose = withoutTelephones(text);
  const dates = datesIn(prose).map(dateReading);
  const rest = withoutReferences(blanked(prose, dates));
  const numbers = [...rest.matchAll(figure)].flatMap((match) => reading(match, rest) ?? []);
  return [...dates, ...joined(numbers, rest)]
    .sort((one, other) => one.start - other.start)
    .map(({ digits: _digits, magnitude: _magnitude, ...found }) => ({
      ...found,
      words: text.slice(found.start, found.end),
    }));
}

function blanked(text: string, places: readonly { readonly start: number; readonly end: number }[]): string {
  let made = '';
  let at = 0;
  for (const { start, end } of places) {
    made += `${text.slice(at, start)}${' '.repeat(end - start)}`;
    at = end;
  }
  return made + text.slice(at);
}

const exactAmount = (value: number): Amount => ({ value, step: 0 });

function dateReading({ start, end, kind, from, to }: ReturnType<typeof datesIn>[number]): Reading {
  return {
    start,
    end,
    kind,
    unit: '',
    low: exactAmount(from.year ?? 0),
    high: exactAmount(to.year ?? 0),
    approximation: null,
    date: kind === 'date' ? from : null,
    otherwise: null,
    inWords: false,
    digits: '',
    magnitude: '',
  };
}

function reading(match: RegExpExecArray, prose: string): Reading | null {
  const groups = match.groups ?? {};
  const start = match.index;
  const end = start + match[0].length;
  const preceding = prose.slice(Math.max(0, start - 30), start);
  const common = {
    start,
    end,
    approximation: approximationOf(preceding, prose.slice(end, end + 20)),
    date: null,
    otherwise: null,
    inWords: !/\d/u.test(match[0]),
  };
  if (groups['share'] !== undefined) {
    const share = amountIn(groups['share'], '').value;
    const of = amountIn(groups['of'] ?? '', '').value;
    // "Grew by 30 in 2021" is no share.
    if (share >= of || (of >= 1900 && of < 2100)) return null;
    const amount = exactAmount((100 * share) / of);
    return { ...common, kind: 'ratio', unit: '', low: amount, high: amount, digits: '', magnitude: '' };
  }
  const digits = groups['money'] ?? groups['number'] ?? '';
  const magnitude = groups['moneyMagnitude'] ?? groups['magnitude'] ?? '';
  const read = { ...common, digits, magnitude, ...quantityOf(groups, digits, magnitude) };
  if (read.kind === 'measure' && read.unit === 'm' && /^[\d,.]+m$/u.test(match[0])) return metres(read);
  if (read.kind === 'count' && /^(?:1[89]|20)\d\d$/u.test(match[0])) return yearOrNumber(read, preceding);
  return read;
}

function quantityOf(
  groups: Readonly<Record<string, string | undefined>>,
  digits: string,
  magnitude: string,
): Quantity {
  const amount = amountIn(digits, magnitude);
  const as = (kind: FigureKind, unit = '', { value, step } = amount): Quantity => ({
    kind,
    unit,
    low: { value, step },
    high: { value, step },
  });
  if (groups['currency'] !== undefined) return as('money', symbols[groups['currency']]);
  if (groups['percent'] !== undefined) return as('percent');
  if (groups['points'] !== undefined) return as('points');
  if (groups['unit'] === undefined) return as('count');
  const { base, factor } = unitOf(groups['unit']);
  return as(currencyUnits.has(base) ? 'money' : 'measure', base, times(amount, factor));
}

const symbols: Readonly<Record<string, string>> = { '£': 'GBP', '€': 'EUR', $: 'USD' };

function times({ value, step }: Amount, factor: number): Amount {
  return { value: value * factor, step: step * factor };
}

/** "500m" is a distance and "2.3m" a number of people, unless it stands on a gauge. */
function metres(read: Reading): Reading {
  const amount = amountIn(read.digits, 'm');
  const measure: Quantity = { kind: 'measure', unit: 'm', low: read.low, high: read.high };
  const count: Quantity = { kind: 'count', unit: '', low: amount, high: amount };
  return read.digits.includes('.')
    ? { ...read, ...count, magnitude: 'm', otherwise: measure }
    : { ...read, otherwise: count };
}

function yearOrNumber(read: Reading, preceding: string): Reading {
  const amount = exactAmount(read.low.value);
  const year: Quantity = { kind: 'date', unit: '', low: amount, high: amount };
  const count: Quantity = { kind: 'count', unit: '', low: read.low, high: read.high };
  const date = { year: amount.value, month: null, day: null };
  if (measures.test(preceding) && !inYear.test(preceding)) return { ...read, otherwise: year };
  return { ...read, ...year, date, otherwise: count };
}

function approximationOf(preceding: string, following: string): Approximation | null {
  if (about.test(preceding) || /^\s?(?:or so|or thereabouts)\b/iu.test(following)) return 'about';
  if (under.test(preceding)) return 'under';
  return over.test(preceding) || /^\s?(?:or more\b|or over\b|\+)/iu.test(following) ? 'over' : null;
}

/** Makes ranges of two figures that are one, and lets "4 to 6 per cent" be per cent at both ends. */
function joined(numbers: readonly Reading[], prose: string): Reading[] {
  const made: Reading[] = [];
  for (const second of numbers) {
    const first = made.at(-1);
    const between = first && second.start - first.end < 8 ? prose.slice(first.end, second.start) : '';
    const link = /^\s{0,2}(?:(?<dash>[-–—])|(?<to>to)|(?<and>and))\s{0,2}$/iu.exec(between)?.groups;
    const both = first && link ? sharing(first, second) : null;
    if (!first || !link || !both) {
      made.push(second);
      continue;
    }
    const opening = prose.slice(Math.max(0, first.start - 10), first.start);
    const spans = link['dash'] !== undefined || (link['to'] !== undefined && !/\bfrom\s$/iu.test(opening));
    if (spans || (link['and'] !== undefined && /\bbetween\s$/iu.test(opening))) {
      made.splice(-1, 1, rangeOf(...both));
    } else if (link['to'] === undefined) {
      made.push(second);
    } else {
      // "From 4 to 6 per cent" are two figures.
      made.splice(-1, 1, ...both);
    }
  }
  return made;
}

/** Both ends in one unit; null where they are of different things. */
function sharing(first: Reading, other: Reading): [Reading, Reading] | null {
  const counts = first.kind === 'count' || first.kind === 'money';
  const second = counts ? asNumber(other) : other;
  if (isRange(first) || first.kind === 'ratio' || second.kind === 'ratio') return null;
  if (first.kind === second.kind && first.unit === second.unit) {
    return [counts && first.magnitude === '' ? magnified(first, second.magnitude) : first, second];
  }
  if (first.kind === 'count' && first.magnitude === '') {
    const { kind, unit, magnitude } = second;
    const factor = factorOf(second);
    const amount = times(amountIn(first.digits, magnitude), factor);
    return [{ ...first, kind, unit, low: amount, high: amount, otherwise: null }, second];
  }
  if (first.kind === 'money' && second.kind === 'count') {
    const amount = amountIn(second.digits, second.magnitude || first.magnitude);
    const lower = first.magnitude === '' ? magnified(first, second.magnitude) : first;
    return [
      lower,
      { ...second, kind: 'money', unit: first.unit, low: amount, high: amount, otherwise: null },
    ];
  }
  // "£2-3m": metres alone, millions behind a currency.
  if (first.kind === 'money' && second.otherwise !== null && /m$/iu.test(first.magnitude || 'm')) {
    const amount = amountIn(second.digits, 'm');
    const lower = first.magnitude === '' ? magnified(first, 'm') : first;
    return [
      lower,
      { ...second, kind: 'money', unit: first.unit, low: amount, high: amount, otherwise: null },
    ];
  }
  return null;
}

/** "Between 500 and 2000 homes" ends with no year. */
function asNumber(read: Reading): Reading {
  if (read.kind !== 'date' || read.otherwise === null) return read;
  return { ...read, ...read.otherwise, date: null, otherwise: null };
}

function isRange({ low, high }: Quantity): boolean {
  return low.value !== high.value;
}

function factorOf({ low, digits, magnitude }: Reading): number {
  const { value } = amountIn(digits, magnitude);
  return value === 0 ? 1 : low.value / value;
}

function magnified(read: Reading, magnitude: string): Reading {
  const amount = amountIn(read.digits, magnitude);
  return { ...read, low: amount, high: amount, otherwise: null };
}

function rangeOf(first: Reading, second: Reading): Reading {
  const years = first.date !== null && second.date !== null;
  return {
    ...first,
    kind: years ? 'years' : first.kind,
    end: second.end,
    high: second.high,
    date: null,
    otherwise: null,
    inWords: first.inWords && second.inWords,
    // Neither end of it is open to a third.
    magnitude: second.magnitude,
  };
}

/** How far from what it stands for an approximate figure may be, as a share of it, however few its digits. */
const LOOSEST = 0.1;

/**
 * Whether a figure of a document is what a source says: the same by whatever name; where the document says "about" or
 * "nearly", also what it is the rounding of. An exact figure is never another exact one.
 */
export function sameFigure(written: Figure, source: Figure): boolean {
  if (written.date !== null && source.date !== null) return withinDate(written.date, source.date);
  const meanings = (one: Figure): Quantity[] => (one.otherwise === null ? [one] : [one, one.otherwise]);
  return meanings(written).some((mine) =>
    meanings(source).some((theirs) => sameQuantity(mine, theirs, written.approximation)),
  );
}

function sameQuantity(mine: Quantity, theirs: Quantity, approximation: Approximation | null): boolean {
  const shares = isShare(mine) && isShare(theirs);
  if (!shares && (mine.kind !== theirs.kind || mine.unit !== theirs.unit)) return false;
  // A date has more to it than its number; dates were compared before.
  if (mine.kind === 'date') return false;
  return sameAmount(mine.low, theirs.low, approximation) && sameAmount(mine.high, theirs.high, approximation);
}

const isShare = ({ kind }: Quantity): boolean => kind === 'ratio' || kind === 'percent';

function sameAmount(mine: Amount, theirs: Amount, approximation: Approximation | null): boolean {
  if (sameNumber(mine.value, theirs.value)) return true;
  if (approximation === null) return false;
  const difference = theirs.value - mine.value;
  if (approximation === 'under' && difference > 0) return false;
  if (approximation === 'over' && difference < 0) return false;
  const allowed = Math.min(mine.step / 2, LOOSEST * mine.value);
  return Math.abs(difference) <= allowed * (1 + 1e-9);
}

/** Whether a source says this figure: as one of its own, or each end of a range as one of them. */
export function saysFigure(source: readonly Figure[], written: Figure): boolean {
  if (source.some((one) => sameFigure(written, one))) return true;
  if (!isRange(written) || written.kind === 'years') return false;
  return [written.low, written.high].every((end) =>
    source.some((one) => sameFigure({ ...written, low: end, high: end }, one)),
  );
}
