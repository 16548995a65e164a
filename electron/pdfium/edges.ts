/** What stands near the upper and the lower edge of a page, where a pack prints numbers, stamps and markings. */
import type { Pdfium } from './load.ts';
import { floatsAt, withMemory } from './memory.ts';
import { type Shown, toShown, withText } from './page-text.ts';

/** In the measure of `sizes`, from the top left corner of the page as it is shown. */
export type EdgeBox = readonly [left: number, top: number, right: number, bottom: number];

const PATH = 2;
const IMAGE = 3;
const SHADING = 4;
const FORM = 5;
const LOOKED_AT = 20_000;
const DEEPEST_FORM = 6;
/** How far from an edge something is looked for: points, or a share of the height where that is more. */
const NEAR = 84;
const SHARE = 0.1;
/** Of one page; beyond it what stands at an edge is one box. */
const MOST = 48;
/** A shape as large as this part of the page both ways is the ground on which everything stands. */
const GROUND = 0.9;

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export function readEdges(
  api: Pdfium,
  document: number,
  at: number,
  size: readonly [number, number],
): EdgeBox[] {
  return withText(api, document, at, (textPage, page) =>
    withMemory(api, 32, (room) => {
      const found = new Edges(size, toShown(api, page, size));
      words(api, textPage, room, found);
      const count = Math.min(api.FPDFPage_CountObjects(page), LOOKED_AT);
      for (let object = 0; object < count; object += 1)
        drawn(api, api.FPDFPage_GetObject(page, object), room, found, IDENTITY, 0);
      return found.list();
    }),
  );
}

class Edges {
  readonly #size: readonly [width: number, height: number];
  readonly #shown: Shown;
  readonly #band: number;
  readonly #top: EdgeBox[] = [];
  readonly #foot: EdgeBox[] = [];

  constructor(size: readonly [number, number], shown: Shown) {
    this.#size = size;
    this.#shown = shown;
    this.#band = Math.min(Math.max(NEAR, size[1] * SHARE), size[1] / 2);
  }

  /** @param points corners, in the coordinates of the file. */
  add(points: readonly (readonly [number, number])[], shape: boolean): void {
    const [width, height] = this.#size;
    const xs = points.map(([x, y]) => this.#shown.x(x, y));
    const ys = points.map(([x, y]) => this.#shown.y(x, y));
    const [left, right] = [Math.max(Math.min(...xs), 0), Math.min(Math.max(...xs), width)];
    const [top, bottom] = [Math.max(Math.min(...ys), 0), Math.min(Math.max(...ys), height)];
    if (!(right > left && bottom > top)) return;
    if (shape && right - left > width * GROUND && bottom - top > height * GROUND) return;
    const box: EdgeBox = [Math.floor(left), Math.floor(top), Math.ceil(right), Math.ceil(bottom)];
    if (top < this.#band) this.#top.push(box);
    if (bottom > height - this.#band) this.#foot.push(box);
  }

  list(): EdgeBox[] {
    return [...new Set([...few(this.#top), ...few(this.#foot)])];
  }
}

function few(boxes: readonly EdgeBox[]): readonly EdgeBox[] {
  if (boxes.length <= MOST) return boxes;
  const [lefts, tops, rights, bottoms] = [0, 1, 2, 3].map((side) => boxes.map((box) => box[side] ?? 0));
  return [
    [least(lefts ?? []), least(tops ?? []), -least(negative(rights ?? [])), -least(negative(bottoms ?? []))],
  ];
}

const least = (numbers: readonly number[]) => numbers.reduce((low, one) => Math.min(low, one));
const negative = (numbers: readonly number[]) => numbers.map((one) => -one);

/** Pieces of lines of words, as large as their letters. */
function words(api: Pdfium, textPage: number, room: number, found: Edges): void {
  const count = Math.min(api.FPDFText_CountRects(textPage, 0, -1), LOOKED_AT);
  for (let at = 0; at < count; at += 1) {
    if (!api.FPDFText_GetRect(textPage, at, room, room + 8, room + 16, room + 24)) continue;
    const { HEAPU8 } = api.pdfium;
    const view = new DataView(HEAPU8.buffer, HEAPU8.byteOffset + room, 32);
    const [left, top, right, bottom] = [0, 8, 16, 24].map((from) => view.getFloat64(from, true));
    found.add(corners(IDENTITY, left ?? 0, bottom ?? 0, right ?? 0, top ?? 0), false);
  }
}

function drawn(api: Pdfium, object: number, room: number, found: Edges, matrix: Matrix, depth: number): void {
  if (object === 0) return;
  const type = api.FPDFPageObj_GetType(object);
  if (type === FORM && depth < DEEPEST_FORM) {
    const inside = api.FPDFPageObj_GetMatrix(object, room) ? matrixAt(api, room) : IDENTITY;
    const placed = times(inside, matrix);
    const count = Math.min(api.FPDFFormObj_CountObjects(object), LOOKED_AT);
    for (let at = 0; at < count; at += 1)
      drawn(api, api.FPDFFormObj_GetObject(object, at), room, found, placed, depth + 1);
    return;
  }
  if (type !== PATH && type !== IMAGE && type !== SHADING && type !== FORM) return;
  if (!api.FPDFPageObj_GetBounds(object, room, room + 4, room + 8, room + 12)) return;
  const [left = 0, bottom = 0, right = 0, top = 0] = floatsAt(api, room, 4);
  found.add(corners(matrix, left, bottom, right, top), type !== IMAGE);
}

function matrixAt(api: Pdfium, room: number): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = floatsAt(api, room, 6);
  return [a, b, c, d, e, f];
}

/** First the one, then the other. */
function times([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

function corners(
  [a, b, c, d, e, f]: Matrix,
  left: number,
  bottom: number,
  right: number,
  top: number,
): (readonly [number, number])[] {
  return [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f] as const);
}
