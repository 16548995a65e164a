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

export function layOutTable(table: PrintTable): LaidTable {
  const { columns, header, rows } = table;
  const room = columns.map(roomOf);
  const tight = [header ?? [], ...rows].some((row) =>
    row.some(({ content }, at) =>
      printedText(content)
        .split(/[\s-]+/u)
        .some((word) => word.length > (room[at] ?? 0)),
    ),
  );
  return { ...table, rows: rows.map((cells) => ({ cells, long: isLongRow(cells, columns) })), tight };
}
