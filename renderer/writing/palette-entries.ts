/** What the palette offers while a document is open: everything the editor can do, and every heading to go to. */
import { sectionRules } from '../../shared/document/structure.ts';
import { commandsFor } from '../editor/commands.ts';
import { everyEditorEntry } from '../palette/editor-entries.ts';
import { usePaletteEntries } from '../palette/sources.ts';
import type { Desk } from './desk.ts';

export function useDeskEntries({ editor, focus, document, outline, readOnly, goTo }: Desk): void {
  usePaletteEntries(() => {
    const possible = readOnly ? [] : commandsFor(focus, document.kind);
    const role = focus?.sectionRole;
    const reason = readOnly
      ? 'Read only'
      : focus === null || role === undefined || role === 'unknown'
        ? 'Put the caret in the text first'
        : `Not for this block in ${sectionRules[role].name}`;
    return [
      ...everyEditorEntry(possible, editor, reason),
      ...outline.entries.map(({ blockId, number, text }) => ({
        id: `heading-${blockId}`,
        group: 'Go to',
        name: number === '' ? text : `${number} ${text}`,
        onlyWhenAsked: true,
        run: () => goTo(blockId),
      })),
    ];
  });
}
