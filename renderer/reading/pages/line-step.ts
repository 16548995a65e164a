/** Up and down by the lines that one sees on a page. All places are UTF-16 units of its text. */

const NUMBERS = 4;

interface Line {
  readonly start: number;
  readonly end: number;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') lines.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return lines;
}

/** How far from the left edge a place is, in points. */
export function columnOf(boxes: Float32Array, at: number): number {
  return boxes[NUMBERS * at] ?? boxes[NUMBERS * at - 2] ?? 0;
}

/**
 * @param at null: from outside of the page, so to its first or last line.
 * @param column in points; the place nearest to it is taken.
 * @returns null where the page has no further line.
 */
export function lineFrom(
  text: string,
  boxes: Float32Array,
  at: number | null,
  way: 1 | -1,
  column: number,
): number | null {
  const lines = linesOf(text);
  const here =
    at === null ? (way === 1 ? -1 : lines.length) : lines.findLastIndex(({ start }) => start <= at);
  const next = here + way;
  const wanted = next < 0 ? undefined : lines[next];
  return wanted ? nearestIn(wanted, boxes, column) : null;
}

function nearestIn({ start, end }: Line, boxes: Float32Array, column: number): number {
  let best = start;
  let distance = Number.POSITIVE_INFINITY;
  for (let place = start; place <= end; place += 1) {
    // Behind the last character is its right edge.
    const x = (place === end ? boxes[NUMBERS * end - 2] : boxes[NUMBERS * place]) ?? 0;
    if (Math.abs(x - column) < distance) [best, distance] = [place, Math.abs(x - column)];
  }
  return best;
}
