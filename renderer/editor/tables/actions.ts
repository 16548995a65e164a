/** What the commands of a table do; the toolbar, the palette and the keys all come through here. */
import type { LexicalEditor } from 'lexical';
import { $selectBlocks } from '../block-selection.ts';
import type { BlockNode } from '../nodes/block-node.ts';
import { $blockAround, $rangeSelection } from '../operations/locate.ts';
import { $deleteBlocks } from '../operations/remove-blocks.ts';
import { announce } from '../voice.ts';
import { $cellRange, $goToCell, type CellRange } from './cells.ts';
import { $sizeOf, $tableAround, type Position } from './grid.ts';
import {
  $deleteLines,
  $insertColumn,
  $insertRow,
  $moveLine,
  $toggleHeader,
  type Axis,
} from './operations.ts';

export const tableActions = [
  'rowAbove',
  'rowBelow',
  'columnLeft',
  'columnRight',
  'moveRowUp',
  'moveRowDown',
  'moveColumnLeft',
  'moveColumnRight',
  'deleteRow',
  'deleteColumn',
  'deleteTable',
  'headerRow',
  'headerColumn',
  'selectTable',
] as const;
export type TableAction = (typeof tableActions)[number];

function capital(axis: Axis): string {
  return axis === 'row' ? 'Row' : 'Column';
}

/** The table with the caret, in a cell or in its caption. */
export function $currentTable(): BlockNode | null {
  const node = $rangeSelection()?.focus.getNode() ?? null;
  const block = $tableAround(node) ?? $blockAround(node);
  return block?.getState().kind === 'table' ? block : null;
}

function $insert({ place, from, to }: CellRange, axis: Axis, after: boolean): string {
  const at = after ? to[axis] + 1 : from[axis];
  if (axis === 'row') $insertRow(place.grid, at);
  else $insertColumn(place.grid, at);
  $goToCell(place, { row: place.row, column: place.column, [axis]: at } as Position);
  return `${capital(axis)} ${at + 1} added`;
}

function $delete({ place, from, to }: CellRange, axis: Axis): string {
  if (!$deleteLines(place.grid, axis, from[axis], to[axis])) {
    return `A table has at least one ${axis}. Delete the table instead.`;
  }
  const { rows, columns } = $sizeOf(place.grid);
  const row = axis === 'row' ? Math.min(from.row, rows - 1) : place.row;
  const column = axis === 'column' ? Math.min(from.column, columns - 1) : place.column;
  $goToCell(place, { row, column });
  return `${capital(axis)} ${from[axis] + 1} deleted`;
}

function $move(block: BlockNode, { place }: CellRange, axis: Axis, by: 1 | -1): string {
  const to = place[axis] + by;
  const table = block.getState().table;
  const hasHeader = axis === 'row' ? table?.headerRow : table?.headerColumn;
  // Figures that changed places with their header would be read out as the header of all the others.
  if (hasHeader && to >= 0 && Math.min(place[axis], to) === 0) {
    return `The header ${axis} stays first. Turn it off to move it.`;
  }
  if (!$moveLine(place.grid, axis, place[axis], to)) {
    return `It is the ${by < 0 ? 'first' : 'last'} ${axis} already.`;
  }
  return `${capital(axis)} is now ${axis} ${to + 1}`;
}

function $toggle(block: BlockNode, axis: Axis): string {
  $toggleHeader(block, axis);
  const table = block.getState().table;
  const on = axis === 'row' ? table?.headerRow : table?.headerColumn;
  return `Header ${axis} ${on ? 'on' : 'off'}`;
}

/** @returns what to tell; null where the action needs a cell and the caret is in none. */
function $act(action: TableAction, block: BlockNode): string | null {
  const range = $cellRange();
  switch (action) {
    case 'headerRow':
      return $toggle(block, 'row');
    case 'headerColumn':
      return $toggle(block, 'column');
    case 'selectTable':
      $selectBlocks(block, block);
      return 'Table selected';
    case 'deleteTable':
      $deleteBlocks([block]);
      return 'Table deleted';
    default:
      break;
  }
  if (!range) return null;
  switch (action) {
    case 'rowAbove':
    case 'rowBelow':
      return $insert(range, 'row', action === 'rowBelow');
    case 'columnLeft':
    case 'columnRight':
      return $insert(range, 'column', action === 'columnRight');
    case 'moveRowUp':
    case 'moveRowDown':
      return $move(block, range, 'row', action === 'moveRowUp' ? -1 : 1);
    case 'moveColumnLeft':
    case 'moveColumnRight':
      return $move(block, range, 'column', action === 'moveColumnLeft' ? -1 : 1);
    case 'deleteRow':
      return $delete(range, 'row');
    case 'deleteColumn':
      return $delete(range, 'column');
  }
}

/** Runs an action on the table with the caret, inside an update. @returns whether there was such a table. */
export function $runTableAction(editor: LexicalEditor, action: TableAction): boolean {
  const block = $currentTable();
  if (!block || !editor.isEditable()) return false;
  announce(editor, $act(action, block) ?? 'Put the caret into a cell of the table first.');
  return true;
}
