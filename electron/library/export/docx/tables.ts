/** Tables: hairlines between rows, none between columns, a header that every page repeats. */
import {
  AlignmentType,
  BorderStyle,
  type Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { PrintCell, PrintColumn, PrintTable } from '../../../../shared/print/blocks.ts';
import { isLongRow } from '../../../../shared/print/row-length.ts';
import type { WordContext } from './context.ts';
import { type ParagraphStyle, tableWithheld } from './looks.ts';
import { pt, TEXT_WIDTH } from './measures.ts';
import { captionParagraph, paragraph, ruledIf } from './paragraphs.ts';
import { blockRuns, wordRuns } from './runs.ts';
import { firstCells } from './used.ts';

const line = (points: number, color: string) => ({ style: BorderStyle.SINGLE, size: points * 8, color });
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const thick = line(1, '000000');
const thin = line(0.5, '999999');
const borders = {
  top: thick,
  bottom: thin,
  left: none,
  right: none,
  insideHorizontal: thin,
  insideVertical: none,
};

interface RowPlace {
  readonly isHeader: boolean;
  /** Keeps it on one page with the row after it. */
  readonly keepNext: boolean;
}

/** What is said about a table without a caption stands in its first cell. */
function cellRuns(cell: PrintCell, table: PrintTable, context: WordContext): ParagraphChild[] {
  if (cell.id !== null) return blockRuns({ id: cell.id, content: cell.content }, context);
  const words = wordRuns(cell.content, context);
  if (table.kind !== 'table') return words;
  return context.comments.onBlock(table.id, context.citations.onBlock(table.id, words));
}

function cellOf(
  words: readonly ParagraphChild[],
  column: PrintColumn,
  style: ParagraphStyle,
  { isHeader, keepNext }: RowPlace,
): TableCell {
  return new TableCell({
    width: { size: Math.round(column.share * TEXT_WIDTH), type: WidthType.DXA },
    verticalAlign: isHeader ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
    ...(isHeader ? { borders: { bottom: thick } } : {}),
    children: [
      paragraph(style, words, {
        ...(column.numeric ? { alignment: AlignmentType.RIGHT } : {}),
        ...(keepNext ? { keepNext } : {}),
      }),
    ],
  });
}

function rowOf(
  cells: readonly PrintCell[],
  table: PrintTable,
  place: RowPlace,
  context: WordContext,
): TableRow {
  return new TableRow({
    tableHeader: place.isHeader,
    cantSplit: !isLongRow(cells, table.columns),
    children: table.columns.map((column, at) => {
      const first = at === 0 && table.headerColumn;
      const cell = table.kind === 'evidence' ? 'evidenceCell' : 'cell';
      const style = place.isHeader ? 'headerCell' : first ? firstCells[table.kind] : cell;
      const words = cellRuns(cells[at] ?? { id: null, content: [] }, table, context);
      return cellOf(words, column, style, place);
    }),
  });
}

export function wordTable(block: PrintTable, context: WordContext): (Paragraph | Table)[] {
  const caption = captionParagraph(block, context, { ...ruledIf(block), keepNext: true });
  const header = block.header
    ? [rowOf(block.header, block, { isHeader: true, keepNext: true }, context)]
    : [];
  const rows = block.rows.map((row, at) =>
    rowOf(row, block, { isHeader: false, keepNext: block.together && at < block.rows.length - 1 }, context),
  );
  const table = new Table({
    rows: [...header, ...rows],
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: block.columns.map(({ share }) => Math.round(share * TEXT_WIDTH)),
    layout: TableLayoutType.FIXED,
    margins: { left: pt(5), right: pt(5), top: pt(2), bottom: pt(2) },
    borders: block.exempt ? { ...borders, left: tableWithheld } : borders,
    tableLook: {
      firstRow: block.header !== null,
      firstColumn: block.headerColumn,
      lastRow: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
  });
  return [...caption, table];
}
