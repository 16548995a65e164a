/**
 * Making room for what is printed on a page, so that it never lies over the page's own words: where the rim is free it
 * is printed there; where not, the page is moved or made a little smaller, as printers do it; and where that cannot be,
 * the line stands on a ground of white where it covers least.
 */
import type { Box } from '../objects/look.ts';
import { EDGE, type StampLine, scaleOf, sideOf } from './layout.ts';
import type { Sight } from './place.ts';

/** Every point of the page, in the space in which it is shown, becomes `scale` times itself plus this. */
export interface Move {
  readonly scale: number;
  readonly dx: number;
  readonly dy: number;
}

export interface Room {
  readonly lines: readonly StampLine[];
  /** null: the page stays as it is. */
  readonly move: Move | null;
  /** What is made white under lines that cover something. */
  readonly grounds: readonly Box[];
}

/** Points of air around a line. */
const AIR = 3;
/** Smaller nobody would call it a little. */
const SMALLEST = 0.82;
/** The inspection looks this far from an edge, or half the page: what it does not name is further in. */
const LOOKED = 84;

/** @param busy what stands near the edges of the page. @param movable whether all that is on the page can be moved. */
export function makeRoom(
  sight: Sight,
  lines: readonly StampLine[],
  busy: readonly Box[],
  movable: boolean,
): Room {
  const air = AIR * scaleOf(sight);
  const blocked = lines.filter(({ box }) => covered(grown(box, air), busy) > 0);
  if (blocked.length === 0) return { lines, move: null, grounds: [] };
  const move = movable ? moveFor(sight, lines, busy, air, blocked) : null;
  if (move) return { lines, move, grounds: [] };
  const placed: StampLine[] = [];
  const grounds: Box[] = [];
  for (const line of lines) {
    const others = lines.filter((other) => other !== line).map(({ box }) => grown(box, air));
    const best = blocked.includes(line) ? leastCovering(sight, line, busy, others, air) : line;
    placed.push(best);
    const ground = grown(best.box, air / 2);
    if (covered(ground, busy) > 0) grounds.push(ground);
  }
  return { lines: placed, move: null, grounds };
}

function moveFor(
  sight: Sight,
  lines: readonly StampLine[],
  busy: readonly Box[],
  air: number,
  blocked: readonly StampLine[],
): Move | null {
  const { width, height } = sight;
  const looked = Math.min(LOOKED, height / 2);
  const highest = Math.max(height - looked, ...busy.map((box) => box[3]));
  const lowest = Math.min(looked, ...busy.map((box) => box[1]));
  const edge = EDGE * scaleOf(sight);
  const headers = lines.filter(({ role }) => role === 'Header').map(({ box }) => box[1] - air);
  const footers = lines.filter(({ role }) => role === 'Footer').map(({ box }) => box[3] + air);
  // Where nothing is printed the page may come as near to the edge as it was, or as printers can print.
  const ceiling = headers.length > 0 ? Math.min(...headers) : Math.max(highest, height - edge);
  const floor = footers.length > 0 ? Math.max(...footers) : Math.min(lowest, edge);
  const scale = Math.min(1, (ceiling - floor) / (highest - lowest));
  if (!(scale >= SMALLEST)) return null;
  const fromFoot = blocked.some(({ role }) => role === 'Footer');
  const dy = fromFoot ? floor - scale * lowest : ceiling - scale * highest;
  return { scale, dx: ((1 - scale) * width) / 2, dy };
}

/** Left, in the middle or right, in its own row: where it was, unless elsewhere it covers less. */
function leastCovering(
  sight: Sight,
  line: StampLine,
  busy: readonly Box[],
  others: readonly Box[],
  air: number,
): StampLine {
  const long = line.box[2] - line.box[0];
  const side = sideOf(sight);
  const rows = [line.left, side, (sight.width - long) / 2, sight.width - side - long].map((left) =>
    moved(line, left),
  );
  let best = line;
  let least = covered(grown(line.box, air), busy);
  for (const candidate of rows) {
    const box = grown(candidate.box, air);
    const hides = covered(box, busy);
    if (hides < least && covered(box, others) === 0) {
      best = candidate;
      least = hides;
    }
  }
  return best;
}

function moved(line: StampLine, left: number): StampLine {
  const by = left - line.left;
  const [x1, y1, x2, y2] = line.box;
  return { ...line, left, box: [x1 + by, y1, x2 + by, y2] };
}

function grown([left, bottom, right, top]: Box, by: number): Box {
  return [left - by, bottom - by, right + by, top + by];
}

/** How much of a box lies over others, in square points. */
function covered([left, bottom, right, top]: Box, others: readonly Box[]): number {
  let area = 0;
  for (const other of others) {
    const across = Math.min(right, other[2]) - Math.max(left, other[0]);
    const down = Math.min(top, other[3]) - Math.max(bottom, other[1]);
    if (across > 0 && down > 0) area += across * down;
  }
  return area;
}
