/** The content of pages: its streams, unpacked where they have to be looked into, and whether its brackets match. */
import { inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFArray, type PDFName, PDFRawStream } from 'pdf-lib';
import { filtersOf } from './filters.ts';
import { asDict, entryOf, key, numberAt, resolve } from './look.ts';
import type { SourcePage } from './page-tree.ts';
import { type Rows, unpredicted } from './predictor.ts';

/** A stream of more is no content of a page but an attempt on the memory of the process. */
const MOST = 256 * 1024 * 1024;

/** undefined: in a way that is not known here, or damaged beyond reading. */
export function unpack(stream: PDFRawStream): Uint8Array | undefined {
  const filters = filtersOf(stream.dict);
  if (filters.length === 0) return stream.contents;
  const packed = inflatedBy(stream, filters);
  const rows = rowsOf(stream);
  // pdf-lib's own reader leaves them as they are.
  return packed === undefined || rows === null ? packed : unpredicted(packed, rows);
}

function inflatedBy(stream: PDFRawStream, filters: readonly PDFName[]): Uint8Array | undefined {
  try {
    if (filters.length === 1 && filters[0] === key('FlateDecode'))
      return inflateSync(stream.contents, { maxOutputLength: MOST });
  } catch {
    // A stream that is cut off: pdf-lib's own reader gives what there is of it.
  }
  try {
    return decodePDFRawStream(stream).decode();
  } catch {
    return undefined;
  }
}

/** Of the last filter, which alone has them in files that people make. null: its bytes are what they are. */
function rowsOf({ dict }: PDFRawStream): Rows | null {
  const parameters = entryOf(dict, 'DecodeParms');
  const last =
    parameters instanceof PDFArray
      ? resolve(dict.context, parameters.get(parameters.size() - 1))
      : parameters;
  const own = asDict(last);
  if (own === undefined) return null;
  const said = (name: string, otherwise: number) => numberAt(own, name) ?? otherwise;
  const predictor = said('Predictor', 1);
  if (predictor <= 1) return null;
  return {
    predictor,
    colors: said('Colors', 1),
    bits: said('BitsPerComponent', 8),
    columns: said('Columns', 1),
  };
}

/** As they stand in `Contents`, references unresolved. */
export function contentItems(page: SourcePage): PDFArray | undefined | PDFRawStream {
  const contents = entryOf(page.dict, 'Contents');
  return contents instanceof PDFArray || contents instanceof PDFRawStream ? contents : undefined;
}

export function contentBytes(page: SourcePage): Uint8Array[] {
  const contents = contentItems(page);
  const streams =
    contents instanceof PDFArray
      ? contents.asArray().map((item) => resolve(page.dict.context, item))
      : [contents];
  const found: Uint8Array[] = [];
  for (const stream of streams) {
    if (!(stream instanceof PDFRawStream)) continue;
    const bytes = unpack(stream);
    if (bytes) found.push(bytes);
  }
  return found;
}

/** What has to be written before and behind the content of a page so that it leaves no trace. */
export interface Balance {
  /** Graphics states and marked contents that it closes without having opened them. */
  readonly statesBefore: number;
  readonly marksBefore: number;
  /** That it leaves open. */
  readonly statesAfter: number;
  readonly marksAfter: number;
  readonly textAfter: boolean;
  /** Numbers of its marked contents (14.7.4), in order, where they stand in the content itself. */
  readonly mcids: readonly number[];
  readonly artifacts: boolean;
  /** Whether it writes or paints anything that stands in no marked content. */
  readonly loose: boolean;
  /** Whether it draws or writes anything at all. */
  readonly empty: boolean;
}

const LETTER = new Uint8Array(256);
const DELIMITER = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) DELIMITER[code] = 1;
for (const sign of '()<>[]{}/%') DELIMITER[sign.charCodeAt(0)] = 1;
for (let code = 33; code < 127; code += 1) if (DELIMITER[code] !== 1) LETTER[code] = 1;

const [q, Q, B, E, T, I] = ['q', 'Q', 'B', 'E', 'T', 'I'].map((sign) => sign.charCodeAt(0));
const [C, D, M] = ['C', 'D', 'M'].map((sign) => sign.charCodeAt(0));
const PAREN = 40;
const CLOSE = 41;
const BACKSLASH = 92;
const PERCENT = 37;
const SLASH = 47;
const LESS = 60;
const GREATER = 62;

