/** The editor's commands as entries of the palette and of the slash menu. */
import type { RefObject } from 'react';
import type { EditorHandle } from '../editor/api.ts';
import { type CommandGroup, type EditorCommand, editorCommands } from '../editor/commands.ts';
import type { PaletteEntry } from './entries.ts';

/** The groups of what one adds to a document; the others change what is there. */
export const insertGroups: readonly CommandGroup[] = ['Turn into', 'Add', 'New section'];

export function editorEntries(
  commands: readonly EditorCommand[],
  editor: RefObject<EditorHandle | null>,
): PaletteEntry[] {
  return commands.map(({ id, group, name, shortcut, keywords }) => ({
    id: `editor-${id}`,
    group,
    name,
    keys: shortcut ?? undefined,
    keywords,
    run() {
      editor.current?.run(id);
      editor.current?.focus();
    },
  }));
}

/** All of them, those that the place of the caret does not allow with the reason. */
export function everyEditorEntry(
  possible: readonly EditorCommand[],
  editor: RefObject<EditorHandle | null>,
  reason: string,
): PaletteEntry[] {
  const ids = new Set(possible.map(({ id }) => id));
  return editorEntries(editorCommands, editor).map((entry, at) =>
    ids.has(editorCommands[at]?.id ?? 'text')
      ? entry
      : { ...entry, unavailable: reason, onlyWhenAsked: true },
  );
}
