/** How much of the page the rows of a table take, near enough to say where a page may end. */
import type { PrintCell, PrintColumn } from './blocks.ts';
import { printedText } from './words.ts';

/** Characters in a line of text across the page, at the widest. */
const LINE = 75;
/** Lines that may be kept together: with more, a page could stay half empty. */
const MOST_LINES = 20;

/** Characters that each line of a column holds. */
export function roomOf({ share }: PrintColumn): number {
  return Math.max(share * LINE - 2, 1);
}

/** Lines that the words of a row take. */
export function linesOf(row: readonly PrintCell[], columns: readonly PrintColumn[]): number {
  const heights = columns.map((column, at) => {
    const lines = printedText(row[at]?.content ?? []).split('\n');
    return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / roomOf(column))), 0);
  });
  return Math.max(1, ...heights);
}

/** Whether a row is too long to be kept on one page. */
export function isLongRow(row: readonly PrintCell[], columns: readonly PrintColumn[]): boolean {
  return linesOf(row, columns) > MOST_LINES;
}

/** Whether a table is short enough to be kept on one page. */
export function isShortTable(
  rows: readonly (readonly PrintCell[])[],
  columns: readonly PrintColumn[],
): boolean {
  if (rows.length > MOST_LINES) return false;
  // The room above and below the words of a row is most of another line.
  return rows.reduce((sum, row) => sum + linesOf(row, columns) + 0.7, 0) <= MOST_LINES;
}
