/** How large pages are shown that are to fit into what is seen. */
import { PAGE_GAP } from '../../ui/pages/page-layout.ts';
import type { ReadingZoom } from '../zoom.ts';

interface Room {
  readonly width: number;
  readonly height: number;
}

/** CSS pixels of one point at 100 %. */
const PIXELS_A_POINT = 96 / 72;

/** The size that most pages have, in points; of several the first. */
export function usualSize(sizes: Float32Array): Room {
  const counts = new Map<string, { count: number; size: Room }>();
  let usual = { count: 0, size: { width: 1, height: 1 } };
  for (let at = 1; at < sizes.length; at += 2) {
    const size = { width: Math.max(1, sizes[at - 1] ?? 1), height: Math.max(1, sizes[at] ?? 1) };
    const key = `${Math.round(size.width)} ${Math.round(size.height)}`;
    const known = counts.get(key) ?? { count: 0, size };
    known.count += 1;
    counts.set(key, known);
    if (known.count > usual.count) usual = known;
  }
  return usual.size;
}

/**
 * CSS pixels of one point for pages of the usual size.
 * @param room what is seen, in CSS pixels.
 */
export function readingScale(zoom: ReadingZoom, room: Room, sizes: Float32Array): number {
  if (typeof zoom === 'number') return zoom * PIXELS_A_POINT;
  const { width, height } = usualSize(sizes);
  const across = Math.max(1, room.width - 2 * PAGE_GAP) / width;
  if (zoom === 'fit') return across;
  return Math.min(across, Math.max(1, room.height - 2 * PAGE_GAP) / height);
}
