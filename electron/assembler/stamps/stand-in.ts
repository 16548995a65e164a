/**
 * Our own typeface in the place of Helvetica or Arial, where the look of a field names them and the file does not bring
 * them: its letters have the same widths, so that every line ends where it did. Of the other standard fonts none is
 * shipped; those stay, and are told.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import fontkit from '@pdf-lib/fontkit';
import { PDFDict, PDFName, PDFNumber } from 'pdf-lib';
import { resourcesFolder } from '../../paths.ts';
import { missingFont } from '../objects/fonts.ts';
import { entryOf, itemsAt, nameAt, nameText } from '../objects/look.ts';
import { array, dictionary, name, number, ref } from '../objects/syntax.ts';
import type { PdfWriter } from '../write/pdf-writer.ts';

type Style = 'Regular' | 'Bold' | 'Italic' | 'BoldItalic';

const FAMILY = /^(?:Helvetica|Helv|Arial(?:MT)?|Arimo)(?:[-,]?(Bold)?(Oblique|Italic)?(?:MT)?)?$/;
const CODES = 256;
/** Tables of codes that a simple font may name (ISO 32000-1, 9.6.6); all others count as the first. */
const encodings = { WinAnsiEncoding: 'windows-1252', MacRomanEncoding: 'macintosh' } as const;

/** null: no typeface of ours has the widths of its letters. */
function styleOf(font: PDFDict): Style | null {
  const subtype = nameAt(font, 'Subtype');
  if (subtype !== 'Type1' && subtype !== 'TrueType') return null;
  const found = FAMILY.exec(missingFont(font) ?? '');
  if (!found) return null;
  const [, bold, italic] = found;
  return bold ? (italic ? 'BoldItalic' : 'Bold') : italic ? 'Italic' : 'Regular';
}

/** Whether a font that is not in the file gets one of ours in its place when it is flattened. */
export function hasStandIn(font: PDFDict): boolean {
  return styleOf(font) !== null;
}

interface Face {
  readonly descriptor: number;
  readonly baseFont: string;
  widthOf(letter: number): number;
  widthOfName(glyph: string): number;
}

export class StandIns {
  readonly #writer: PdfWriter;
  readonly #faces = new Map<Style, Face>();
  readonly #fonts = new Map<string, number>();

  constructor(writer: PdfWriter) {
    this.#writer = writer;
  }

  /** The object of a font in the pack that can be drawn with in its place; null: there is none. */
  for(font: PDFDict): number | null {
    const style = styleOf(font);
    if (style === null) return null;
    const { written, base, differences } = encodingOf(font);
    const same = `${style} ${written}`;
    let object = this.#fonts.get(same);
    if (object === undefined) {
      const face = this.#face(style);
      const decoder = new TextDecoder(encodings[base]);
      const widths = Array.from({ length: CODES }, (_, code) => {
        const glyph = differences.get(code);
        const letter = decoder.decode(Uint8Array.of(code)).codePointAt(0) ?? 0;
        return number(glyph === undefined ? face.widthOf(letter) : face.widthOfName(glyph));
      });
      object = this.#writer.add(
        dictionary({
          Type: '/Font',
          Subtype: '/TrueType',
          BaseFont: name(face.baseFont),
          FirstChar: '0',
          LastChar: String(CODES - 1),
          Widths: array(widths),
          Encoding: written,
          FontDescriptor: ref(face.descriptor),
        }),
      );
      this.#fonts.set(same, object);
    }
    return object;
  }

  #face(style: Style): Face {
    let face = this.#faces.get(style);
    if (face === undefined) {
      face = loadFace(style, this.#writer);
      this.#faces.set(style, face);
    }
    return face;
  }
}

function loadFace(style: Style, writer: PdfWriter): Face {
  const bytes = readFileSync(path.join(resourcesFolder(), 'fonts', `Arimo-${style}.ttf`));
  const font = fontkit.create(bytes);
  const scaled = (units: number) => Math.round((units * 1000) / font.unitsPerEm);
  const file = writer.addStream(`/Length1 ${bytes.length}/Filter/FlateDecode`, deflateSync(bytes));
  const baseFont = `Arimo-${style}`;
  const { minX, minY, maxX, maxY } = font.bbox;
  const descriptor = writer.add(
    dictionary({
      Type: '/FontDescriptor',
      FontName: name(baseFont),
      // Nonsymbolic (table 123).
      Flags: style.includes('Italic') ? '96' : '32',
      FontBBox: array([minX, minY, maxX, maxY].map((side) => number(scaled(side)))),
      ItalicAngle: number(font.italicAngle),
      Ascent: number(scaled(font.ascent)),
      Descent: number(scaled(font.descent)),
      CapHeight: number(scaled(font.capHeight)),
      StemV: style.includes('Bold') ? '140' : '80',
      FontFile2: ref(file),
    }),
  );
  const named = new Map<string, number>();
  for (let glyph = 0; glyph < font.numGlyphs; glyph += 1) {
    const { name: known, advanceWidth } = font.getGlyph(glyph) as { name?: string; advanceWidth: number };
    if (known !== undefined) named.set(known, scaled(advanceWidth));
  }
  return {
    descriptor,
    baseFont,
    widthOf: (letter) => scaled(font.glyphForCodePoint(letter).advanceWidth),
    widthOfName: (glyph) => named.get(glyph) ?? 0,
  };
}

interface Encoding {
  /** In the syntax of PDF. */
  readonly written: string;
  readonly base: keyof typeof encodings;
  readonly differences: ReadonlyMap<number, string>;
}

function encodingOf(font: PDFDict): Encoding {
  const own = entryOf(font, 'Encoding');
  const base = (named: string | undefined): keyof typeof encodings =>
    named === 'MacRomanEncoding' ? named : 'WinAnsiEncoding';
  const differences = new Map<number, string>();
  if (own === undefined || own instanceof PDFName) {
    const known = base(nameText(own));
    return { written: name(known), base: known, differences };
  }
  const dict = own instanceof PDFDict ? own : PDFDict.withContext(font.context);
  const known = base(nameAt(dict, 'BaseEncoding'));
  let code = 0;
  for (const item of itemsAt(dict, 'Differences')) {
    if (item instanceof PDFNumber) code = item.asNumber();
    else if (item instanceof PDFName) {
      if (code >= 0 && code < CODES) differences.set(code, nameText(item) ?? '');
      code += 1;
    }
  }
  const inside = [...differences].map(([at, glyph]) => `${at} ${name(glyph)}`);
  return {
    written: dictionary({ Type: '/Encoding', BaseEncoding: name(known), Differences: array(inside) }),
    base: known,
    differences,
  };
}
