/** Where on a page something upright stands, whatever way the page is turned, cropped or scaled. */
import type { Box } from '../objects/look.ts';
import type { SourcePage } from '../objects/page-tree.ts';
import { number } from '../objects/syntax.ts';

export interface Sight {
  /** In points, as the page is shown. */
  readonly width: number;
  readonly height: number;
  /** From points of the shown page, counted from its lower left corner, to units of the file (8.3.3). */
  readonly matrix: readonly [number, number, number, number, number, number];
}

export function sightOf({ cropBox: [left, bottom, right, top], rotate, userUnit }: SourcePage): Sight {
  const unit = 1 / userUnit;
  const across = (right - left) * userUnit;
  const down = (top - bottom) * userUnit;
  switch (rotate) {
    case 90:
      return { width: down, height: across, matrix: [0, unit, -unit, 0, right, bottom] };
    case 180:
      return { width: across, height: down, matrix: [-unit, 0, 0, -unit, right, top] };
    case 270:
      return { width: down, height: across, matrix: [0, -unit, unit, 0, left, top] };
    default:
      return { width: across, height: down, matrix: [unit, 0, 0, unit, left, bottom] };
  }
}

/** A box of the shown page in the units of the file. */
export function toFile({ matrix: [a, b, c, d, e, f] }: Sight, [left, bottom, right, top]: Box): Box {
  const [x1, y1] = [a * left + c * bottom + e, b * left + d * bottom + f];
  const [x2, y2] = [a * right + c * top + e, b * right + d * top + f];
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}

/** A box of the file as it is shown. */
export function toShown({ matrix: [a, b, c, d, e, f] }: Sight, [left, bottom, right, top]: Box): Box {
  const whole = a * d - b * c;
  const shown = (x: number, y: number): readonly [number, number] => [
    (d * (x - e) - c * (y - f)) / whole,
    (a * (y - f) - b * (x - e)) / whole,
  ];
  const [[x1, y1], [x2, y2]] = [shown(left, bottom), shown(right, top)];
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}

/** The place of a destination that shows the page from a distance below its top, in points. */
export function viewFrom(sight: Sight, top: number): string {
  const height = Math.max(sight.height - top, 0);
  const [x, , , y] = toFile(sight, [0, height, 0, height]);
  return `/XYZ ${number(x)} ${number(y)} null`;
}
