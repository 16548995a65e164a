/**
 * Every command of the application, once: the native menu, the keys, the command palette and the list of keys are
 * made from this table. What a command does is said by the screen that handles it (`useCommands`).
 */

import { documentCommands } from './commands/document.ts';
import { editCommands } from './commands/edit.ts';
import { fileCommands } from './commands/file.ts';
import { helpCommands } from './commands/help.ts';
import { meetingCommands } from './commands/meeting.ts';
import type { CommandRow } from './commands/row.ts';
import { viewCommands } from './commands/view.ts';

export const appCommands = [
  ...fileCommands,
  ...editCommands,
  ...viewCommands,
  ...documentCommands,
  ...meetingCommands,
  ...helpCommands,
] as const;

export type AppCommandId = (typeof appCommands)[number]['id'];

export interface AppCommand extends CommandRow {
  readonly id: AppCommandId;
}

/** A label without the mark of its Alt letter. */
export function commandName({ label }: Pick<AppCommand, 'label'>): string {
  return label.replace('&', '');
}
