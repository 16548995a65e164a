/** Where the pages lie in the panel, in CSS pixels. */

export const PAGE_GAP = 16;
/** CSS pixels of one point at 100 %. */
const PIXELS_A_POINT = 96 / 72;
export const SMALLEST_ZOOM = 0.25;
export const LARGEST_ZOOM = 3;
export interface ZoomBounds {
  readonly smallest: number;
  readonly largest: number;
}
const usualBounds: ZoomBounds = { smallest: SMALLEST_ZOOM, largest: LARGEST_ZOOM };

/** `fit`: as wide as the panel; otherwise 1 is the size of the paper. */
export type Zoom = 'fit' | number;

export interface PageLayout {
  /** CSS pixels of one point, of every page that is no wider than the room. */
  readonly scale: number;
  /** Of each page. */
  readonly scales: readonly number[];
  /** Top of each page; one more number for the end of the last. */
  readonly tops: readonly number[];
  /** Of all pages with their gaps. */
  readonly width: number;
  readonly height: number;
}

/** @param room the width the panel has for a page. */
export function scaleFor(zoom: Zoom, room: number, sizes: Float32Array): number {
  if (zoom !== 'fit') return zoom * PIXELS_A_POINT;
  return Math.max(room, 1) / widestOf(sizes);
}

function widestOf(sizes: Float32Array): number {
  let widest = 1;
  for (let at = 0; at < sizes.length; at += 2) widest = Math.max(widest, sizes[at] ?? 0);
  return widest;
}

/** @param room a page that would be wider is made smaller until it fits; a plan among letters is no reason to shrink those. */
export function layOutPages(
  sizes: Float32Array,
  scale: number,
  room: number = Number.POSITIVE_INFINITY,
): PageLayout {
  const tops: number[] = [];
  const scales: number[] = [];
  let top = PAGE_GAP;
  let widest = 0;
  for (let at = 1; at < sizes.length; at += 2) {
    const across = sizes[at - 1] ?? 0;
    const own = across * scale > room && room > 0 ? room / across : scale;
    scales.push(own);
    tops.push(top);
    top += Math.round((sizes[at] ?? 0) * own) + PAGE_GAP;
    widest = Math.max(widest, across * own);
  }
  tops.push(top);
  return { scale, scales, tops, width: Math.round(widest) + 2 * PAGE_GAP, height: top };
}

/** The page at a height, counting from 0; the last one below all of them. */
export function pageAt({ tops }: PageLayout, y: number): number {
  let low = 0;
  let high = Math.max(0, tops.length - 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Pages to draw: those in view and one to each side, so that scrolling finds them there. */
export function pagesInView(layout: PageLayout, scrollTop: number, viewHeight: number): number[] {
  const last = layout.tops.length - 2;
  if (last < 0) return [];
  const from = Math.max(0, pageAt(layout, scrollTop) - 1);
  const to = Math.min(last, pageAt(layout, scrollTop + viewHeight) + 1);
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

/** The next step of the zoom, up or down, from whatever it is now. */
export function steppedZoom(scale: number, steps: number, { smallest, largest } = usualBounds): number {
  const zoom = (scale / PIXELS_A_POINT) * 1.1 ** steps;
  const rounded = Math.round(zoom * 100) / 100;
  return Math.min(largest, Math.max(smallest, rounded));
}

/** As people read it: "85 %". */
export function zoomWords(scale: number): string {
  return `${Math.round((scale / PIXELS_A_POINT) * 100)}\u00a0%`;
}
