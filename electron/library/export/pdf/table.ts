/** A table as the template draws it: what needs the whole of its words to be known is worked out here. */
import type { PrintCell, PrintTable } from '../../../../shared/print/blocks.ts';
import { isLongRow, linesOf, roomOf } from '../../../../shared/print/row-length.ts';
import { printedText } from '../../../../shared/print/words.ts';

interface LaidCell extends PrintCell {
  /** Some word is wider than its column, so words are parted rather than printed over their neighbours. */
  readonly tight: boolean;
}
interface LaidRow {
  readonly cells: readonly LaidCell[];
  /** Whether the end of a page may part it. */
  readonly long: boolean;
  /** Points that it is higher than its words, for the next row to go to the next page (apart.ts). */
  readonly tail: number;
}
export interface LaidTable extends Omit<PrintTable, 'header' | 'rows'> {
  readonly header: readonly LaidCell[] | null;
  readonly rows: readonly LaidRow[];
}

/** Longer than any word that a hyphen can part: an address, or a slip of the hand. */
const endless = /\S{31,}/gu;
const PIECE = 8;

function inPieces(word: string): string {
  const signs = [...word];
  return signs.map((sign, at) => (at > 0 && at % PIECE === 0 ? `\u200b${sign}` : sign)).join('');
}

/** The same words, with places at which a line may end in those that have none. @param room in characters. */
function laid(cell: PrintCell, room: number): LaidCell {
  const words = printedText(cell.content).split(/[\s/-]+/u);
  const content = cell.content.map((run) =>
    run.type === 'break' || run.type === 'note' ? run : { ...run, text: run.text.replace(endless, inPieces) },
  );
  return { ...cell, content, tight: words.some((word) => word.length > room) };
}

/** Points, of a line and of the room above and below it. */
const LINE = 15;
const AROUND = 12;

/** @param pushed how often a row was sent to the next page, by its place. */
export function layOutTable(table: PrintTable, pushed: ReadonlyMap<number, number> = new Map()): LaidTable {
  const { columns, header, rows } = table;
  const room = columns.map(roomOf);
  const lay = (row: readonly PrintCell[]) => row.map((cell, at) => laid(cell, room[at] ?? 0));
  return {
    ...table,
    header: header && lay(header),
    rows: rows.map((row, at) => {
      const next = rows[at + 1] ?? [];
      const tail = (pushed.get(at + 1) ?? 0) * (linesOf(next, columns) * LINE + AROUND);
      return { cells: lay(row), long: isLongRow(row, columns), tail };
    }),
  };
}
