/**
 * Lines that a mail program or an extraction tool wrapped at a margin become one again, before anything else is
 * read: bold may run over a wrapped line's end.
 */
import { hasAt } from './first-signs.ts';
import { LetterPattern } from './letters.ts';
import { readMarker } from './markers.ts';
import { pageNumberIn } from './page-number.ts';
import type { OriginalLine } from './source.ts';

export interface PhysicalLine extends OriginalLine {
  readonly gapBefore: boolean;
  readonly pageBreakBefore: boolean;
}

export interface LogicalLine {
  /** One, or the pieces of a wrapped line. */
  readonly pieces: readonly PhysicalLine[];
}

/** Wrapped text has no line longer than this; lines that nobody wrapped usually do. */
const WIDEST_MARGIN = 130;
/** Fewer lines than this that reach the margin are coincidence. */
const FEWEST_WRAPS = 3;

const structural = /^\s*(?:#{1,6}\s|>|\||[-=_*]{3,}\s*$)/;
/** Its first group is what follows the capital; how long that may be is not said here, since that took 1 ms to compile. */
const runInLabel = new LetterPattern(String.raw`^\s*[*_]{0,3}[\p{Lu}]([\p{L}\p{M}’'./ -]*):`);
const LONGEST_LABEL = 40;

function hasLabel(text: string): boolean {
  if (!text.includes(':')) return false;
  const rest = runInLabel.exec(text)?.[1];
  return rest !== undefined && [...rest].length <= LONGEST_LABEL;
}

function mayBeStructural(text: string): boolean {
  return hasAt(text, 0, '#>|') || (hasAt(text, 0, '-=_*') && hasAt(text, 1, '-=_*'));
}

function isApart(text: string): boolean {
  return (mayBeStructural(text.trimStart()) && structural.test(text)) || pageNumberIn(text) !== null;
}

function startsSomething(text: string): boolean {
  return isApart(text) || hasLabel(text) || readMarker(text.trimStart()) !== null;
}

function firstWord(text: string): string {
  return /^\s*(\S*)/.exec(text)?.[1] ?? '';
}

interface Pair {
  readonly first: PhysicalLine;
  readonly second: PhysicalLine;
}

/** The margin the text was wrapped at, in characters; null where nobody wrapped it. */
function marginOf(lines: readonly PhysicalLine[]): number | null {
  let longest = 0;
  for (const { text } of lines) longest = Math.max(longest, text.trimEnd().length);
  if (longest > WIDEST_MARGIN || longest < 40) return null;
  let reaching = 0;
  let short = 0;
  for (const { first, second } of pairs(lines)) {
    if (first.text.trimEnd().length >= 0.7 * longest && !startsSomething(second.text)) reaching += 1;
    else if (!startsSomething(second.text)) short += 1;
  }
  return reaching >= FEWEST_WRAPS && reaching > short ? longest : null;
}

function* pairs(lines: readonly PhysicalLine[]): Generator<Pair> {
  let first: PhysicalLine | undefined;
  for (const second of lines) {
    if (first && !second.gapBefore) yield { first, second };
    first = second;
  }
}

function isWrap({ first, second }: Pair, start: PhysicalLine, margin: number | null): boolean {
  if (second.gapBefore || second.pageBreakBefore || isApart(first.text)) return false;
  if (startsSomething(second.text)) return false;
  const marked = readMarker(start.text.trimStart());
  const indent = (text: string) => text.length - text.trimStart().length;
  // The Markdown form: the words of an item continue below its first word.
  if (marked && indent(second.text) >= indent(start.text) + 2) return true;
  if (margin === null) return false;
  const length = first.text.trimEnd().length;
  if (length + 1 + firstWord(second.text).length > margin) return true;
  const goesOn = !/[.!?:;]["”’)]?\s*$/.test(first.text);
  return /^\s*\p{Ll}/u.test(second.text) ? length >= 0.7 * margin : goesOn && length >= 0.85 * margin;
}

export function unwrap(lines: readonly PhysicalLine[]): LogicalLine[] {
  const margin = marginOf(lines);
  const logical: PhysicalLine[][] = [];
  for (const line of lines) {
    const current = logical.at(-1);
    const last = current?.at(-1);
    const start = current?.[0];
    if (current && last && start && isWrap({ first: last, second: line }, start, margin)) current.push(line);
    else logical.push([line]);
  }
  return logical.map((pieces) => ({ pieces }));
}
