/** The caret and the selection among the cells of a table. */
import { $isTextNode, type RangeSelection } from 'lexical';
import type { BlockNode } from '../nodes/block-node.ts';
import { $neighbour, $placeCaret, $rangeSelection } from '../operations/locate.ts';
import { $insertAfter } from '../operations/split.ts';
import { $cellAround, $cellAt, $gridOf, $sizeOf, type CellPlace, type Position } from './grid.ts';
import type { CellNode } from './nodes.ts';
import { $insertRow } from './operations.ts';

/** What is selected in a table: one cell, or the rectangle between two. */
export interface CellRange {
  readonly place: CellPlace;
  readonly from: Position;
  readonly to: Position;
  /** Words of one cell or a caret, rather than several cells. */
  readonly inOneCell: boolean;
}

export function $cellRange(selection: RangeSelection | null = $rangeSelection()): CellRange | null {
  if (!selection) return null;
  const anchor = $cellAround(selection.anchor.getNode());
  const focus = $cellAround(selection.focus.getNode());
  if (!anchor || !focus || !anchor.grid.is(focus.grid)) return null;
  return {
    place: focus,
    from: { row: Math.min(anchor.row, focus.row), column: Math.min(anchor.column, focus.column) },
    to: { row: Math.max(anchor.row, focus.row), column: Math.max(anchor.column, focus.column) },
    inOneCell: anchor.cell.is(focus.cell),
  };
}

export function $placeInCell(cell: CellNode, where: 'start' | 'end'): void {
  const selection = where === 'start' ? cell.selectStart() : cell.selectEnd();
  const touched = selection.anchor.getNode();
  selection.format = $isTextNode(touched) ? touched.getFormat() : 0;
  selection.style = '';
}

/** @returns whether the place exists. */
export function $goToCell({ grid }: CellPlace, position: Position, where: 'start' | 'end' = 'end'): boolean {
  const cell = $cellAt(grid, position);
  if (cell) $placeInCell(cell, where);
  return cell !== null;
}

/** Tab and Shift+Tab. Behind the last cell a row is added; before the first stands the caption. */
export function $tabToCell(place: CellPlace, backward: boolean): void {
  const { rows, columns } = $sizeOf(place.grid);
  const at = place.row * columns + place.column + (backward ? -1 : 1);
  if (at < 0) {
    $placeCaret(place.block, place.block.getChildrenSize());
    return;
  }
  if (at >= rows * columns) $insertRow(place.grid, rows);
  $goToCell(place, { row: Math.floor(at / columns), column: at % columns });
}

/** Puts the caret behind the table, in a new block where there is none or `always`. */
export function $leaveBelow(block: BlockNode, always: boolean): void {
  const next = $neighbour(block, 'next');
  if (next && !always) $placeCaret(next, 0);
  else $placeCaret($insertAfter(block, 'text'), 0);
}

/** From the caption into the table. */
export function $enterTable(block: BlockNode): boolean {
  const grid = $gridOf(block);
  const cell = grid && $cellAt(grid, { row: 0, column: 0 });
  if (cell) $placeInCell(cell, 'start');
  return cell !== null;
}

export function $isAtCellStart(selection: RangeSelection, cell: CellNode): boolean {
  const { anchor } = selection;
  if (anchor.key === cell.getKey()) return anchor.offset === 0;
  return anchor.offset === 0 && anchor.getNode().is(cell.getFirstChild());
}

export function $isAtCellEnd(selection: RangeSelection, cell: CellNode): boolean {
  const { anchor } = selection;
  if (anchor.key === cell.getKey()) return anchor.offset >= cell.getChildrenSize();
  const node = anchor.getNode();
  return node.is(cell.getLastChild()) && anchor.offset >= node.getTextContentSize();
}
