/**
 * What is printed on every page: its number at the foot, the item it opens at the top right, the marking at both, all
 * of it as artifacts (ISO 32000-1, 14.8.2.2), which a reader that speaks passes over.
 *
 * Each letter is drawn on a narrow rim of white first. It can be read on any ground, and nothing of the page is covered
 * but what the letter itself would have touched.
 */
import type { Box } from '../objects/look.ts';
import { number } from '../objects/syntax.ts';
import type { StampFont } from './font.ts';
import type { Sight } from './place.ts';

export interface Stamps {
  readonly number: string | null;
  readonly stamp: string | null;
  readonly marking: string | null;
  /** How many packs the page has been in: what they printed is there already, and ours stands a line further in. */
  readonly before: number;
}

export interface Stamped {
  /** Operators in the space of the shown page; '' where nothing is printed. */
  readonly operators: string;
  /** Where on the shown page the stamp of the item stands. */
  readonly stampBox: Box | null;
  /** Form XObjects that it draws, and the names it draws them by. */
  readonly forms: ReadonlyMap<number, string>;
  readonly regular: boolean;
  readonly bold: boolean;
}

/** Names of the fonts in the resources of the page. */
export interface StampFonts {
  readonly regular: { readonly key: string; readonly font: StampFont };
  readonly bold: { readonly key: string; readonly font: StampFont };
}

/** Sizes and distances on a page of A4, in points. Printers leave 12 points at the edges white. */
const NUMBER_SIZE = 10;
const STAMP_SIZE = 12;
const MARKING_SIZE = 11;
const EDGE = 14;
const SIDE = 28;
const LINE = 13;
/** That a pack takes at the foot. */
const LINES = 2;
/** The shorter side of A4, and how much of it a page may have more or less before what is printed grows or shrinks. */
const SHORT = 595;
const TALLER = 1.45;
const SMALLER = 0.6;
const CAPITALS = 0.72;
const DESCENT = 0.22;

/** A page of A0 is looked at from afar, or on a sheet of A4; one of a stamp's size holds no letters of 10 points. */
export function scaleOf({ width, height }: Sight): number {
  const share = Math.min(width, height) / SHORT;
  if (share > TALLER) return share / TALLER;
  return share < SMALLER ? share / SMALLER : 1;
}

export function stampPage(sight: Sight, stamps: Stamps, fonts: StampFonts): Stamped {
  const scale = scaleOf(sight);
  const { width, height } = sight;
  const edge = (EDGE + LINE * LINES * stamps.before) * scale;
  let operators = '';
  let stampBox: Box | null = null;
  const forms = new Map<number, string>();
  const line = (
    words: string,
    { key, font }: StampFonts['regular'],
    size: number,
    baseline: number,
    align: 'centre' | 'right',
    role: 'Header' | 'Footer',
  ): Box => {
    const set = font.set(words);
    const side = SIDE * scale;
    // Words that are wider than the page are set smaller, so that all of them are there.
    const room = Math.max(width - 2 * Math.min(side, width / 20), width / 2);
    const fitted = Math.min(size * scale, room / Math.max(set.width, 0.01));
    const long = set.width * fitted;
    const left = align === 'centre' ? (width - long) / 2 : width - Math.min(side, width / 20) - long;
    let at = left;
    let rims = '';
    for (const { object, advance } of font.rims(words)) {
      const name = forms.get(object) ?? `${key}${forms.size}`;
      forms.set(object, name);
      rims += `q ${number(fitted / 1000)} 0 0 ${number(fitted / 1000)} ${number(at)} ${number(baseline)} cm /${name} Do Q\n`;
      at += (advance * fitted) / 1000;
    }
    operators +=
      `/Artifact<</Type/Pagination/Subtype/${role}/Attached[/${role === 'Header' ? 'Top' : 'Bottom'}]>>BDC\n${rims}` +
      `BT /${key} ${number(fitted)} Tf 1 0 0 1 ${number(left)} ${number(baseline)} Tm ${set.codes} Tj ET\nEMC\n`;
    return [left, baseline - DESCENT * fitted, left + long, baseline + CAPITALS * fitted];
  };
  const top = height - edge - CAPITALS * MARKING_SIZE * scale;
  let stampTop = top;
  if (stamps.marking !== null) {
    const above = line(stamps.marking, fonts.bold, MARKING_SIZE, top, 'centre', 'Header');
    line(stamps.marking, fonts.bold, MARKING_SIZE, edge, 'centre', 'Footer');
    const stampWidth =
      stamps.stamp === null ? 0 : fonts.bold.font.set(stamps.stamp).width * STAMP_SIZE * scale;
    if (above[2] + 2 * LINE * scale > width - SIDE * scale - stampWidth) stampTop = top - 1.3 * LINE * scale;
  }
  if (stamps.number !== null) {
    const foot = stamps.marking === null ? edge + 2 * scale : edge + LINE * scale;
    line(stamps.number, fonts.regular, NUMBER_SIZE, foot, 'centre', 'Footer');
  }
  if (stamps.stamp !== null)
    stampBox = line(stamps.stamp, fonts.bold, STAMP_SIZE, stampTop, 'right', 'Header');
  return {
    operators,
    stampBox,
    forms,
    regular: stamps.number !== null,
    bold: stamps.marking !== null || stamps.stamp !== null,
  };
}
