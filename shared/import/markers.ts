/** List markers as people type them: bullets, and numbers, letters and Roman numerals with their punctuation. */
import { isDigit } from './first-signs.ts';
import { startsWithCapital } from './letters.ts';
import type { ListMarker } from './source.ts';

const bullet = /^(?:[-–*•◦▪▫·‣●○■□➢❖\uf0b7\uf0a7]|o(?=\t))\s+/;
const enumerator =
  /^(?:\((\d{1,3}|[a-z]|[ivxlc]{2,6})\)|(\d{1,4}(?:\.\d{1,3}){0,3})[.)]|([a-z]|[ivxlc]{2,6})[.)])\s+/;
const barePath = /^(\d{1,3}(?:\.\d{1,3}){1,3})(\t\s*|[  ]+)/;

export interface MarkedText {
  readonly marker: ListMarker;
  /** Characters the marker takes, white space after it included. */
  readonly length: number;
}

const bulletsAsWritten: ReadonlySet<string> = new Set('-–*•◦▪·');

/** Symbol fonts draw bullets with letters and private characters; without the font only a bullet is left of them. */
export function bulletMarker(written: string): ListMarker {
  const text = bulletsAsWritten.has(written) ? written : '•';
  return { text, style: 'bullet', value: 0, prefix: '' };
}

/** Nearly every list of numerals has no more. */
const firstNumerals: readonly string[] = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];
const romanValues: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** Value of a Roman numeral in small letters; null for what is none. */
export function romanValue(letters: string): number | null {
  const place = firstNumerals.indexOf(letters);
  if (place >= 0) return place + 1;
  if (!/^(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(letters) || letters === '') return null;
  let sum = 0;
  for (let at = 0; at < letters.length; at += 1) {
    const value = romanValues[letters[at] ?? ''] ?? 0;
    sum += value < (romanValues[letters[at + 1] ?? ''] ?? 0) ? -value : value;
  }
  return sum;
}

/**
 * Reads "i" as a letter or as a numeral.
 * @param previous markers of the lines before, nearest last: "i" after "h" is a letter.
 */
function alphabetic(text: string, letters: string, previous: readonly ListMarker[]): ListMarker | null {
  const roman = romanValue(letters);
  const letter = letters.length === 1 ? letters.charCodeAt(0) - 96 : null;
  const follows = (style: ListMarker['style'], value: number | null) =>
    value !== null && previous.some((marker) => marker.style === style && marker.value === value - 1);
  const asRoman =
    roman !== null &&
    (letter === null || follows('roman', roman) || (letters === 'i' && !follows('letter', 9)));
  if (asRoman) return { text, style: 'roman', value: roman, prefix: '' };
  return letter === null ? null : { text, style: 'letter', value: letter, prefix: '' };
}

function numeric(text: string, path: string): ListMarker {
  const at = path.lastIndexOf('.') + 1;
  return { text, style: 'decimal', value: Number(path.slice(at)), prefix: path.slice(0, at) };
}

/** "2.3 Text" has no closing punctuation, as "2.3 million" has none: only a capital, a tab or two spaces decide. */
function readBarePath(text: string): RegExpExecArray | null {
  const found = isDigit(text.charAt(0)) && text.includes('.') ? barePath.exec(text) : null;
  if (found === null) return null;
  const [all, , space = ''] = found;
  const decided = space.length > 1 || space === '\t' || startsWithCapital(text.slice(all.length));
  return decided ? found : null;
}

function readEnumerator(text: string, previous: readonly ListMarker[]): MarkedText | null {
  const bare = readBarePath(text);
  if (bare?.[1]) return { marker: numeric(bare[1], bare[1]), length: bare[0].length };
  const first = text.charAt(0);
  const might = first === '(' || isDigit(first) || (first >= 'a' && first <= 'z');
  const match = might ? enumerator.exec(text) : null;
  if (!match) return null;
  const [whole, bracketed, path, letters] = match;
  const core = bracketed ?? path ?? letters ?? '';
  const marker = isDigit(core.charAt(0))
    ? numeric(whole.trim(), core)
    : alphabetic(whole.trim(), core, previous);
  // Four digits are a year at the end of a sentence, unless the list has come so far.
  if (
    core.length >= 4 &&
    /^\d{4}/.test(core) &&
    !previous.some(({ value }) => value === (marker?.value ?? 0) - 1)
  )
    return null;
  return marker && { marker, length: whole.length };
}

/**
 * The list marker a text starts with; a bullet before a letter or number ("- a. ") is one marker, because
 * programs that extract text write Word's lists so. Null where the text starts with none, or is nothing else.
 */
export function readMarker(text: string, previous: readonly ListMarker[] = []): MarkedText | null {
  const bulleted = bullet.exec(text);
  const start = bulleted?.[0].length ?? 0;
  const numbered = readEnumerator(text.slice(start, start + 40), previous);
  if (numbered) return { marker: numbered.marker, length: start + numbered.length };
  if (!bulleted) return null;
  return { marker: bulletMarker(bulleted[0].trim()), length: start };
}
