/** Which key means which command of the application, and the lists of keys for the help. */
import {
  type AppCommand,
  type AppCommandId,
  appCommands,
  commandName,
} from '../../shared/contract/commands.ts';
import { editorCommands } from '../editor/commands.ts';

export interface Shortcut {
  /** As a person reads it. */
  readonly keys: string;
  readonly does: string;
}

const commands: readonly AppCommand[] = appCommands;

/** Keys of the editor and of lists, which hear them themselves. */
export const writingKeys: readonly Shortcut[] = [
  { keys: 'Enter', does: 'Next point, paragraph or recommendation' },
  { keys: 'Tab, Enter', does: 'Among the fields: the next one' },
  { keys: 'Shift+Enter', does: 'New line in the same block' },
  { keys: 'Backspace', does: 'At the start: plain text, then join to the block before' },
  { keys: 'F6', does: 'Next part of the window; with Shift the one before' },
  ...editorCommands.flatMap(({ name, shortcut }) => (shortcut ? [{ keys: shortcut, does: name }] : [])),
];

export const libraryKeys: readonly Shortcut[] = [
  { keys: 'Up, Down', does: 'Choose a document' },
  { keys: 'Enter', does: 'Open it' },
  { keys: 'Delete', does: 'Move it to the bin' },
  { keys: 'Ctrl+F', does: 'Search' },
];

export const evidenceKeys: readonly Shortcut[] = [
  { keys: 'Up, Down', does: 'Choose a source; with Shift several, with Ctrl+A all' },
  { keys: 'Letters', does: 'Go to the source whose title begins so' },
  { keys: 'Enter', does: 'Open it, or the passage that was found' },
  { keys: 'F2', does: 'Edit its details' },
  { keys: 'Delete', does: 'Move to the bin' },
  { keys: 'Ctrl+F', does: 'Search the words of all sources' },
  { keys: 'Ctrl+V', does: 'Add copied files, a picture or text' },
  { keys: 'F6', does: 'Next part of the window' },
  { keys: 'Esc', does: 'Back, step by step' },
];

export const agendaKeys: readonly Shortcut[] = [
  { keys: 'Up, Down', does: 'Choose an item or paper' },
  { keys: 'Enter, F2', does: 'Write its title; Enter on a document opens it' },
  { keys: 'Enter', does: 'While writing: the next item' },
  { keys: 'Tab, Shift+Tab', does: 'While writing: make a sub-item, and back' },
  { keys: 'Ctrl+Enter', does: 'Add an item below' },
  { keys: 'Alt+Up, Alt+Down', does: 'Move it up or down' },
  { keys: 'Alt+Right, Alt+Left', does: 'Make a sub-item, and back' },
  { keys: 'Delete', does: 'Remove it; Ctrl+Z brings it back' },
];

export const commandShortcuts: readonly Shortcut[] = commands.flatMap((command) => {
  const { keys, alsoKeys, ownKeys } = command;
  // Undo and redo stand among the keys of the editor, which hears them.
  if (keys === null || ownKeys) return [];
  const does = command.help ?? commandName(command);
  return [{ keys: alsoKeys === undefined ? keys : `${keys}, ${alsoKeys}`, does }];
});

export function keysFor(id: AppCommandId): string | undefined {
  return commands.find((command) => command.id === id)?.keys ?? undefined;
}

/** The part of a keyboard event that names a key. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** The command a key means; null for every other key, and for those that the editor hears itself. */
export function commandFor(press: KeyPress): AppCommandId | null {
  // AltGr arrives as Ctrl+Alt on Windows and writes characters.
  if (press.altKey) return null;
  const held = `${press.ctrlKey || press.metaKey ? 'Ctrl+' : ''}${press.shiftKey ? 'Shift+' : ''}`;
  const pressed = held + nameOf(press);
  const means = (keys: string | null | undefined) =>
    keys === pressed || keys === pressed.replace('Shift+=', '=');
  const command = commands.find(
    ({ keys, alsoKeys, ownKeys }) => !ownKeys && (means(keys) || means(alsoKeys)),
  );
  return command?.id ?? null;
}

/** Shift changes the character of these keys, wherever a keyboard's layout has them. */
const withoutShift: Readonly<Record<string, string>> = { '|': '\\', '+': '=', _: '-', ')': '0' };

function nameOf({ key }: KeyPress): string {
  return withoutShift[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
