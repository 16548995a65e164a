/** Whether anything on a page could lie over its words and hide them: something dark and filled, or a picture. */
import type { Pdfium } from './load.ts';
import { withMemory } from './memory.ts';
import { withPage } from './page-text.ts';

const PATH = 2;
const IMAGE = 3;
const FORM = 5;
const LOOKED_AT = 20_000;
const DEEPEST_FORM = 4;
/** Of red, green and blue, up to 255: darker than any ink on it would be read on. */
const DARK = 110;
const OPAQUE = 200;
/** Points: lower or narrower hides no word. */
const SMALLEST = 4;

export function hasCover(api: Pdfium, document: number, at: number): boolean {
  return withPage(api, document, at, (page) =>
    withMemory(api, 16, (room) => {
      const count = Math.min(api.FPDFPage_CountObjects(page), LOOKED_AT);
      for (let object = 0; object < count; object += 1)
        if (covers(api, api.FPDFPage_GetObject(page, object), room, 0)) return true;
      return false;
    }),
  );
}

function covers(api: Pdfium, object: number, room: number, depth: number): boolean {
  if (object === 0) return false;
  const type = api.FPDFPageObj_GetType(object);
  if (type === IMAGE) return true;
  if (type === PATH)
    return isFilled(api, object, room) && isDark(api, object, room) && isLarge(api, object, room);
  if (type !== FORM || depth >= DEEPEST_FORM) return false;
  const count = Math.min(api.FPDFFormObj_CountObjects(object), LOOKED_AT);
  for (let inner = 0; inner < count; inner += 1)
    // What is scaled by a form may be larger on the page than in itself, so its size is not asked.
    if (covers(api, api.FPDFFormObj_GetObject(object, inner), room, depth + 1)) return true;
  return false;
}

function words(api: Pdfium, room: number): DataView {
  const { HEAPU8 } = api.pdfium;
  return new DataView(HEAPU8.buffer, HEAPU8.byteOffset + room, 16);
}

function isFilled(api: Pdfium, path: number, room: number): boolean {
  if (!api.FPDFPath_GetDrawMode(path, room, room + 4)) return false;
  return words(api, room).getInt32(0, true) !== 0;
}

function isDark(api: Pdfium, path: number, room: number): boolean {
  // A pattern or a shading has no colour to tell: it is looked at.
  if (!api.FPDFPageObj_GetFillColor(path, room, room + 4, room + 8, room + 12)) return true;
  const view = words(api, room);
  const [red, green, blue, alpha] = [0, 4, 8, 12].map((at) => view.getUint32(at, true));
  return Math.max(red ?? 0, green ?? 0, blue ?? 0) < DARK && (alpha ?? 0) > OPAQUE;
}

function isLarge(api: Pdfium, path: number, room: number): boolean {
  if (!api.FPDFPageObj_GetBounds(path, room, room + 4, room + 8, room + 12)) return true;
  const view = words(api, room);
  const [left, bottom, right, top] = [0, 4, 8, 12].map((at) => view.getFloat32(at, true));
  return (right ?? 0) - (left ?? 0) >= SMALLEST && (top ?? 0) - (bottom ?? 0) >= SMALLEST;
}
