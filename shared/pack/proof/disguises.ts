/**
 * Words that people read at a glance and a comparison of words does not: letters set apart, a word in two pieces, a
 * note's figure stuck to it, its letters turned round, or a name inside of a longer word. Only where a piece of it is
 * no public word is it looked at, so that "may be" is never taken for "maybe".
 */
import type { Token } from './tokens.ts';

export interface Disguised {
  /** The word it may be. */
  readonly word: string;
  /** Tokens it is made of. */
  readonly from: number;
  readonly count: number;
  /** Part of a longer word, where only names count. */
  readonly inside: boolean;
}

/** What is public, and what words that are looked for begin with. */
export interface Known {
  isPublic(word: string): boolean;
  isBeginning(letters: string): boolean;
}

/** Shorter than this, pieces make a word by chance. */
export const SHORTEST_JOINED = 5;
/** Of a name in a longer word. */
const SHORTEST_INSIDE = 7;
/** Letters of the longest word that is taken apart. */
const LONGEST = 60;
/** So many single letters in a row are a word that is set apart. */
const APART = 4;
/** Figures in a row that are one sum. */
const SHORTEST_SUM = 6;

const noted = /^(?:\d{1,3}(\p{L}{3,})\d{0,3}|(\p{L}{3,})\d{1,3})$/u;

function* ofOne(word: string, from: number): Generator<Disguised> {
  const own = { from, count: 1, inside: false };
  const [, behind, before] = noted.exec(word) ?? [];
  const bare = behind ?? before;
  if (bare !== undefined) yield { ...own, word: bare };
  if (word.length < SHORTEST_JOINED || word.length > LONGEST) return;
  yield { ...own, word: [...word].reverse().join('') };
  for (let start = 0; start + SHORTEST_INSIDE <= word.length; start += 1)
    for (let end = start + SHORTEST_INSIDE; end <= word.length; end += 1)
      if (end - start < word.length) yield { ...own, word: word.slice(start, end), inside: true };
}

/** Pieces that stand one after another, as far as they can still become a word that is looked for. */
function* joinedFrom(tokens: readonly Token[], from: number, known: Known): Generator<Disguised> {
  let letters = tokens[from]?.word ?? '';
  let unknown = !known.isPublic(letters);
  for (let at = from + 1; at < tokens.length && known.isBeginning(letters); at += 1) {
    const piece = tokens[at]?.word ?? '';
    letters += piece;
    unknown ||= !known.isPublic(piece);
    if (unknown && letters.length >= SHORTEST_JOINED)
      yield { word: letters, from, count: at - from + 1, inside: false };
  }
}

/** Where a row of single letters that begins here ends; `from` where it is too short, or does not begin here. */
function endOfRow(tokens: readonly Token[], from: number): number {
  if (tokens[from - 1]?.word.length === 1) return from;
  let end = from;
  while (tokens[end]?.word.length === 1) end += 1;
  return end - from < APART ? from : end;
}

function* ofRow(tokens: readonly Token[], from: number, end: number): Generator<Disguised> {
  const letters = tokens.slice(from, end).map(({ word }) => word);
  // The heads of columns are figures in a row too.
  const shortest = letters.every((letter) => /\d/u.test(letter)) ? SHORTEST_SUM : APART;
  for (let start = 0; start + shortest <= letters.length; start += 1) {
    const most = Math.min(letters.length, start + LONGEST);
    for (let stop = start + shortest; stop <= most; stop += 1)
      yield {
        word: letters.slice(start, stop).join(''),
        from: from + start,
        count: stop - start,
        inside: false,
      };
  }
}

export function* disguised(tokens: readonly Token[], known: Known): Generator<Disguised> {
  for (const [at, { word }] of tokens.entries()) {
    if (!known.isPublic(word)) yield* ofOne(word, at);
    yield* joinedFrom(tokens, at, known);
    const end = endOfRow(tokens, at);
    if (end > at) yield* ofRow(tokens, at, end);
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: PDFium writes one for a hyphen at the end of a line
const stems = /(\p{L}{2,})[-\u00ad\u2010\u2011\u0002\ufffe][ \t]*(?=\r?\n|$)/gu;
const lineStarts = /(?:^|\n)[ \t]*(\p{L}{2,})/gu;

/** Words that may be broken between the end of one page and the top of the next: every such pair, joined. */
export function* brokenBetween(page: string, next: string): Generator<string> {
  const ends = new Set(Array.from(page.matchAll(stems), ([, stem = '']) => stem));
  if (ends.size === 0) return;
  const starts = new Set(Array.from(next.matchAll(lineStarts), ([, start = '']) => start));
  for (const end of ends) for (const start of starts) yield end + start;
}
