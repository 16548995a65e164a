/** A page whose content stands elsewhere than in its file: everything that names a place on it follows. */
import type { Box } from '../objects/look.ts';
import { number } from '../objects/syntax.ts';
import type { Sight } from '../stamps/place.ts';
import type { Move } from '../stamps/room.ts';

/** In the units of the file: a point becomes `scale` times itself plus (dx, dy). */
export interface Shift {
  readonly scale: number;
  readonly dx: number;
  readonly dy: number;
}

/** A turned page is moved along its own axes: a scale and a step are the same whichever way it is looked at. */
export function shiftOf({ matrix: [a, b, c, d, e, f] }: Sight, { scale, dx, dy }: Move): Shift {
  const [x, y] = [a * dx + c * dy + e, b * dx + d * dy + f];
  return { scale, dx: x - scale * e, dy: y - scale * f };
}

/** @param numbers x and y in turn. */
export function shiftPoints({ scale, dx, dy }: Shift, numbers: readonly number[]): number[] {
  return numbers.map((value, at) => scale * value + (at % 2 === 0 ? dx : dy));
}

export function shiftBox(shift: Shift, [left, bottom, right, top]: Box): Box {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = shiftPoints(shift, [left, bottom, right, top]);
  return [x1, y1, x2, y2];
}

/** Which of the numbers of a view are heights; all others but a zoom are distances from the left (12.3.2.2). */
const places: Readonly<Record<string, readonly ('x' | 'y')[]>> = {
  '/XYZ': ['x', 'y'],
  '/FitH': ['y'],
  '/FitBH': ['y'],
  '/FitV': ['x'],
  '/FitBV': ['x'],
  '/FitR': ['x', 'y', 'x', 'y'],
};

/** @param view as in "/XYZ 72 700 null". */
export function shiftView({ scale, dx, dy }: Shift, view: string): string {
  const [kind = '', ...rest] = view.split(' ');
  const axes = places[kind] ?? [];
  const shifted = rest.map((value, at) => {
    const axis = axes[at];
    if (axis === undefined || value === 'null') return value;
    return number(scale * Number(value) + (axis === 'x' ? dx : dy));
  });
  return [kind, ...shifted].join(' ');
}

/** Operators that shift what follows, of which nothing is seen that was not seen before. */
export function shiftOperators({ scale, dx, dy }: Shift, [left, bottom, right, top]: Box): string {
  const sides = [left, bottom, right - left, top - bottom].map(number).join(' ');
  return `${number(scale)} 0 0 ${number(scale)} ${number(dx)} ${number(dy)} cm ${sides} re W n\n`;
}
