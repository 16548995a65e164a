/** How large a picture stands on the page. */

/** The column of text of an A4 page with margins of 2.54 cm, and as much of its height as leaves room for a caption. */
const WIDEST = 451;
const HIGHEST = 600;
/** Points of a pixel, at the 96 to the inch that screens and Word assume. */
const POINT = 72 / 96;

/** @param width,height in pixels. @returns points: its own size, made smaller where the page is. */
export function printedSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, WIDEST / (width * POINT), HIGHEST / (height * POINT));
  const points = (pixels: number) => Math.max(1, Math.round(pixels * POINT * scale * 100) / 100);
  return { width: points(width), height: points(height) };
}
