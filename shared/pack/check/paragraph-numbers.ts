/**
 * Numbers of paragraphs that stand twice or are left out in a supplied PDF. Print has no marks for them, so a number
 * counts only where it goes on from one before it; a figure at the beginning of a line does not.
 */
import { list } from '../../checks/words.ts';
import type { CheckedPaper, PackRule } from './context.ts';
import type { PaperLine } from './lines.ts';
import { pageWords } from './words.ts';

/** "3.", "3)", "3.12", "3.12." before words that begin as a paragraph or a heading does. */
const numbered = /^\s*(\d{1,3}(?:\.\d{1,3}){0,3})([.)]?)\s+(?=["“‘'(£]?\p{Lu})/u;
/** A line of the contents: the same number comes again where its paragraph is. */
const contentsLine = /(?:\.{3,}|…|\s{3,}|\t)\s*\d{1,4}\s*$/u;
/** More numbers left out than these are another list. */
const WIDEST_GAP = 3;

interface Found {
  readonly prefix: string;
  readonly value: number;
  /** How it is written, without its number: lists of one document differ in it. */
  readonly style: string;
  readonly page: number | null;
}

/** Numbers with one beginning, counted on. */
interface Series {
  last: Found;
  count: number;
  /** Numbers that came twice, or after a gap, and wait for the next to prove it. */
  doubt: { readonly twice: Found | null; readonly missing: readonly number[]; readonly after: Found } | null;
}

export interface NumberFaults {
  readonly twice: readonly { readonly number: string; readonly pages: readonly number[] }[];
  readonly missing: readonly { readonly number: string; readonly page: number | null }[];
}

function read({ text, page }: PaperLine): Found | null {
  const match = numbered.exec(text);
  if (!match || contentsLine.test(text)) return null;
  const [, number = '', end = ''] = match;
  const parts = number.split('.');
  const value = Number(parts.pop());
  // A bare number before a capital is an address or a date as often as a paragraph.
  if (parts.length === 0 && end === '') return null;
  return { prefix: parts.join('.'), value, style: parts.length === 0 ? end : '', page };
}

const say = ({ prefix, value }: Pick<Found, 'prefix' | 'value'>) =>
  prefix === '' ? String(value) : `${prefix}.${value}`;

/** Numbers at the beginnings of lines, whatever stands behind them: one that is there in any way is not missing. */
function allNumbers(lines: readonly PaperLine[]): Set<string> {
  return new Set(
    lines.flatMap(({ text }) => /^\s*(\d{1,3}(?:\.\d{1,3}){0,3})(?![\p{L}\p{N}])/u.exec(text)?.[1] ?? []),
  );
}

export function numberFaults(lines: readonly PaperLine[]): NumberFaults {
  const twice: { number: string; pages: number[] }[] = [];
  const missing: { number: string; page: number | null }[] = [];
  const open = new Map<string, Series[]>();
  const there = allNumbers(lines);
  const settle = (series: Series) => {
    const { doubt } = series;
    series.doubt = null;
    if (doubt === null) return;
    if (doubt.twice) {
      const pages = [doubt.twice.page, doubt.after.page].filter((page) => page !== null);
      twice.push({ number: say(doubt.after), pages: [...new Set(pages)] });
    }
    for (const value of doubt.missing) {
      const number = say({ prefix: doubt.after.prefix, value });
      if (!there.has(number)) missing.push({ number, page: doubt.after.page });
    }
  };
  for (const line of lines) {
    const found = read(line);
    if (found === null) continue;
    const key = `${found.prefix} ${found.style}`;
    const all = open.get(key) ?? [];
    const series = continued(all, found);
    if (series) {
      settle(series);
      series.last = found;
      series.count += 1;
      // Lists that began after it have ended.
      open.set(key, all.slice(0, all.indexOf(series) + 1));
    } else if (!doubtful(all.at(-1), found) && found.value === 1) {
      open.set(key, [...all, { last: found, count: 1, doubt: null }]);
    }
  }
  for (const series of [...open.values()].flat()) if (isProved(series, there)) settle(series);
  return { twice, missing };
}

/** Nothing goes on from its last number, but the next section follows: "2.2", "2.4", "3.1". */
function isProved({ last: { prefix }, doubt }: Series, there: ReadonlySet<string>): boolean {
  if (doubt === null || prefix === '') return false;
  const parts = prefix.split('.').map(Number);
  const next = [...parts.slice(0, -1), (parts.at(-1) ?? 0) + 1].join('.');
  return there.has(`${next}.1`);
}

/** The innermost list that the number goes on. */
function continued(all: readonly Series[], { value }: Found): Series | undefined {
  return all.findLast(({ last }) => last.value + 1 === value);
}

/** A number that repeats the last one, or leaves some out; believed when the next goes on from it. */
function doubtful(series: Series | undefined, found: Found): boolean {
  if (!series || series.doubt) return false;
  const step = found.value - series.last.value;
  // A list that begins again with 1 after its 1 is another list, unless its numbers have parts.
  if (step === 0 && !(found.prefix === '' && found.value === 1)) {
    series.doubt = { twice: series.last, missing: [], after: found };
    return true;
  }
  if (step < 2 || step > WIDEST_GAP || (found.prefix === '' && series.count < 2)) return false;
  const missing = Array.from({ length: step - 1 }, (_, at) => series.last.value + 1 + at);
  series.doubt = { twice: null, missing, after: found };
  series.last = found;
  return true;
}

const MOST_NAMED = 8;
const names = (numbers: readonly string[]) =>
  numbers.length > MOST_NAMED ? `${numbers.slice(0, MOST_NAMED).join(', ')} and others` : list(numbers);

const known = new WeakMap<CheckedPaper, NumberFaults>();

/** Two rules ask for the same. */
function knownFaults(at: CheckedPaper): NumberFaults {
  const before = known.get(at);
  if (before) return before;
  const faults = numberFaults(at.lines);
  known.set(at, faults);
  return faults;
}

function* faultsOf(papers: readonly CheckedPaper[]): Generator<{ at: CheckedPaper; faults: NumberFaults }> {
  for (const at of papers) {
    if (at.content?.type !== 'pdf') continue;
    yield { at, faults: knownFaults(at) };
  }
}

export const paragraphNumberTwice: PackRule = {
  name: 'paragraph-number-twice',
  *check({ papers }) {
    for (const { at, faults } of faultsOf(papers)) {
      if (faults.twice.length === 0) continue;
      const numbers = [...new Set(faults.twice.map(({ number }) => number))];
      const pages = [...new Set(faults.twice.flatMap((each) => each.pages))].sort((a, b) => a - b);
      const message = `The ${numbers.length === 1 ? 'paragraph number' : 'paragraph numbers'} ${names(numbers)} ${numbers.length === 1 ? 'stands' : 'stand'} twice (${pageWords(pages)}), so that a reference to ${numbers.length === 1 ? 'it' : 'them'} could mean either. Have the numbers corrected.`;
      yield { severity: 'warning', at, pages, message };
    }
  },
};

export const paragraphNumberMissing: PackRule = {
  name: 'paragraph-number-missing',
  *check({ papers }) {
    for (const { at, faults } of faultsOf(papers)) {
      if (faults.missing.length === 0) continue;
      const numbers = faults.missing.map(({ number }) => number);
      const pages = [...new Set(faults.missing.flatMap(({ page }) => page ?? []))].sort((a, b) => a - b);
      const one = numbers.length === 1;
      const message = `${one ? 'Paragraph' : 'Paragraphs'} ${names(numbers)} ${one ? 'is' : 'are'} missing before ${pageWords(pages)} goes on. See whether something was left out, or have the numbers corrected.`;
      yield { severity: 'warning', at, pages, message };
    }
  },
};
