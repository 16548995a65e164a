/**
 * Words that the file still has where the page shows nothing but black: a redaction that somebody drew and nobody
 * carried out. Whatever hides them, a shape, a picture or a note, the picture of the page tells.
 */
import type { Inspection } from '../../../shared/pack/inspection.ts';
import type { OpenPdf } from '../../pdfium/open-pdf.ts';
import type { PlacedText } from '../../pdfium/page-text.ts';

/** Pixels across; a page of A4 gets about one a point. */
const NARROWEST = 600;
const WIDEST = 2000;
/** Of 255. */
const DARK = 90;
/** Between the darkest and the lightest of a box: letters on it would differ by more. */
const UNIFORM = 40;
/** Characters next to each other; fewer may be an ornament. */
const SHORTEST = 3;
const LONGEST = 80;
const MOST_PLACES = 500;
/** Pages of one file of which a picture is made: those of a long scan with recognised words behind them. */
const MOST_PAGES = 1000;

interface Grey {
  readonly width: number;
  readonly height: number;
  /** Pixels in a point. */
  readonly scale: number;
  at(x: number, y: number): number;
}

/** @param candidates pages, from 0, on which something may hide words. */
export function coveredWords(pdf: OpenPdf, candidates: readonly number[]): Inspection['covered'] {
  const found: Inspection['covered'] = [];
  for (const page of candidates.slice(0, MOST_PAGES)) {
    if (found.length >= MOST_PLACES) break;
    const placed = pdf.placedText(page);
    if (placed.text.length < SHORTEST) continue;
    for (const words of hiddenIn(placed, greyOf(pdf, page))) found.push({ page: page + 1, words });
  }
  return found.slice(0, MOST_PLACES);
}

function greyOf(pdf: OpenPdf, page: number): Grey {
  const across = Math.max(pdf.sizes[2 * page] ?? 1, 1);
  const width = Math.round(Math.min(Math.max(across, NARROWEST), WIDEST));
  const picture = pdf.draw(page, width);
  const { pixels, height } = picture;
  return {
    width,
    height,
    scale: width / across,
    at(x, y) {
      const from = 4 * (y * width + x);
      return (
        0.299 * (pixels[from] ?? 255) + 0.587 * (pixels[from + 1] ?? 255) + 0.114 * (pixels[from + 2] ?? 255)
      );
    },
  };
}

function* hiddenIn({ text, boxes }: PlacedText, grey: Grey): Generator<string> {
  let start = -1;
  for (let unit = 0; unit <= text.length; unit += 1) {
    const isSpace = unit < text.length && /\s/.test(text.charAt(unit));
    // A space is hidden where its neighbours are.
    if (isSpace && start >= 0) continue;
    if (unit < text.length && !isSpace && isHidden(boxes, unit, grey)) {
      if (start < 0) start = unit;
      continue;
    }
    if (start < 0) continue;
    const words = text.slice(start, unit).replace(/\s+/g, ' ').trim();
    if (words.replaceAll(' ', '').length >= SHORTEST) yield words.slice(0, LONGEST);
    start = -1;
  }
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

function boxAt(boxes: Float32Array, unit: number): Box {
  const [left = 0, top = 0, right = 0, bottom = 0] = boxes.subarray(4 * unit, 4 * unit + 4);
  return [left, top, right, bottom];
}

/** Whether the line of a character runs up or down the page as it is shown: its neighbour stands above or below it. */
function isUpright(boxes: Float32Array, unit: number): boolean {
  const [left, top, right, bottom] = boxAt(boxes, unit);
  for (const other of [unit + 1, unit - 1, unit + 2, unit - 2]) {
    if (other < 0 || 4 * other >= boxes.length) continue;
    const [x1, y1, x2, y2] = boxAt(boxes, other);
    if (x1 === x2 || y1 === y2) continue;
    return Math.abs(y1 + y2 - top - bottom) > Math.abs(x1 + x2 - left - right);
  }
  return false;
}

/** A box is as tall as its line and may stick out of what hides its letters; along the line only its edges are blurred. */
const ACROSS_LINE = 1 / 4;
const ALONG_LINE = 1 / 8;

function isHidden(boxes: Float32Array, unit: number, grey: Grey): boolean {
  const [left, top, right, bottom] = boxAt(boxes, unit);
  if (right <= left || bottom <= top) return false;
  const upright = isUpright(boxes, unit);
  const aside = (right - left) * (upright ? ACROSS_LINE : ALONG_LINE);
  const below = (bottom - top) * (upright ? ALONG_LINE : ACROSS_LINE);
  const x1 = Math.ceil((left + aside) * grey.scale);
  const x2 = Math.floor((right - aside) * grey.scale) - 1;
  const y1 = Math.ceil((top + below) * grey.scale);
  const y2 = Math.floor((bottom - below) * grey.scale) - 1;
  if (x1 < 0 || y1 < 0 || Math.max(x1, x2) >= grey.width || Math.max(y1, y2) >= grey.height) return false;
  let lightest = 0;
  let darkest = 255;
  for (let y = y1; y <= Math.max(y1, y2); y += 1) {
    for (let x = x1; x <= Math.max(x1, x2); x += 1) {
      const value = grey.at(x, y);
      if (value > lightest) lightest = value;
      if (value < darkest) darkest = value;
      if (lightest > DARK) return false;
    }
  }
  return lightest - darkest <= UNIFORM;
}
