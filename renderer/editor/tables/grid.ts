/** The rows of a table ↔ nodes, and finding a cell. */
import { $getSlot, $getSlotHost, $setSlot, type LexicalNode } from 'lexical';
import type { TableBlock, TableCell } from '../../../shared/document/schema.ts';
import { $contentOf, $leavesOf } from '../convert/inline.ts';
import { $isBlock, type BlockNode } from '../nodes/block-node.ts';
import type { BlockState, TableParts } from '../nodes/block-state.ts';
import { $isCell, $isGrid, $isRow, CellNode, GRID_SLOT, GridNode, RowNode } from './nodes.ts';

export type Rows = TableBlock['rows'];

/** Where a cell stands, from 0. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

export interface CellPlace extends Position {
  readonly block: BlockNode;
  readonly grid: GridNode;
  readonly cell: CellNode;
}

/** A table with a header row, as a new one is. */
export const newTableParts: TableParts = { headerRow: true, headerColumn: false, rows: [] };

export function emptyRows(rows: number, columns: number): Rows {
  return Array.from({ length: rows }, () =>
    Array.from({ length: columns }, (): TableCell => ({ content: [] })),
  );
}

export function $createCell(content: TableCell['content'] = []): CellNode {
  return new CellNode().append(...$leavesOf(content));
}

export function $createRow(cells: Rows[number]): RowNode {
  return new RowNode().append(...cells.map(({ content }) => $createCell(content)));
}

/** The rows of a block; null for a block that is no table, or whose rows are not laid out yet. */
export function $gridOf(block: BlockNode): GridNode | null {
  const grid = $getSlot(block, GRID_SLOT);
  return $isGrid(grid) ? grid : null;
}

/** Lays the rows that a block brought with it out as nodes; from then on the nodes alone hold them. */
export function $layOutRows(block: BlockNode): void {
  const { table } = block.getState();
  const parts = table ?? newTableParts;
  const rows = parts.rows.length > 0 ? parts.rows : emptyRows(2, 2);
  $setSlot(block, GRID_SLOT, new GridNode().append(...rows.map($createRow)));
  block.setState({ table: { ...parts, rows: [] } });
}

export function $rowNodes(grid: GridNode): RowNode[] {
  return grid.getChildren().filter($isRow);
}

export function $cellNodes(row: RowNode): CellNode[] {
  return row.getChildren().filter($isCell);
}

const nothing: TableCell = { content: [] };
/** Cells of one leaf, nearly all there are, by that leaf: a version of a node never changes. */
const known = new WeakMap<LexicalNode, TableCell>();

function $cellFrom(cell: CellNode): TableCell {
  const leaf = cell.getFirstChild();
  if (leaf === null) return nothing;
  if (cell.getChildrenSize() > 1) return { content: $contentOf(cell.getChildren()) };
  const before = known.get(leaf);
  if (before) return before;
  const made = { content: $contentOf([leaf]) };
  known.set(leaf, made);
  return made;
}

/** A long table is converted at every pause in typing, so what did not change is not made anew. */
export function $rowsOf(grid: GridNode): Rows {
  const rows: Rows = [];
  for (let row = grid.getFirstChild(); row !== null; row = row.getNextSibling()) {
    const cells: TableCell[] = [];
    let cell = $isRow(row) ? row.getFirstChild() : null;
    for (; cell !== null; cell = cell.getNextSibling()) if ($isCell(cell)) cells.push($cellFrom(cell));
    rows.push(cells);
  }
  return rows;
}

/** The state of a block as a document has it: with the rows of its table. */
export function $wholeState(block: BlockNode): BlockState {
  const state = block.getState();
  const grid = $gridOf(block);
  return state.table === null || grid === null
    ? state
    : { ...state, table: { ...state.table, rows: $rowsOf(grid) } };
}

export function $cellAt(grid: GridNode, { row, column }: Position): CellNode | null {
  const node = grid.getChildAtIndex(row);
  const cell = $isRow(node) ? node.getChildAtIndex(column) : null;
  return $isCell(cell) ? cell : null;
}

/** How many rows and columns a table has. */
export function $sizeOf(grid: GridNode): { readonly rows: number; readonly columns: number } {
  const first = grid.getFirstChild();
  return { rows: grid.getChildrenSize(), columns: $isRow(first) ? first.getChildrenSize() : 0 };
}

/** The block whose table holds this node; null for a node outside every table. */
export function $tableAround(node: LexicalNode | null): BlockNode | null {
  let top = node;
  for (let parent = top?.getParent(); parent; parent = parent.getParent()) top = parent;
  const host = top && $getSlotHost(top);
  return $isBlock(host) ? host : null;
}

/** The cell around a node; null outside every table. */
export function $cellAround(node: LexicalNode | null): CellPlace | null {
  for (let at = node; at !== null; at = at.getParent()) {
    if (!$isCell(at)) continue;
    const row = at.getParent();
    const grid = row?.getParent();
    const block = $tableAround(at);
    if (!$isRow(row) || !$isGrid(grid) || !block) return null;
    return { block, grid, cell: at, row: row.getIndexWithinParent(), column: at.getIndexWithinParent() };
  }
  return null;
}
