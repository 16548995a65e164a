/** What the Insert menu lists for a document of a kind; the caret decides later what of it is possible. */
import type { MenuLists } from '../../shared/contract/desktop.ts';
import type { DocumentKind } from '../../shared/document/schema.ts';
import { sectionRules } from '../../shared/document/structure.ts';
import { type EditorCommand, editorCommands } from '../editor/commands.ts';
import { insertGroups } from '../palette/editor-entries.ts';

export function insertMenu(kind: DocumentKind): MenuLists['insert'] {
  const roles = Object.values(sectionRules).filter(({ documentKinds }) => documentKinds.includes(kind));
  const known = (command: EditorCommand) => {
    if (command.role !== null) return sectionRules[command.role].documentKinds.includes(kind);
    // Details and fields are added where their like is: by the menu of the block, the palette or a stroke.
    if (command.detail !== null || command.field !== null) return false;
    return command.kind === null || roles.some(({ blocks }) => command.kind && blocks.includes(command.kind));
  };
  return insertGroups
    .map((group) =>
      editorCommands
        .filter((command) => command.group === group && known(command))
        .map(({ id, name, shortcut }) => ({ id, name, keys: shortcut })),
    )
    .filter((group) => group.length > 0);
}
