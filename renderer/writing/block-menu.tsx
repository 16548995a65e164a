import { ChevronDown } from 'lucide-react';
import type { RefObject } from 'react';
import { blockRules } from '../../shared/document/structure.ts';
import type { BlockFocus, EditorHandle } from '../editor/api.ts';
import { type EditorCommand, type EditorCommandId, editorCommands } from '../editor/commands.ts';
import { Button } from '../ui/button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx';

interface Props {
  readonly focus: BlockFocus | null;
  readonly editor: RefObject<EditorHandle | null>;
  readonly isDisabled: boolean;
}

const moves: readonly EditorCommandId[] = ['section', 'indent', 'outdent', 'moveUp', 'moveDown'];

/** What the block with the caret is, and what it can become. */
export function BlockMenu({ focus, editor, isDisabled }: Props) {
  const run = (id: EditorCommandId) => {
    editor.current?.run(id);
    // After the menu has given the focus back to its button.
    requestAnimationFrame(() => editor.current?.focus());
  };
  const name = nameOf(focus);
  const allowed = editorCommands.filter(({ kind }) => kind !== null && focus?.allowedKinds.includes(kind));
  return (
    <Menu
      label="Kind of block"
      trigger={
        <Button
          className="block-kind"
          isDisabled={isDisabled || focus === null}
          aria-label={`Kind of block: ${name}`}
        >
          <span>{name}</span>
          <ChevronDown size={14} aria-hidden />
        </Button>
      }
    >
      {allowed.map((command) => (
        <MenuItem
          key={command.id}
          label={command.name}
          shortcut={command.shortcut ?? undefined}
          current={isCurrent(command, focus)}
          onAction={() => run(command.id)}
        />
      ))}
      {allowed.length > 0 ? <MenuSeparator /> : null}
      {editorCommands
        .filter(({ id }) => moves.includes(id))
        .map(({ id, name: label, shortcut }) => (
          <MenuItem key={id} label={label} shortcut={shortcut ?? undefined} onAction={() => run(id)} />
        ))}
    </Menu>
  );
}

function isCurrent({ kind, level }: EditorCommand, focus: BlockFocus | null): boolean {
  return kind !== null && kind === focus?.kind && (level === null || level === focus.level);
}

function nameOf(focus: BlockFocus | null): string {
  if (!focus) return 'No block';
  if (focus.kind === 'unknown') return 'Newer kind';
  return editorCommands.find((command) => isCurrent(command, focus))?.name ?? blockRules[focus.kind].name;
}
