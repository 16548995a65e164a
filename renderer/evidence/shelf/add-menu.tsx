/** Every way in which evidence comes into the library, and references out of it. */
import { BookDown, BookUp, ClipboardPaste, FilePlus2, FolderSync, Plus } from 'lucide-react';
import { keysFor } from '../../app/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { useAdding } from './adding/adding.ts';

export function AddMenu({ onExportReferences }: { readonly onExportReferences: () => void }) {
  const adding = useAdding();
  return (
    <Menu
      label="Add evidence"
      placement="bottom end"
      trigger={
        <Button look="primary">
          <Plus size={16} aria-hidden /> Add
        </Button>
      }
    >
      <MenuItem
        label="Files…"
        icon={<FilePlus2 size={14} aria-hidden />}
        shortcut={keysFor('add-evidence')}
        onAction={adding.chooseFiles}
      />
      <MenuItem
        label="Text from the clipboard…"
        icon={<ClipboardPaste size={14} aria-hidden />}
        onAction={() => adding.addText()}
      />
      <MenuSeparator />
      <MenuItem
        label="Watch a folder…"
        icon={<FolderSync size={14} aria-hidden />}
        onAction={adding.chooseFolder}
      />
      <MenuSeparator />
      <MenuItem
        label="Import references…"
        icon={<BookDown size={14} aria-hidden />}
        onAction={adding.importReferences}
      />
      <MenuItem
        label="Export references…"
        icon={<BookUp size={14} aria-hidden />}
        onAction={onExportReferences}
      />
    </Menu>
  );
}
