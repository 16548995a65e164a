/** The typeface of numbers, stamps and markings: one subset of each of its two weights in a pack. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fontkit from '@pdf-lib/fontkit';
import { CustomFontSubsetEmbedder, PDFContext } from 'pdf-lib';
import { resourcesFolder } from '../../paths.ts';
import { Copier } from '../merge/copier.ts';
import { number } from '../objects/syntax.ts';
import type { PdfWriter } from '../write/pdf-writer.ts';
import { pathOperators } from './outline-path.ts';

export type Weight = 'Regular' | 'Bold';

/** Six capitals before the name say that it is a subset (ISO 32000-1, 9.6.4). */
const tags: Readonly<Record<Weight, string>> = { Regular: 'DSPTCH', Bold: 'DSPTCI' };
/** Of white around each letter, in thousandths of its size; half of it lies under the letter. */
const RIM = 220;
const EM = 1000;

/** A form XObject that draws the white rim of some letters at a size of 1000, and how far it leads. */
export interface Rim {
  readonly object: number;
  readonly advance: number;
}

type Font = ReturnType<typeof fontkit.create>;

/** What fontkit's subsets are inside. */
interface Subset {
  includeGlyph(glyph: number): number;
  encodeStream(): ReturnType<ReturnType<Font['createSubset']>['encodeStream']>;
  _addGlyph(glyph: number): number;
  readonly glyf: Uint8Array[];
  offset: number;
}

/**
 * Two faults lie between the libraries. pdf-lib takes a subset that has `encode` for one of a later fontkit, whose
 * `encode` needs no stream. And fontkit writes halved offsets of glyphs, cutting those that are odd: a glyph of odd
 * length would make the next one unreadable.
 */
function mended(font: Font): Font {
  const create = font.createSubset.bind(font);
  return Object.assign(Object.create(font), {
    layout: (words: string) => plainLayout(font, words),
    createSubset() {
      const subset = create() as unknown as Subset;
      const add = subset._addGlyph.bind(subset);
      subset._addGlyph = (glyph) => {
        const at = add(glyph);
        const bytes = subset.glyf[at];
        if (bytes && bytes.length % 2 === 1) {
          // It takes buffers of its own kind only.
          const Kind = bytes.constructor as new (length: number) => Uint8Array;
          const even = new Kind(bytes.length + 1);
          even.set(bytes);
          even[bytes.length] = 0;
          subset.glyf[at] = even;
          subset.offset += 1;
        }
        return at;
      };
      return {
        includeGlyph: (glyph: number) => subset.includeGlyph(glyph),
        encodeStream: () => subset.encodeStream(),
      };
    },
  });
}

/** A glyph for each character: to look for ligatures, of which numbers have none, takes a third of a second. */
function plainLayout(font: Font, words: string) {
  return { glyphs: Array.from(words, (character) => font.glyphForCodePoint(character.codePointAt(0) ?? 0)) };
}

export class StampFont {
  readonly #embedder: CustomFontSubsetEmbedder;
  readonly #outlines: Font;
  readonly #writer: PdfWriter;
  readonly #known = new Map<string, { readonly codes: string; readonly width: number }>();
  readonly #rims = new Map<string, Rim>();
  /** Its object in the pack. */
  readonly object: number;

  static async load(weight: Weight, writer: PdfWriter): Promise<StampFont> {
    const bytes = await readFile(path.join(resourcesFolder(), 'fonts', `Arimo-${weight}.ttf`));
    const name = `${tags[weight]}+Arimo-${weight}`;
    const font = fontkit.create(bytes);
    const embedder = await CustomFontSubsetEmbedder.for({ create: () => mended(font) }, bytes, name);
    return new StampFont(embedder, font, writer);
  }

  private constructor(embedder: CustomFontSubsetEmbedder, outlines: Font, writer: PdfWriter) {
    this.#embedder = embedder;
    this.#outlines = outlines;
    this.#writer = writer;
    this.object = writer.reserve();
  }

  /** The codes of its glyphs, as a string of PDF, and how wide it is at a size of 1. */
  set(words: string): { readonly codes: string; readonly width: number } {
    let codes = '';
    let width = 0;
    for (const piece of piecesOf(words)) {
      const known = this.#piece(piece);
      codes += known.codes;
      width += known.width;
    }
    return { codes: `<${codes}>`, width };
  }

  /** The rims of its words and digits, one after the other. */
  rims(words: string): Rim[] {
    return piecesOf(words).map((piece) => {
      let rim = this.#rims.get(piece);
      if (rim === undefined) {
        rim = this.#drawRim(piece);
        this.#rims.set(piece, rim);
      }
      return rim;
    });
  }

  #piece(words: string): { readonly codes: string; readonly width: number } {
    let known = this.#known.get(words);
    if (known === undefined) {
      known = {
        codes: this.#embedder.encodeText(words).asString(),
        width: this.#embedder.widthOfTextAtSize(words, 1),
      };
      this.#known.set(words, known);
    }
    return known;
  }

  /** Embeds the glyphs that were asked for; nothing is written where none were. */
  async write(): Promise<void> {
    if (this.#known.size === 0) return;
    const context = PDFContext.create();
    const copier = new Copier(context, this.#writer);
    const font = await this.#embedder.embedIntoContext(context);
    copier.assign(font, this.object);
    const object = context.lookup(font);
    if (object) copier.put(this.object, object);
    copier.drain();
  }

  /** Drawn as a path: as letters the words would stand on the page twice for whoever searches or copies them. */
  #drawRim(words: string): Rim {
    const scale = EM / this.#outlines.unitsPerEm;
    let advance = 0;
    let drawn = '';
    for (const glyph of plainLayout(this.#outlines, words).glyphs) {
      drawn += pathOperators(glyph.path.toSVG(), advance, scale);
      advance += glyph.advanceWidth * scale;
    }
    const box = `[${-RIM} ${-EM / 2} ${number(Math.ceil(advance) + RIM)} ${EM + RIM}]`;
    const operators = `1 G 1 j ${RIM} w\n${drawn}S\n`;
    const object = this.#writer.addText(`/Type/XObject/Subtype/Form/BBox${box}/Resources<<>>`, operators);
    return { object, advance };
  }
}

/** Words and single digits, of which the numbers of a thousand pages are made: to lay out each anew takes as long as all else. */
function piecesOf(words: string): readonly string[] {
  return words.match(/\d|\D+/g) ?? [];
}
