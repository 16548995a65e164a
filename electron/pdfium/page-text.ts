/** The words of a page, and where on it each of their characters stands. */
import { type CleanText, cleanText, cleanTextWithOrigin } from './clean-text.ts';
import type { Pdfium } from './load.ts';
import { utf16At, withMemory } from './memory.ts';

export interface PlacedText {
  readonly text: string;
  /**
   * Four numbers for each UTF-16 unit of `text`: left, top, right and bottom, in points from the top left corner of
   * the page as it is shown (turned and cropped), as `sizes` and drawn pictures have it. As tall as the line, so that
   * neighbours meet. A line break, and a space nobody drew, have no width.
   */
  readonly boxes: Float32Array<ArrayBuffer>;
}

const LINE_BREAK = 10;
const FORM = 5;
const IMAGE = 3;
/** A picture is found near the top of a page or not needed; forms within forms end here. */
const LOOKED_AT = 2000;
const DEEPEST_FORM = 4;

function rawText(api: Pdfium, textPage: number): string {
  const count = api.FPDFText_CountChars(textPage);
  if (count <= 0) return '';
  // Room for twice as many: a character outside of the first plane may be counted as one.
  return withMemory(api, 2 * (2 * count + 2), (address) => {
    const written = api.FPDFText_GetText(textPage, 0, count, address);
    return written > 1 ? utf16At(api, address, written - 1) : '';
  });
}

export function withPage<Result>(
  api: Pdfium,
  document: number,
  at: number,
  use: (page: number) => Result,
): Result {
  const page = api.FPDF_LoadPage(document, at);
  if (page === 0) throw new Error(`PDFium cannot read page ${at + 1}.`);
  try {
    return use(page);
  } finally {
    api.FPDF_ClosePage(page);
  }
}

export function withText<Result>(
  api: Pdfium,
  document: number,
  at: number,
  use: (textPage: number, page: number) => Result,
): Result {
  return withPage(api, document, at, (page) => {
    const textPage = api.FPDFText_LoadPage(page);
    if (textPage === 0) throw new Error(`PDFium cannot read the text of page ${at + 1}.`);
    try {
      return use(textPage, page);
    } finally {
      api.FPDFText_ClosePage(textPage);
    }
  });
}

/** `picture`: the page shows one; looked for only where the page has no words. */
export function readPage(api: Pdfium, document: number, at: number): { text: string; picture: boolean } {
  return withText(api, document, at, (textPage, page) => {
    const text = cleanText(rawText(api, textPage));
    return { text, picture: text === '' && hasPicture(api, page) };
  });
}

export function readPlacedText(
  api: Pdfium,
  document: number,
  at: number,
  size: readonly [number, number],
): PlacedText {
  return withText(api, document, at, (textPage, page) => {
    const clean = cleanTextWithOrigin(rawText(api, textPage));
    return { text: clean.text, boxes: boxesOf(api, textPage, clean, toShown(api, page, size)) };
  });
}

/** An index that no text has. */
const NONE = -1;

function boxesOf(
  api: Pdfium,
  textPage: number,
  { text, from }: CleanText,
  shown: Shown,
): Float32Array<ArrayBuffer> {
  const boxes = new Float32Array(4 * text.length);
  const { pdfium } = api;
  const { FPDFText_GetCharIndexFromTextIndex: characterOf, FPDFText_GetLooseCharBox: writeBox } =
    pdfium.wasmExports;
  withMemory(api, 16, (address) => {
    let bytes = pdfium.HEAPU8;
    let rectangle = new Float32Array(bytes.buffer, bytes.byteOffset + address, 4);
    for (let unit = 0; unit < text.length; unit += 1) {
      const character = text.charCodeAt(unit) === LINE_BREAK ? NONE : characterOf(textPage, from[unit] ?? 0);
      const known = character !== NONE && writeBox(textPage, character, address) !== 0;
      if (pdfium.HEAPU8 !== bytes) {
        // The memory grew and is another one.
        bytes = pdfium.HEAPU8;
        rectangle = new Float32Array(bytes.buffer, bytes.byteOffset + address, 4);
      }
      const [left = 0, top = 0, right = 0, bottom = 0] = known ? rectangle : [];
      if (left === right || top === bottom) {
        afterLast(boxes, unit);
        continue;
      }
      const at = 4 * unit;
      const x1 = shown.x(left, top);
      const y1 = shown.y(left, top);
      const x2 = shown.x(right, bottom);
      const y2 = shown.y(right, bottom);
      boxes[at] = Math.min(x1, x2);
      boxes[at + 1] = Math.min(y1, y2);
      boxes[at + 2] = Math.max(x1, x2);
      boxes[at + 3] = Math.max(y1, y2);
    }
  });
  return boxes;
}

/** No width, at the right edge of what stands before. */
function afterLast(boxes: Float32Array, unit: number): void {
  if (unit === 0) return;
  const at = 4 * unit;
  boxes[at] = boxes[at - 2] ?? 0;
  boxes[at + 1] = boxes[at - 3] ?? 0;
  boxes[at + 2] = boxes[at - 2] ?? 0;
  boxes[at + 3] = boxes[at - 1] ?? 0;
}

/** PDFium takes places on the shown page in whole numbers only; of a page this many times as large they are exact. */
const PRECISION = 1000;

/** From the coordinates of the file to the page as it is shown. */
export interface Shown {
  x(x: number, y: number): number;
  y(x: number, y: number): number;
}

export function toShown(api: Pdfium, page: number, [width, height]: readonly [number, number]): Shown {
  // From the corners of the page, wherever in its coordinates it lies: plans are drawn a million points from the origin.
  const across = Math.round(width * PRECISION);
  const down = Math.round(height * PRECISION);
  const corner = (x: number, y: number): readonly [number, number] =>
    withMemory(api, 16, (address) => {
      api.FPDF_DeviceToPage(page, 0, 0, across, down, 0, x, y, address, address + 8);
      const { HEAPU8 } = api.pdfium;
      const view = new DataView(HEAPU8.buffer, HEAPU8.byteOffset + address, 16);
      return [view.getFloat64(0, true), view.getFloat64(8, true)];
    });
  const [x0, y0] = corner(0, 0);
  const [rightX, rightY] = corner(across, 0);
  const [downX, downY] = corner(0, down);
  const [ax, ay] = [(rightX - x0) / width, (rightY - y0) / width];
  const [bx, by] = [(downX - x0) / height, (downY - y0) / height];
  const whole = ax * by - ay * bx;
  // A page without any size shows nothing.
  if (!Number.isFinite(whole) || whole === 0) return { x: () => 0, y: () => 0 };
  return {
    x: (x, y) => ((x - x0) * by - (y - y0) * bx) / whole,
    y: (x, y) => ((y - y0) * ax - (x - x0) * ay) / whole,
  };
}

function hasPicture(api: Pdfium, page: number): boolean {
  const count = Math.min(api.FPDFPage_CountObjects(page), LOOKED_AT);
  for (let at = 0; at < count; at += 1) {
    if (isPicture(api, api.FPDFPage_GetObject(page, at), 0)) return true;
  }
  return false;
}

function isPicture(api: Pdfium, object: number, depth: number): boolean {
  if (object === 0) return false;
  const type = api.FPDFPageObj_GetType(object);
  if (type !== FORM || depth >= DEEPEST_FORM) return type === IMAGE;
  const count = Math.min(api.FPDFFormObj_CountObjects(object), LOOKED_AT);
  for (let at = 0; at < count; at += 1) {
    if (isPicture(api, api.FPDFFormObj_GetObject(object, at), depth + 1)) return true;
  }
  return false;
}
