/**
 * What keys do in a table, ahead of what they do in the rest of the sheet. Nothing here can reach beyond a cell by
 * accident: at its edges Backspace and Delete do nothing, and Enter breaks the line.
 */
import {
  $getSelection,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_NORMAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  mergeRegister,
  type RangeSelection,
  REMOVE_TEXT_COMMAND,
} from 'lexical';
import { $selectBlocks } from '../block-selection.ts';
import { $rangeSelection } from '../operations/locate.ts';
import { $runTableAction, type TableAction } from './actions.ts';
import { $arrow, type Direction, type EdgeLine } from './arrows.ts';
import {
  $cellRange,
  $goToCell,
  $isAtCellEnd,
  $isAtCellStart,
  $leaveBelow,
  $tabToCell,
  type CellRange,
} from './cells.ts';
import { $clearCells } from './operations.ts';

const moves: Readonly<Record<Direction, TableAction>> = {
  Up: 'moveRowUp',
  Down: 'moveRowDown',
  Left: 'moveColumnLeft',
  Right: 'moveColumnRight',
};

function directionOf({ key }: KeyboardEvent): Direction | null {
  const name = key.startsWith('Arrow') ? key.slice('Arrow'.length) : '';
  return name in moves ? (name as Direction) : null;
}

/** Empties the selected cells and goes to the first of them. @returns whether several were selected. */
function $clearSelected(range: CellRange | null): boolean {
  if (!range || range.inOneCell) return false;
  $clearCells(range.place.grid, range.from, range.to);
  $goToCell(range.place, range.from);
  return true;
}

/** @param $remove deletes within the words of the cell. @returns false outside a table. */
function $delete(isBackward: boolean, $remove: (selection: RangeSelection) => void): boolean {
  const selection = $rangeSelection();
  const range = $cellRange(selection);
  if (!selection || !range) return false;
  if ($clearSelected(range)) return true;
  const { cell } = range.place;
  const atEdge = isBackward ? $isAtCellStart(selection, cell) : $isAtCellEnd(selection, cell);
  if (!selection.isCollapsed()) selection.removeText();
  else if (!atEdge) $remove(selection);
  return true;
}

export interface TableKeys {
  /** Alt+F10 or the menu key: the toolbar of the table takes the focus. */
  openToolbar(): void;
  readonly isInEdgeLine: EdgeLine;
}

export function registerTableKeys(
  editor: LexicalEditor,
  { openToolbar, isInEdgeLine }: TableKeys,
): () => void {
  function $keyDown(event: KeyboardEvent): boolean {
    const selection = $getSelection();
    const range = $cellRange();
    if (!range || !selection || !editor.isEditable() || event.metaKey) return false;
    const direction = directionOf(event);
    if (direction && event.altKey && !event.ctrlKey && !event.shiftKey) {
      return $runTableAction(editor, moves[direction]);
    }
    if (direction && !event.altKey && !event.ctrlKey)
      return $arrow(isInEdgeLine, range, direction, event.shiftKey);
    if (event.key === 'Enter' && event.ctrlKey && !event.shiftKey && !event.altKey) {
      $leaveBelow(range.place.block, true);
      return true;
    }
    if ((event.key === 'F10' && event.altKey) || event.key === 'ContextMenu') {
      openToolbar();
      return true;
    }
    return false;
  }
  const $settleCells = () => {
    $clearSelected($cellRange());
    return false;
  };
  return mergeRegister(
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (!$keyDown(event)) return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        const range = $cellRange();
        if (!range || !editor.isEditable() || event.ctrlKey || event.altKey) return false;
        event.preventDefault();
        $tabToCell(range.place, event.shiftKey);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      () => {
        const range = $cellRange();
        if (range) $selectBlocks(range.place.block, range.place.block);
        return range !== null;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      INSERT_PARAGRAPH_COMMAND,
      () => {
        const range = $cellRange();
        if (!range) return false;
        $clearSelected(range);
        $rangeSelection()?.insertLineBreak();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, $settleCells, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(CONTROLLED_TEXT_INSERTION_COMMAND, $settleCells, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      DELETE_CHARACTER_COMMAND,
      (isBackward) => $delete(isBackward, (selection) => selection.deleteCharacter(isBackward)),
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DELETE_WORD_COMMAND,
      (isBackward) => $delete(isBackward, (selection) => selection.deleteWord(isBackward)),
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DELETE_LINE_COMMAND,
      (isBackward) => $delete(isBackward, (selection) => selection.deleteLine(isBackward)),
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(REMOVE_TEXT_COMMAND, () => $delete(true, () => {}), COMMAND_PRIORITY_HIGH),
  );
}
