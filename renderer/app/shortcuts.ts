/** The keys of the window's commands. The native menu shows the same ones; help prints this table. */
import type { MenuCommand } from '../../shared/contract/desktop.ts';
import { editorCommands } from '../editor/commands.ts';

export interface Shortcut {
  /** As a person reads it. */
  readonly keys: string;
  readonly does: string;
}

interface CommandKey {
  readonly command: MenuCommand;
  readonly keys: string;
  readonly does: string;
}

const commandKeys: readonly CommandKey[] = [
  { command: 'new-briefing', keys: 'Ctrl+N', does: 'New brief' },
  { command: 'new-report', keys: 'Ctrl+Shift+N', does: 'New report' },
  { command: 'import-file', keys: 'Ctrl+O', does: 'Import a file' },
  { command: 'import-text', keys: 'Ctrl+Shift+O', does: 'Import pasted text' },
  { command: 'save', keys: 'Ctrl+S', does: 'Save now, without waiting for the pause' },
  { command: 'export-docx', keys: 'F12', does: 'Export to Word' },
  { command: 'export-pdf', keys: 'Shift+F12', does: 'Export to PDF' },
  { command: 'close-document', keys: 'Ctrl+W', does: 'Back to the library' },
  { command: 'toggle-navigator', keys: 'Ctrl+\\', does: 'Show or hide the outline' },
  { command: 'toggle-inspector', keys: 'Ctrl+Shift+\\', does: 'Show or hide the side panel' },
  { command: 'zoom-in', keys: 'Ctrl+=', does: 'Larger text' },
  { command: 'zoom-out', keys: 'Ctrl+-', does: 'Smaller text' },
  { command: 'zoom-reset', keys: 'Ctrl+0', does: 'Text at its printed size' },
  { command: 'keyboard-help', keys: 'F1', does: 'This list' },
];

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

export const commandShortcuts: readonly Shortcut[] = commandKeys;

export function keysFor(command: MenuCommand): string | undefined {
  return commandKeys.find((candidate) => candidate.command === command)?.keys;
}

/** The part of a keyboard event that names a key. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** The command a key means; null for every other key. */
export function commandFor(press: KeyPress): MenuCommand | null {
  // AltGr arrives as Ctrl+Alt on Windows and writes characters.
  if (press.altKey) return null;
  const held = `${press.ctrlKey || press.metaKey ? 'Ctrl+' : ''}${press.shiftKey ? 'Shift+' : ''}`;
  const pressed = held + nameOf(press);
  return (
    commandKeys.find(({ keys }) => keys === pressed || keys === pressed.replace('Shift+=', '='))?.command ??
    null
  );
}

/** Shift changes the character of these keys, wherever a keyboard's layout has them. */
const withoutShift: Readonly<Record<string, string>> = { '|': '\\', '+': '=', _: '-', ')': '0' };

function nameOf({ key }: KeyPress): string {
  return withoutShift[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
