/** Outlines of letters as operators of PDF. */
import { number } from '../objects/syntax.ts';

/** @param svg path data of moves, lines, quadratic and cubic curves, all absolute. @param dx moves it to the right. */
export function pathOperators(svg: string, dx: number, scale: number): string {
  let operators = '';
  let x = 0;
  let y = 0;
  for (const [, command = '', numbers = ''] of svg.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const at = (numbers.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    const point = (index: number): readonly [number, number] => [at[index] ?? 0, at[index + 1] ?? 0];
    const written = ([px, py]: readonly [number, number]) =>
      `${number(Math.round(px * scale + dx))} ${number(Math.round(py * scale))}`;
    if (command === 'Z') operators += 'h\n';
    else if (command === 'M' || command === 'L') {
      [x, y] = point(0);
      operators += `${written([x, y])} ${command === 'M' ? 'm' : 'l'}\n`;
    } else if (command === 'Q') {
      // A quadratic curve as a cubic one, the only one that PDF has.
      const [cx, cy] = point(0);
      const end = point(2);
      const near = (from: number, control: number) => from + (2 / 3) * (control - from);
      const first = [near(x, cx), near(y, cy)] as const;
      const second = [near(end[0], cx), near(end[1], cy)] as const;
      operators += `${written(first)} ${written(second)} ${written(end)} c\n`;
      [x, y] = end;
    } else {
      const end = point(4);
      operators += `${written(point(0))} ${written(point(2))} ${written(end)} c\n`;
      [x, y] = end;
    }
  }
  return operators;
}
