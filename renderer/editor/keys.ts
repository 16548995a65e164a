/** What keys do: Enter, Backspace, Delete, Tab and Escape by structure, the rest by the table of commands. */
import {
  COMMAND_PRIORITY_LOW,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  FOCUS_COMMAND,
  FORMAT_ELEMENT_COMMAND,
  FORMAT_TEXT_COMMAND,
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
import type { DocumentKind } from '../../shared/document/schema.ts';
import { commandForKey } from './commands.ts';
import { $deleteRange } from './operations/delete-range.ts';
import { $roleOf } from './operations/kind.ts';
import { hasLevels } from './operations/level.ts';
import {
  $edgesOf,
  $isAtEnd,
  $isAtStart,
  $nextToFill,
  $placeCaret,
  $rangeSelection,
} from './operations/locate.ts';
import { $mergeBackward, $mergeForward } from './operations/merge.ts';
import { $enter } from './operations/split.ts';
import { $runCommand } from './run-command.ts';

function spansBlocks(selection: RangeSelection): boolean {
  const edges = $edgesOf(selection);
  return edges !== null && !edges.start.block.is(edges.end.block);
}

/** Words typed over several blocks: the blocks go by our rules, then Lexical types into what is left. */
function $clearBlocks(): false {
  const selection = $rangeSelection();
  if (selection && spansBlocks(selection)) $deleteRange(selection);
  return false;
}

/** Backspace and Delete at the edge of a block. @returns false in the middle of words, which Lexical deletes. */
export function $deleteAcross(isBackward: boolean): boolean {
  const selection = $rangeSelection();
  if (!selection) return false;
  if (!selection.isCollapsed()) return $deleteRange(selection);
  const edge = $edgesOf(selection)?.start;
  if (!edge) return true;
  if (isBackward && $isAtStart(edge)) $mergeBackward(edge.block);
  else if (!isBackward && $isAtEnd(edge)) $mergeForward(edge.block);
  else return false;
  return true;
}

/** Deleting by word or line never reaches beyond the block it started in. */
function $deleteStretch(isBackward: boolean, granularity: 'word' | 'lineboundary'): boolean {
  if ($deleteAcross(isBackward)) return true;
  const selection = $rangeSelection();
  const start = selection && $edgesOf(selection)?.start;
  if (!selection || !start) return true;
  selection.modify('extend', isBackward, granularity);
  if (spansBlocks(selection)) {
    const offset = isBackward ? 0 : start.block.getChildrenSize();
    selection.focus.set(start.block.getKey(), offset, 'element');
  }
  $deleteRange(selection);
  return true;
}

/** Tab among the fields and in a title block goes on as in a form. @returns whether it went anywhere. */
function $goToNeighbour(selection: RangeSelection, backward: boolean): boolean {
  const block = $edgesOf(selection)?.start.block;
  if (!block || hasLevels(block)) return false;
  const isForm = block.getState().kind === 'field' || $roleOf(block) === 'front';
  const neighbour = isForm && $nextToFill(block, backward ? 'previous' : 'next');
  if (!neighbour) return false;
  $placeCaret(neighbour, neighbour.getChildrenSize());
  return true;
}

export function registerKeys(editor: LexicalEditor, documentKind: DocumentKind): () => void {
  /** Escape was the last key: the next Tab leaves the sheet, so that nobody who has only keys is caught in it. */
  let leaving = false;
  return mergeRegister(
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (leaving && event.key !== 'Tab' && event.key !== 'Shift') leaving = false;
        const command = commandForKey(event);
        if (command === null) return false;
        event.preventDefault();
        $runCommand(editor, documentKind, command);
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      () => {
        leaving = true;
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      FOCUS_COMMAND,
      () => {
        leaving = false;
        return false;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        const selection = $rangeSelection();
        if (leaving || !selection || !editor.isEditable()) return true;
        event.preventDefault();
        if (!$goToNeighbour(selection, event.shiftKey)) {
          $runCommand(editor, documentKind, event.shiftKey ? 'outdent' : 'indent');
        }
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      INSERT_PARAGRAPH_COMMAND,
      () => {
        const selection = $rangeSelection();
        if (selection) $enter(selection);
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, $clearBlocks, COMMAND_PRIORITY_LOW),
    editor.registerCommand(CONTROLLED_TEXT_INSERTION_COMMAND, $clearBlocks, COMMAND_PRIORITY_LOW),
    editor.registerCommand(DELETE_CHARACTER_COMMAND, $deleteAcross, COMMAND_PRIORITY_LOW),
    editor.registerCommand(
      DELETE_WORD_COMMAND,
      (isBackward) => $deleteStretch(isBackward, 'word'),
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      DELETE_LINE_COMMAND,
      (isBackward) => $deleteStretch(isBackward, 'lineboundary'),
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      REMOVE_TEXT_COMMAND,
      () => {
        const selection = $rangeSelection();
        if (selection) $deleteRange(selection);
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
    // A document knows bold and italic only; Ctrl+U and alignment would be stripped by the repairs anyway.
    editor.registerCommand(
      FORMAT_TEXT_COMMAND,
      (format) => format !== 'bold' && format !== 'italic',
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(FORMAT_ELEMENT_COMMAND, () => true, COMMAND_PRIORITY_LOW),
  );
}
