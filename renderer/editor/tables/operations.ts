/** Adding, deleting and moving rows and columns. A table keeps at least one of each. */
import { $createBlock, type BlockNode } from '../nodes/block-node.ts';
import { stateOf } from '../nodes/block-state.ts';
import { $keepExempt } from '../operations/citations.ts';
import { $roleOf, allowedKinds } from '../operations/kind.ts';
import {
  $cellAt,
  $cellNodes,
  $createCell,
  $createRow,
  $gridOf,
  $layOutRows,
  $rowNodes,
  $sizeOf,
  emptyRows,
  newTableParts,
  type Position,
  type Rows,
} from './grid.ts';
import type { GridNode } from './nodes.ts';

export type Axis = 'row' | 'column';

export function $insertRow(grid: GridNode, at: number): void {
  grid.splice(at, 0, [$createRow(emptyRows(1, $sizeOf(grid).columns)[0] ?? [])]);
}

export function $insertColumn(grid: GridNode, at: number): void {
  for (const row of $rowNodes(grid)) row.splice(at, 0, [$createCell()]);
}

/** @returns false where nothing of the table would be left. */
export function $deleteLines(grid: GridNode, axis: Axis, from: number, to: number): boolean {
  const size = $sizeOf(grid);
  const count = to - from + 1;
  if (count >= (axis === 'row' ? size.rows : size.columns)) return false;
  if (axis === 'row') grid.splice(from, count, []);
  else for (const row of $rowNodes(grid)) row.splice(from, count, []);
  return true;
}

/** Moves one row or column to another index. @returns false where there is no such place. */
export function $moveLine(grid: GridNode, axis: Axis, from: number, to: number): boolean {
  const { rows, columns } = $sizeOf(grid);
  if (to < 0 || to >= (axis === 'row' ? rows : columns) || from === to) return false;
  for (const parent of axis === 'row' ? [grid] : $rowNodes(grid)) {
    const moving = parent.getChildAtIndex(from);
    const landmark = parent.getChildAtIndex(to);
    if (!moving || !landmark) continue;
    if (to > from) landmark.insertAfter(moving, false);
    else landmark.insertBefore(moving, false);
  }
  return true;
}

export function $toggleHeader(block: BlockNode, axis: Axis): void {
  const table = block.getState().table ?? newTableParts;
  block.setState({
    table:
      axis === 'row'
        ? { ...table, headerRow: !table.headerRow }
        : { ...table, headerColumn: !table.headerColumn },
  });
}

/** Writes cells over those from a place on, adding rows and columns where the table is too small for them. */
export function $fillCells(grid: GridNode, from: Position, rows: Rows): void {
  const width = Math.max(...rows.map((row) => row.length));
  for (let { columns } = $sizeOf(grid); columns < from.column + width; columns += 1)
    $insertColumn(grid, columns);
  const size = $sizeOf(grid);
  const missing = from.row + rows.length - size.rows;
  if (missing > 0) grid.append(...emptyRows(missing, size.columns).map($createRow));
  for (const [down, row] of rows.entries()) {
    for (const [across, { content }] of row.entries()) {
      const cell = $cellAt(grid, { row: from.row + down, column: from.column + across });
      cell?.clear().append(...$createCell(content).getChildren());
    }
  }
}

/** Empties every cell between two corners. */
export function $clearCells(grid: GridNode, from: Position, to: Position): void {
  for (const row of $rowNodes(grid).slice(from.row, to.row + 1)) {
    for (const cell of $cellNodes(row).slice(from.column, to.column + 1)) cell.clear();
  }
}

/** The content of every cell between two corners. */
export function $cellsBetween(grid: GridNode, from: Position, to: Position) {
  return $rowNodes(grid)
    .slice(from.row, to.row + 1)
    .map((row) => $cellNodes(row).slice(from.column, to.column + 1));
}

/** Rows padded to the longest of them, because a table has no ragged edge. */
export function squared(rows: Rows): Rows {
  const width = Math.max(1, ...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...(emptyRows(1, width - row.length)[0] ?? [])]);
}

/**
 * Puts a new table behind a block; in place of it where it is empty text.
 * @param rows at least one, of any lengths.
 * @returns null where the section takes no tables.
 */
export function $insertTable(after: BlockNode, rows: Rows): BlockNode | null {
  if (rows.length === 0 || !allowedKinds($roleOf(after)).includes('table')) return null;
  const block = $createBlock({
    ...stateOf({
      id: '',
      kind: 'table',
      level: 0,
      content: [],
      citations: [],
      ...newTableParts,
      headerRow: rows.length > 1,
      rows: squared(rows),
    }),
  });
  $layOutRows(block);
  const { kind, locked, citations, exempt } = after.getState();
  if (kind !== 'heading' && kind !== 'field') $keepExempt(block, exempt);
  const gives =
    after.isEmpty() &&
    !locked &&
    citations.length === 0 &&
    !['title', 'field', 'heading', 'label', 'detail', 'table', 'image'].includes(kind);
  if (gives) after.replace(block);
  else after.insertAfter(block, false);
  return block;
}

/** Rows added at the end, for a table that arrives in slices. */
export function $appendRows(block: BlockNode, rows: Rows): void {
  const grid = $gridOf(block);
  if (grid) grid.append(...rows.map($createRow));
}
