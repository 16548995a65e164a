/** What the codes of a font mean, as far as the font itself says. */
import { type PDFDict, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib';
import { unpack } from '../objects/content.ts';
import { dictAt, entryOf, itemsAt, nameAt, nameText } from '../objects/look.ts';
import { readings } from './strings.ts';
import { syntaxOf } from './syntax.ts';

/** What codes say, and what a reader sees where that is not the same. null: it does not say. */
export interface FontReader {
  said(bytes: Uint8Array): string | null;
  /** null: as it is said, as far as can be known. */
  readonly shown: ((bytes: Uint8Array) => string) | null;
}

const number = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);
const characters = (bytes: Uint8Array): string =>
  bytes.length === 1 ? String.fromCharCode(bytes[0] ?? 0) : new TextDecoder('utf-16be').decode(bytes);

/** A range of more codes than this is damage, or an attack. */
const LONGEST = 65_536;

interface Codes {
  readonly map: ReadonlyMap<number, string>;
  readonly width: number;
}

/** A ToUnicode map (PDF 32000-1, 9.10.3). */
function toUnicode(bytes: Uint8Array): Codes {
  const map = new Map<number, string>();
  let width = 1;
  let pending: (Uint8Array | Uint8Array[])[] = [];
  let list: Uint8Array[] | null = null;
  for (const each of syntaxOf(bytes)) {
    if (each.type === 'string') (list ?? pending).push(each.bytes);
    else if (each.type === 'open' && each.bracket === 'array') list = [];
    else if (each.type === 'close' && each.bracket === 'array') {
      if (list) pending.push(list);
      list = null;
    } else if (each.type === 'word') {
      if (each.text === 'endcodespacerange') {
        for (const one of pending) if (one instanceof Uint8Array) width = Math.max(width, one.length);
      } else if (each.text === 'endbfchar') addCharacters(map, pending);
      else if (each.text === 'endbfrange') addRanges(map, pending);
      pending = [];
    }
  }
  return { map, width };
}

function addCharacters(map: Map<number, string>, pending: readonly (Uint8Array | Uint8Array[])[]): void {
  for (let at = 0; at + 1 < pending.length; at += 2) {
    const [from, to] = [pending[at], pending[at + 1]];
    if (from instanceof Uint8Array && to instanceof Uint8Array) map.set(number(from), characters(to));
  }
}

function addRanges(map: Map<number, string>, pending: readonly (Uint8Array | Uint8Array[])[]): void {
  for (let at = 0; at + 2 < pending.length; at += 3) {
    const [first, last, to] = [pending[at], pending[at + 1], pending[at + 2]];
    if (!(first instanceof Uint8Array) || !(last instanceof Uint8Array) || to === undefined) continue;
    const from = number(first);
    const count = Math.min(number(last) - from + 1, LONGEST);
    for (let step = 0; step < count; step += 1) {
      if (Array.isArray(to)) {
        const own = to[step];
        if (own) map.set(from + step, characters(own));
      } else {
        const text = characters(to);
        const end = text.charCodeAt(text.length - 1) + step;
        map.set(from + step, text.slice(0, -1) + String.fromCharCode(end));
      }
    }
  }
}

const glyphs: Readonly<Record<string, string>> = {
  space: ' ',
  zero: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  period: '.',
  comma: ',',
  hyphen: '-',
  sterling: '£',
  percent: '%',
  fi: 'fi',
  fl: 'fl',
  ff: 'ff',
  ffi: 'ffi',
  ffl: 'ffl',
  quoteright: '’',
  parenleft: '(',
  parenright: ')',
};

/** Codes that the encoding of a simple font gives other letters; null: it uses letters of its own. */
function differences(font: PDFDict): ReadonlyMap<number, string> | null {
  const encoding = dictAt(font, 'Encoding');
  const map = new Map<number, string>();
  if (encoding === undefined) return map;
  let code = 0;
  let unknown = 0;
  for (const each of itemsAt(encoding, 'Differences')) {
    if (each instanceof PDFNumber) code = each.asNumber();
    else if (each instanceof PDFName) {
      const name = nameText(each) ?? '';
      const hex = /^uni([0-9A-F]{4})$/u.exec(name)?.[1];
      const letter =
        name.length === 1 ? name : (glyphs[name] ?? (hex && String.fromCharCode(Number.parseInt(hex, 16))));
      if (letter === undefined) unknown += 1;
      map.set(code, letter ?? ' ');
      code += 1;
    }
  }
  return unknown > map.size / 2 ? null : map;
}

const silent = () => null;

export function fontReader(font: PDFDict): FontReader {
  const own = nameAt(font, 'Subtype') === 'Type0' ? null : differences(font);
  const shown = own && ((bytes: Uint8Array) => encoded(bytes, own));
  const map = entryOf(font, 'ToUnicode');
  if (!(map instanceof PDFRawStream)) return { said: shown ?? silent, shown: null };
  const inside = unpack(map);
  if (inside === undefined) return { said: silent, shown };
  const { map: codes, width } = toUnicode(inside);
  const composite = nameAt(font, 'Subtype') === 'Type0' || width > 1;
  // The map is what is copied and searched; the letters are what is seen.
  return { said: (bytes) => decoded(bytes, codes, composite ? 2 : 1), shown };
}

function encoded(bytes: Uint8Array, own: ReadonlyMap<number, string>): string {
  if (own.size === 0) return readings(bytes).at(-1) ?? '';
  return Array.from(bytes, (byte) => own.get(byte) ?? String.fromCharCode(byte)).join('');
}

function decoded(bytes: Uint8Array, codes: ReadonlyMap<number, string>, width: number): string | null {
  let text = '';
  let unread = 0;
  for (let at = 0; at + width <= bytes.length; at += width) {
    const letter = codes.get(number(bytes.subarray(at, at + width)));
    if (letter === undefined) unread += 1;
    text += letter ?? '';
  }
  return unread * width * 2 > bytes.length ? null : text;
}
