import { AppWindow, BookOpen, BookUp, Download, FilePlus2, Pencil, Trash2 } from 'lucide-react';
import { Menu as AriaMenu } from 'react-aria-components';
import type { SourceSummary } from '../../../shared/contract/evidence-source-calls.ts';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';
import { MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { PlacePopover } from '../../ui/place-popover.tsx';
import { useEditions } from './details/use-editions.ts';

/** In the window, in pixels. */
export interface MenuPlace {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

interface Props {
  readonly place: MenuPlace;
  readonly sources: readonly SourceSummary[];
  readonly onOpen: (source: SourceSummary) => void;
  readonly onEdit: () => void;
  readonly onExportReferences: () => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** What can be done with the sources that are selected, beside the pointer or the row. */
export function SourceMenu({ place, sources, onOpen, onEdit, onExportReferences, onRemove, onClose }: Props) {
  const { client, desktop } = useServices();
  const editions = useEditions();
  const [first] = sources;
  if (!first) return null;
  const single = sources.length === 1;
  const saveOriginal = async () => {
    const source = await client.call('evidence.get', { sourceId: first.id });
    const [present] = source.editions;
    if (present) editions.saveOriginal(present);
  };
  return (
    <PlacePopover place={place} className="source-menu" onClose={onClose}>
      <AriaMenu className="menu" aria-label="Source" autoFocus="first" onClose={onClose}>
        {single ? (
          <>
            <MenuItem
              label="Open"
              shortcut="Enter"
              icon={<BookOpen size={14} aria-hidden />}
              onAction={() => onOpen(first)}
            />
            <MenuItem
              label="Open in a window of its own"
              icon={<AppWindow size={14} aria-hidden />}
              onAction={() => desktop.openReader({ sourceId: first.id })}
            />
            <MenuItem
              label="Edit its details"
              shortcut="F2"
              icon={<Pencil size={14} aria-hidden />}
              onAction={onEdit}
            />
            <MenuSeparator />
            <MenuItem
              label="New edition…"
              icon={<FilePlus2 size={14} aria-hidden />}
              onAction={() => editions.addEdition(first.id)}
            />
            <MenuItem
              label="Save the original…"
              icon={<Download size={14} aria-hidden />}
              onAction={() => void saveOriginal().catch(notifyFailure)}
            />
          </>
        ) : null}
        <MenuItem
          label={single ? 'Export its reference…' : 'Export their references…'}
          icon={<BookUp size={14} aria-hidden />}
          onAction={onExportReferences}
        />
        <MenuSeparator />
        <MenuItem
          label={single ? 'Move to the bin' : `Move ${sources.length.toLocaleString('en-GB')} to the bin`}
          shortcut="Delete"
          icon={<Trash2 size={14} aria-hidden />}
          onAction={onRemove}
        />
      </AriaMenu>
    </PlacePopover>
  );
}
