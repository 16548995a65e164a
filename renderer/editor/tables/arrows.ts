/** Arrow keys among the cells: within the words as everywhere, at their edge on to the next cell, at the last one out. */
import type { NodeKey } from 'lexical';
import { $placeCaret, $rangeSelection } from '../operations/locate.ts';
import { $goToCell, $isAtCellEnd, $isAtCellStart, $leaveBelow, type CellRange } from './cells.ts';
import { $cellAt, $sizeOf, type CellPlace, type Position } from './grid.ts';

/** Whether the caret stands in the first or last line of a cell, which only the drawn sheet knows. */
export type EdgeLine = (cell: NodeKey, edge: 'first' | 'last') => boolean;
export type Direction = 'Up' | 'Down' | 'Left' | 'Right';

const steps: Readonly<Record<Direction, Position>> = {
  Up: { row: -1, column: 0 },
  Down: { row: 1, column: 0 },
  Left: { row: 0, column: -1 },
  Right: { row: 0, column: 1 },
};

/** Whether the caret cannot go further in its own cell. */
function $isAtEdge(isInEdgeLine: EdgeLine, { cell }: CellPlace, direction: Direction): boolean {
  const selection = $rangeSelection();
  if (!selection) return false;
  if (direction === 'Left') return $isAtCellStart(selection, cell);
  if (direction === 'Right') return $isAtCellEnd(selection, cell);
  return isInEdgeLine(cell.getKey(), direction === 'Up' ? 'first' : 'last');
}

/** The next cell in reading order for Left and Right, in the column for Up and Down; null beyond the table. */
function $nextPosition(place: CellPlace, direction: Direction): Position | null {
  const { rows, columns } = $sizeOf(place.grid);
  const step = steps[direction];
  const at = (place.row + step.row) * columns + place.column + step.column;
  if (at < 0 || at >= rows * columns) return null;
  return { row: Math.floor(at / columns), column: at % columns };
}

/** Selects the rectangle from the cell where the selection began to the one beside its end. */
function $extend(place: CellPlace, direction: Direction): void {
  const selection = $rangeSelection();
  const step = steps[direction];
  const target = $cellAt(place.grid, { row: place.row + step.row, column: place.column + step.column });
  if (selection && target) selection.focus.set(target.getKey(), target.getChildrenSize(), 'element');
}

/** @returns false where the browser moves the caret, within the words of the cell. */
export function $arrow(
  isInEdgeLine: EdgeLine,
  range: CellRange,
  direction: Direction,
  extends_: boolean,
): boolean {
  const { place } = range;
  if (extends_) {
    if (range.inOneCell && !$isAtEdgeOfFocus(isInEdgeLine, place, direction)) return false;
    $extend(place, direction);
    return true;
  }
  if (!range.inOneCell)
    return $goToCell(place, direction === 'Left' || direction === 'Up' ? range.from : range.to);
  if (!$rangeSelection()?.isCollapsed() || !$isAtEdge(isInEdgeLine, place, direction)) return false;
  const next = $nextPosition(place, direction);
  if (next) return $goToCell(place, next, direction === 'Right' ? 'start' : 'end');
  if (direction === 'Up' || direction === 'Left') $placeCaret(place.block, place.block.getChildrenSize());
  else $leaveBelow(place.block, false);
  return true;
}

/** The same for the moving end of a selection. */
function $isAtEdgeOfFocus(isInEdgeLine: EdgeLine, place: CellPlace, direction: Direction): boolean {
  const selection = $rangeSelection();
  if (!selection) return false;
  if (selection.isCollapsed()) return $isAtEdge(isInEdgeLine, place, direction);
  const moving = selection.clone();
  moving.anchor.set(selection.focus.key, selection.focus.offset, selection.focus.type);
  if (direction === 'Left') return $isAtCellStart(moving, place.cell);
  if (direction === 'Right') return $isAtCellEnd(moving, place.cell);
  return isInEdgeLine(place.cell.getKey(), direction === 'Up' ? 'first' : 'last');
}