/** Goes through the operators without making anything of them: several times as fast as to parse them. */
export function balanceOf(streams: readonly Uint8Array[]): Balance {
  let states = 0;
  let lowestState = 0;
  let marks = 0;
  let lowestMark = 0;
  let inText = false;
  let artifacts = false;
  let loose = false;
  let operators = 0;
  const mcids: number[] = [];
  for (const bytes of streams) {
    const { length } = bytes;
    let at = 0;
    while (at < length) {
      const code = bytes[at] ?? 0;
      if (code === PAREN) {
        at = afterString(bytes, at);
      } else if (code === PERCENT) {
        while (at < length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
      } else if (code === LESS && bytes[at + 1] !== LESS) {
        while (at < length && bytes[at] !== GREATER) at += 1;
        at += 1;
      } else if (code === SLASH) {
        const start = at + 1;
        at = start;
        while (at < length && DELIMITER[bytes[at] ?? 0] !== 1) at += 1;
        if (at - start === 4 && isWord(bytes, start, 'MCID')) {
          const value = numberAfter(bytes, at);
          if (value !== null) mcids.push(value);
        } else if (at - start === 8 && isWord(bytes, start, 'Artifact')) artifacts = true;
      } else if (LETTER[code] === 1) {
        const start = at;
        while (at < length && LETTER[bytes[at] ?? 0] === 1) at += 1;
        const size = at - start;
        if (code < 65) continue;
        operators += 1;
        if (marks <= 0 && !loose) loose = paints(bytes, start, size);
        if (size === 1) {
          if (code === q) states += 1;
          else if (code === Q) {
            states -= 1;
            if (states < lowestState) lowestState = states;
          }
        } else if (size === 2) {
          const second = bytes[at - 1];
          if (code === B && second === T) inText = true;
          else if (code === E && second === T) inText = false;
          else if (code === B && second === I) at = afterImage(bytes, at);
        } else if (size === 3 && bytes[at - 1] === C) {
          const second = bytes[start + 1];
          if (code === B && (second === M || second === D)) marks += 1;
          else if (code === E && second === M) {
            marks -= 1;
            if (marks < lowestMark) lowestMark = marks;
          }
        }
      } else at += 1;
    }
  }
  return {
    statesBefore: -lowestState,
    marksBefore: -lowestMark,
    statesAfter: states - lowestState,
    marksAfter: marks - lowestMark,
    textAfter: inText,
    mcids,
    artifacts,
    loose,
    empty: operators === 0,
  };
}

/** Operators that leave a mark on the page (8.2, table 51); forms are looked at by themselves. */
const PAINTS = new Set('f F f* B B* b b* S s sh Tj TJ BI'.split(' '));
const LONGEST_PAINT = 2;

function paints(bytes: Uint8Array, start: number, size: number): boolean {
  if (size > LONGEST_PAINT) return false;
  const second = size === 2 ? String.fromCharCode(bytes[start + 1] ?? 0) : '';
  return PAINTS.has(String.fromCharCode(bytes[start] ?? 0) + second);
}

function isWord(bytes: Uint8Array, start: number, word: string): boolean {
  for (let step = 0; step < word.length; step += 1) {
    if (bytes[start + step] !== word.charCodeAt(step)) return false;
  }
  return true;
}

function numberAfter(bytes: Uint8Array, from: number): number | null {
  let at = from;
  while (bytes[at] === 32 || bytes[at] === 10 || bytes[at] === 13 || bytes[at] === 9) at += 1;
  let value = 0;
  const start = at;
  for (; at - start < 7; at += 1) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) break;
    value = 10 * value + digit;
  }
  return at === start ? null : value;
}

function afterString(bytes: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const code = bytes[at];
    if (code === BACKSLASH) at += 1;
    else if (code === PAREN) depth += 1;
    else if (code === CLOSE) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return bytes.length;
}

/** Behind the `EI` of an image within the content; its bytes may look like anything. */
function afterImage(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 2 < bytes.length; at += 1) {
    if (bytes[at] !== E || bytes[at + 1] !== I) continue;
    const before = bytes[at - 1] ?? 0;
    const behind = bytes[at + 2] ?? 32;
    if (DELIMITER[before] === 1 && DELIMITER[behind] === 1 && soundsLikeContent(bytes, at + 2)) return at + 2;
  }
  return bytes.length;
}

function soundsLikeContent(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < Math.min(bytes.length, from + 12); at += 1) {
    const code = bytes[at] ?? 0;
    if (code > 126 || (code < 32 && DELIMITER[code] !== 1)) return false;
  }
  return true;
}
