/** Where on a page its number, the item it opens and the marking are printed, if nothing stands in their way. */
import type { Box } from '../objects/look.ts';
import type { StampFont } from './font.ts';
import type { Sight } from './place.ts';

export interface Stamps {
  readonly number: string | null;
  readonly stamp: string | null;
  readonly marking: string | null;
  /** How many packs the page has been in: what they printed is there already, and ours stands a line further in. */
  readonly before: number;
}

export interface StampLine {
  readonly kind: 'number' | 'stamp' | 'marking';
  readonly words: string;
  readonly weight: 'regular' | 'bold';
  readonly role: 'Header' | 'Footer';
  /** In points, in the space of the shown page, as is all else. */
  readonly size: number;
  readonly left: number;
  readonly baseline: number;
  /** From the foot of its letters to their head. */
  readonly box: Box;
}

export interface StampWeights {
  readonly regular: StampFont;
  readonly bold: StampFont;
}

/** Sizes and distances on a page of A4, in points. Printers leave 12 points at the edges white. */
const NUMBER_SIZE = 10;
const STAMP_SIZE = 12;
const MARKING_SIZE = 11;
export const EDGE = 14;
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

/** How far from the sides a line begins. */
export function sideOf(sight: Sight): number {
  return Math.min(SIDE * scaleOf(sight), sight.width / 20);
}

export function layOut(sight: Sight, stamps: Stamps, fonts: StampWeights): StampLine[] {
  const scale = scaleOf(sight);
  const { width, height } = sight;
  const edge = (EDGE + LINE * LINES * stamps.before) * scale;
  const side = sideOf(sight);
  const lines: StampLine[] = [];
  const line = (
    kind: StampLine['kind'],
    words: string,
    weight: StampLine['weight'],
    size: number,
    baseline: number,
    role: StampLine['role'],
  ): StampLine => {
    const set = fonts[weight].set(words);
    // Words that are wider than the page are set smaller, so that all of them are there.
    const room = Math.max(width - 2 * side, width / 2);
    const fitted = Math.min(size * scale, room / Math.max(set.width, 0.01));
    const long = set.width * fitted;
    const left = kind === 'stamp' ? width - side - long : (width - long) / 2;
    const box: Box = [left, baseline - DESCENT * fitted, left + long, baseline + CAPITALS * fitted];
    const laid: StampLine = { kind, words, weight, role, size: fitted, left, baseline, box };
    lines.push(laid);
    return laid;
  };
  const top = height - edge - CAPITALS * MARKING_SIZE * scale;
  let stampTop = top;
  if (stamps.marking !== null) {
    const above = line('marking', stamps.marking, 'bold', MARKING_SIZE, top, 'Header');
    line('marking', stamps.marking, 'bold', MARKING_SIZE, edge, 'Footer');
    const stampWidth = stamps.stamp === null ? 0 : fonts.bold.set(stamps.stamp).width * STAMP_SIZE * scale;
    if (above.box[2] + 2 * LINE * scale > width - SIDE * scale - stampWidth)
      stampTop = top - 1.3 * LINE * scale;
  }
  if (stamps.number !== null) {
    const foot = stamps.marking === null ? edge + 2 * scale : edge + LINE * scale;
    line('number', stamps.number, 'regular', NUMBER_SIZE, foot, 'Footer');
  }
  if (stamps.stamp !== null) line('stamp', stamps.stamp, 'bold', STAMP_SIZE, stampTop, 'Header');
  return lines;
}
