/**
 * Words in quotation marks against the words they are cited from. Marks, commas and white space are typography; a word
 * is not. An ellipsis stands for words left out, square brackets for words put in.
 */
import { diffArrays } from 'diff';
import { fold } from './folded.ts';

export interface Quotation {
  /** UTF-16 units of the text, the marks left out. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

export type Comparison =
  | { readonly state: 'same' }
  /** `ours` against `theirs`, in order; empty where one of them has nothing. */
  | {
      readonly state: 'differs';
      readonly changes: readonly { readonly ours: string; readonly theirs: string }[];
    }
  /** Not these words at all. */
  | { readonly state: 'other' };

/** Fewer words in quotation marks are a name or a turn of speech. */
const FEWEST_WORDS = 4;
/** UTF-16 units of a quotation whose differences are worked out. */
const LONGEST = 4000;
/** Share of the words of a quotation that its source must have for it to be a quotation of it. */
const ALIKE = 0.5;

/** Runs of words in “…”, ‘…’ or "…", the outermost ones; an apostrophe closes nothing. Linear. */
export function quotationsIn(text: string): Quotation[] {
  const found: Quotation[] = [];
  let open: { readonly at: number; readonly close: string } | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (open === null) {
      const close = mark === '“' ? '”' : mark === '‘' ? '’' : mark === '"' ? '"' : null;
      if (close !== null && opens(text, at)) open = { at: at + 1, close };
    } else if (mark === '\n') {
      open = null;
    } else if (mark === open.close && closes(text, at, mark)) {
      const words = text.slice(open.at, at);
      if (wordsOf(words).length >= FEWEST_WORDS) found.push({ start: open.at, end: at, words });
      open = null;
    }
  }
  return found;
}

function opens(text: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/\s/u.test(text.charAt(at + 1) || ' ');
}

function closes(text: string, at: number, mark: string): boolean {
  return mark !== '’' || !/[\p{L}\p{N}]/u.test(text.charAt(at + 1));
}

/** The words of a quotation that stands by itself, without its marks and without the source named behind it. */
export function quotedWords(text: string): Quotation {
  const opening = /^[\s“‘"']*/u.exec(text)?.[0].length ?? 0;
  const close = /[”’"']\s*(?:[([–—][^\n]{0,300})?$/u.exec(text.slice(-320));
  const bracket = /\s*[([][^()[\]\n]{0,200}\b(?:19|20)\d\d\b[^()[\]\n]{0,100}[)\]]\.?\s*$/u.exec(
    text.slice(-320),
  );
  const tail = Math.max(text.length - 320, 0);
  const end = close ? tail + close.index : bracket ? tail + bracket.index : text.trimEnd().length;
  return { start: opening, end: Math.max(opening, end), words: text.slice(opening, Math.max(opening, end)) };
}

/**
 * @param sources the passages it may be of, each with what stands around it as far as that is known.
 */
export function compareQuotation(
  words: string,
  sources: readonly { readonly exact: string; readonly around: string }[],
): Comparison {
  const segments = segmentsOf(words);
  if (segments.length === 0) return { state: 'same' };
  if (sources.some(({ around }) => inOrder(segments, wordsOf(around)))) return { state: 'same' };
  const mine = segments.flat();
  let closest: { readonly exact: string; readonly shared: number } | null = null;
  for (const { exact } of sources) {
    const theirs = new Set(wordsOf(exact).map(plain));
    const shared = mine.filter((word) => theirs.has(plain(word))).length;
    if (shared > (closest?.shared ?? 0)) closest = { exact, shared };
  }
  if (!closest || closest.shared < ALIKE * mine.length) return { state: 'other' };
  return { state: 'differs', changes: differences(closest.exact, words) };
}

/** What stands between ellipses and square brackets, as words; "[T]he" is "the". */
function segmentsOf(words: string): string[][] {
  return fold(words)
    .text.replace(/\[(\p{L})\](?=\p{L})/gu, '$1')
    .split(/\[[^[\]]{0,200}\]|\.{3,}/u)
    .map(wordsOf)
    .filter((segment) => segment.length > 0);
}

/** Words and figures; what stands between them is typography. */
function wordsOf(text: string): string[] {
  return (
    fold(text).text.match(
      /[\p{L}\p{N}£$€%][\p{L}\p{M}\p{N}£$€%]*(?:['.,:/-][\p{L}\p{N}][\p{L}\p{M}\p{N}%]*)*/gu,
    ) ?? []
  );
}

/** A sentence may be begun in the middle of another. */
function plain(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}

function inOrder(segments: readonly (readonly string[])[], source: readonly string[]): boolean {
  const all = ` ${source.map(plain).join(' ')} `;
  let at = 0;
  for (const segment of segments) {
    const words = ` ${segment.map(plain).join(' ')} `;
    const found = all.indexOf(words, at);
    if (found === -1) return false;
    // The space behind it is the one before the next.
    at = found + words.length - 1;
  }
  return true;
}

/** Runs of words that are not the same, ours against theirs; what the source has before and behind them is none. */
function differences(source: string, quotation: string): { ours: string; theirs: string }[] {
  const theirs = wordsOf(source.slice(0, LONGEST));
  const ours = wordsOf(quotation.slice(0, LONGEST));
  const parts = diffArrays(theirs, ours, {
    comparator: (one, other) => plain(one) === plain(other),
    maxEditLength: 400,
  });
  if (!parts) return [];
  const changes: { ours: string; theirs: string }[] = [];
  let open: { ours: string; theirs: string } | null = null;
  for (const [at, { added, removed, value }] of parts.entries()) {
    if (!added && !removed) {
      open = null;
      continue;
    }
    // The source begins before the quotation and goes on behind it.
    if (removed && (at === 0 || at === parts.length - 1)) continue;
    if (!open) {
      open = { ours: '', theirs: '' };
      changes.push(open);
    }
    const words = value.join(' ');
    if (added) open.ours = words;
    else open.theirs = words;
  }
  return changes;
}
