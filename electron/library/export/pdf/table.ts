/** A table as the template draws it: what needs the whole of its words to be known is worked out here. */
import type { PrintCell, PrintTable } from '../../../../shared/print/blocks.ts';
import { isLongRow, roomOf } from '../../../../shared/print/row-length.ts';
import { printedText } from '../../../../shared/print/words.ts';

interface LaidRow {
  readonly cells: readonly PrintCell[];
  /** Whether the end of a page may part it. */
  readonly long: boolean;
}
export interface LaidTable extends Omit<PrintTable, 'rows'> {
  readonly rows: readonly LaidRow[];
  /** Some word is wider than its column, so words are parted rather than printed over each other. */
  readonly tight: boolean;
}

/** Longer than any word that a hyphen can part: an address, or a slip of the hand. */
const endless = /\S{31,}/gu;
const PIECE = 8;

/** The same words, with places at which a line may end in those that have none. */
function parted(cell: PrintCell): PrintCell {
  const content = cell.content.map((run) =>
    run.type === 'break' ? run : { ...run, text: run.text.replace(endless, inPieces) },
  );
  return { ...cell, content };
}

function inPieces(word: string): string {
  const signs = [...word];
  return signs.map((sign, at) => (at > 0 && at % PIECE === 0 ? `\u200b${sign}` : sign)).join('');
}

export function layOutTable(table: PrintTable): LaidTable {
  const { columns } = table;
  const header = table.header?.map(parted) ?? null;
  const rows = table.rows.map((row) => row.map(parted));
  const room = columns.map(roomOf);
  const tight = [header ?? [], ...rows].some((row) =>
    row.some(({ content }, at) =>
      printedText(content)
        .split(/[\s-]+/u)
        .some((word) => word.length > (room[at] ?? 0)),
    ),
  );
  return { ...table, header, rows: rows.map((cells) => ({ cells, long: isLongRow(cells, columns) })), tight };
}
