/** What each command does; menu, palette and keys all come through here. */
import { $addUpdateTag, FORMAT_TEXT_COMMAND, type LexicalEditor, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import type { BlockKind, DocumentKind } from '../../shared/document/schema.ts';
import { mainRole } from '../../shared/document/structure.ts';
import { $blockSelection, $selectBlocks, $selectMore } from './block-selection.ts';
import { type EditorCommandId, editorCommands } from './commands.ts';
import { runFeatureCommand } from './feature-commands.ts';
import type { BlockNode } from './nodes/block-node.ts';
import { $addField } from './operations/add-field.ts';
import { $addSection } from './operations/add-section.ts';
import { $addDetail, $addNextDetail } from './operations/details.ts';
import { $duplicate } from './operations/duplicate.ts';
import { $ownerOf, $rowOf } from './operations/groups.ts';
import { $setKind } from './operations/kind.ts';
import { $shiftLevel } from './operations/level.ts';
import { $edgeAt, $placeCaret, $rangeSelection, $selectedBlocks } from './operations/locate.ts';
import { $moveBlocks } from './operations/move.ts';
import { $deleteBlocks } from './operations/remove-blocks.ts';
import { UNLOCK_TAG } from './repairs/lock-repairs.ts';
import { announce } from './voice.ts';

/** The blocks a command is about: those selected, or the one with the caret. */
function $chosen(): BlockNode[] {
  const selection = $rangeSelection();
  return selection ? $selectedBlocks(selection) : [];
}

/** Turns every selected block into a kind, where its section takes it. @returns whether any was. */
export function $setSelectedKind(kind: BlockKind, level?: number): boolean {
  let done = false;
  for (const block of $chosen()) done = $setKind(block, kind, level) || done;
  return done;
}

function $goInto(block: BlockNode | null): boolean {
  if (block) $placeCaret(block, block.getChildrenSize());
  return block !== null;
}

function $switchSide(): boolean {
  const owners = new Set($chosen().map($ownerOf));
  let done = false;
  for (const owner of owners) {
    const { side } = owner.getState();
    if (side === null) continue;
    owner.setState({ side: side === 'ours' ? 'theirs' : 'ours' });
    done = true;
  }
  return done;
}

function $setLocked(locked: boolean): boolean {
  const blocks = $chosen().filter((block) => {
    const { kind, locked: is } = block.getState();
    return is !== locked && (!locked || ((kind === 'heading' || kind === 'label') && !block.isEmpty()));
  });
  for (const block of blocks) block.setState({ locked });
  if (!locked) $addUpdateTag(UNLOCK_TAG);
  return blocks.length > 0;
}

/** A cell is deleted with its row. */
function $deleteChosen(): boolean {
  return $deleteBlocks($chosen().flatMap((block) => $rowOf(block) ?? [block]));
}

function $act(editor: LexicalEditor, documentKind: DocumentKind, id: EditorCommandId): boolean | null {
  const selection = $rangeSelection();
  const block = selection && ($edgeAt(selection.focus, 'end')?.block ?? null);
  switch (id) {
    case 'undo':
      return editor.dispatchCommand(UNDO_COMMAND);
    case 'redo':
      return editor.dispatchCommand(REDO_COMMAND);
    case 'section':
      return $addSection(documentKind, mainRole[documentKind], block);
    case 'bold':
    case 'italic':
      return editor.dispatchCommand(FORMAT_TEXT_COMMAND, id);
    case 'indent':
    case 'outdent':
      return selection !== null && $shiftLevel(selection, id === 'indent' ? 1 : -1);
    case 'moveUp':
    case 'moveDown':
      return selection !== null && $moveBlocks(editor, selection, id === 'moveUp' ? 'up' : 'down');
    case 'addDetail':
      return block !== null && $goInto($addNextDetail(block));
    case 'duplicate':
      return $duplicate($chosen());
    case 'delete':
      return $deleteChosen();
    case 'switchSide':
      return $switchSide();
    case 'lock':
    case 'unlock':
      return $setLocked(id === 'lock');
    case 'selectBlock':
      if (!block || $blockSelection()) return false;
      $selectBlocks(block, block);
      return true;
    case 'selectMore':
      return $selectMore();
    default:
      return null;
  }
}

/** What is said where nothing on the sheet would be read out by itself. */
const said: Partial<Record<EditorCommandId, string>> = {
  duplicate: 'Duplicated',
  delete: 'Deleted',
  switchSide: 'Side switched',
  lock: 'Heading locked',
  unlock: 'Heading unlocked',
};

/** Runs a command inside an update. @returns whether it could do anything. */
export function $runCommand(editor: LexicalEditor, documentKind: DocumentKind, id: EditorCommandId): boolean {
  if (!editor.isEditable()) return false;
  const done = $act(editor, documentKind, id);
  if (done !== null) {
    const news = said[id];
    if (done && news !== undefined) announce(editor, news);
    return done;
  }
  const command = editorCommands.find((candidate) => candidate.id === id);
  if (!command) return runFeatureCommand(editor, id);
  const [first] = $chosen();
  if (command.kind !== null) return $setSelectedKind(command.kind, command.level ?? undefined);
  if (command.role !== null) return $addSection(documentKind, command.role, first ?? null);
  if (command.detail !== null && first) return $goInto($addDetail(first, command.detail));
  if (command.field !== null && first) return $goInto($addField(first, command.field));
  return runFeatureCommand(editor, id);
}
