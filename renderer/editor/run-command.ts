/** What each command does; menu, palette and keys all come through here. */
import { FORMAT_TEXT_COMMAND, type LexicalEditor, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import type { BlockKind, DocumentKind } from '../../shared/document/schema.ts';
import { type EditorCommand, type EditorCommandId, editorCommands } from './commands.ts';
import { $addSection } from './operations/add-section.ts';
import { $setKind } from './operations/kind.ts';
import { $shiftLevel } from './operations/level.ts';
import { $edgeAt, $rangeSelection, $selectedBlocks } from './operations/locate.ts';
import { $moveBlocks } from './operations/move.ts';

/** Turns every selected block into a kind, where its section takes it. @returns whether any was. */
export function $setSelectedKind(kind: BlockKind, level?: number): boolean {
  const selection = $rangeSelection();
  if (!selection) return false;
  let done = false;
  for (const block of $selectedBlocks(selection)) done = $setKind(block, kind, level) || done;
  return done;
}

/** Runs a command inside an update. @returns whether it could do anything. */
export function $runCommand(editor: LexicalEditor, documentKind: DocumentKind, id: EditorCommandId): boolean {
  if (!editor.isEditable()) return false;
  const selection = $rangeSelection();
  switch (id) {
    case 'undo':
      return editor.dispatchCommand(UNDO_COMMAND);
    case 'redo':
      return editor.dispatchCommand(REDO_COMMAND);
    case 'section':
      $addSection(documentKind, selection && ($edgeAt(selection.focus, 'end')?.block ?? null));
      return true;
    case 'bold':
    case 'italic':
      return editor.dispatchCommand(FORMAT_TEXT_COMMAND, id);
    case 'indent':
    case 'outdent':
      return selection !== null && $shiftLevel(selection, id === 'indent' ? 1 : -1);
    case 'moveUp':
    case 'moveDown':
      return selection !== null && $moveBlocks(editor, selection, id === 'moveUp' ? 'up' : 'down');
    default: {
      const command: EditorCommand | undefined = editorCommands.find((candidate) => candidate.id === id);
      return !!command?.kind && $setSelectedKind(command.kind, command.level ?? undefined);
    }
  }
}
