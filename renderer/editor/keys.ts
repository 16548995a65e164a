/** What keys do: Enter, Backspace, Delete, Tab, arrows and Escape by structure, the rest by the table of commands. */
import {
  $getEditor,
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
  REMOVE_TEXT_COMMAND,
} from 'lexical';
import type { DocumentKind } from '../../shared/document/schema.ts';
import { $blockSelection } from './block-selection.ts';
import { commandForKey } from './command-keys.ts';
import { $arrowInBlockSelection } from './operations/block-arrows.ts';
import { $deleteAcross, $deleteStretch } from './operations/delete-across.ts';
import { $deleteRange } from './operations/delete-range.ts';
import { $edgesOf, $rangeSelection, $spansBlocks } from './operations/locate.ts';
import { $enter } from './operations/split.ts';
import { $tab } from './operations/tab.ts';
import { $runCommand } from './run-command.ts';
import { refuse } from './voice.ts';

/** Words typed over several blocks: the blocks go by our rules, then Lexical types into what is left. */
function $clearBlocks(): boolean {
  const selection = $rangeSelection();
  if (selection && ($spansBlocks(selection) || $blockSelection())) $deleteRange(selection);
  return $isInLocked();
}

/** What is locked takes no words, and it is said why nothing happens. */
function $isInLocked(): boolean {
  const selection = $rangeSelection();
  const edges = selection && $edgesOf(selection);
  const locked = !!edges && (edges.start.block.getState().locked || edges.end.block.getState().locked);
  if (locked) refuse($getEditor(), 'Locked by the template. The command Unlock heading changes that.');
  return locked;
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
        if (command !== null) $runCommand(editor, documentKind, command);
        else if (!$arrowInBlockSelection(event)) return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      () => {
        $runCommand(editor, documentKind, 'selectBlock');
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
        $tab(selection, event.shiftKey);
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
      (format) => (format !== 'bold' && format !== 'italic') || $isInLocked(),
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(FORMAT_ELEMENT_COMMAND, () => true, COMMAND_PRIORITY_LOW),
  );
}
