/** Page numbers as front sheets, notices and cover letters write them. */
import { lazily } from '../lazily.ts';

/** Printed numbers, so "12a" and "A3" are among them. */
export interface PageRange {
  readonly first: string;
  readonly last: string;
}

/** "5 - 18", "5": as councils print it, which is also how a page's label names several. */
export function rangeWords({ first, last }: PageRange): string {
  return first === last ? first : `${first} - ${last}`;
}

/** "Pages 5 - 18", "Page 5". */
export function pagesWords(range: PageRange): string {
  return `${range.first === range.last ? 'Page' : 'Pages'} ${rangeWords(range)}`;
}

/** A number for programs; a string where it is none, such as "A3". */
export function printedNumber(printed: string): number | string {
  return /^\d+$/.test(printed) ? Number(printed) : printed;
}

/**
 * "Pages 5 - 18 and 45 - 50", in the order of the numbers: ranges that follow each other, with at most a blank verso
 * between them, are one.
 */
export function rangesWords(ranges: readonly PageRange[]): string {
  const joined: PageRange[] = [];
  const inOrder = ranges.toSorted((one, other) => order().compare(one.first, other.first));
  for (const range of inOrder) {
    const last = joined.at(-1);
    if (last && follows(last.last, range.first))
      joined[joined.length - 1] = { first: last.first, last: range.last };
    else joined.push(range);
  }
  const [first] = joined;
  if (!first || joined.length === 1) return first ? pagesWords(first) : '';
  const words = joined.map(rangeWords);
  return `Pages ${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

const order = lazily(() => new Intl.Collator('en-GB', { numeric: true }));

function follows(one: string, other: string): boolean {
  const [, prefix = '', number = ''] = /^(\D*)(\d+)$/.exec(one) ?? [];
  const [, otherPrefix = '', otherNumber = ''] = /^(\D*)(\d+)$/.exec(other) ?? [];
  if (number === '' || otherNumber === '' || prefix !== otherPrefix) return false;
  const gap = Number(otherNumber) - Number(number);
  return gap === 1 || gap === 2;
}
