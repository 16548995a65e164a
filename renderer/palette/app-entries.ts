/** The palette's entries that belong to no screen: the application's commands and the library's documents. */
import type { DocumentSummary } from '../../shared/contract/calls.ts';
import { appMenus } from '../../shared/contract/commands/row.ts';
import { type AppCommand, appCommands, commandName } from '../../shared/contract/commands.ts';
import type { CommandBus } from '../app/commands.tsx';
import { notifyFailure } from '../app/failures.ts';
import type { Services } from '../app/services.ts';
import { kindNames, titleFor } from '../library/list-model.ts';
import type { PaletteEntry } from './entries.ts';

const NEEDS_DOCUMENT = 'Open a document first';
const NEEDS_MEETING = 'Open a meeting first';
const NOT_HERE = 'Not on this screen';

/** Commands under the names of their menus; what nothing carries out now says why. */
export function commandEntries(bus: CommandBus): PaletteEntry[] {
  const commands: readonly AppCommand[] = appCommands;
  return commands
    .filter(({ id, ownKeys }) => id !== 'palette' && !ownKeys)
    .map((command) => {
      const handler = bus.handlerOf(command.id);
      const missing = command.needsDocument
        ? NEEDS_DOCUMENT
        : command.needsMeeting
          ? NEEDS_MEETING
          : NOT_HERE;
      return {
        id: `command-${command.id}`,
        group: menuName(command),
        name: commandName(command),
        keys: command.keys ?? undefined,
        unavailable:
          handler === undefined ? missing : typeof handler === 'function' ? undefined : handler.unavailable,
        run: () => bus.run(command.id),
      };
    });
}

function menuName({ menu }: AppCommand): string {
  return appMenus.find(({ id }) => id === menu)?.label.replace('&', '') ?? '';
}

export function documentEntries(documents: readonly DocumentSummary[], go: Services['go']): PaletteEntry[] {
  return documents
    .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))
    .map((summary) => ({
      id: `document-${summary.id}`,
      group: 'Documents',
      name: `${titleFor(summary)} (${kindNames[summary.kind].toLowerCase()})`,
      onlyWhenAsked: true,
      run: () =>
        void go({
          screen: 'document',
          documentId: summary.id,
          review: summary.pendingImportRows > 0,
        }).catch(notifyFailure),
    }));
}
