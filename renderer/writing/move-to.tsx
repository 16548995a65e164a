/** “Move to…”: what dragging does, for those who use keys. */
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useCommands } from '../app/commands.tsx';
import { draggingKey } from '../editor/dragging/dragging.ts';
import type { PaletteEntry } from '../palette/entries.ts';
import { notify } from '../ui/toasts.tsx';
import { type Desk, useDesk } from './desk.ts';
import { blockPlaces, sectionPlaces } from './move-places.ts';
import { outlineOf } from './outline.ts';

const Picker = lazy(async () => ({ default: (await import('../palette/picker.tsx')).Picker }));

export function MoveTo({ children }: { children: ReactNode }) {
  const desk = useDesk();
  const [entries, setEntries] = useState<readonly PaletteEntry[] | null>(null);
  const unavailable = desk.readOnly
    ? 'Read only'
    : desk.focus === null
      ? 'Put the caret in the text first'
      : undefined;
  useCommands({
    'move-to': unavailable === undefined ? () => setEntries(placeEntries(desk)) : { unavailable },
  });
  return (
    <>
      {children}
      {entries ? (
        <Suspense>
          <Picker
            title="Move to"
            asks="Move it to which place?"
            entries={entries}
            onClose={() => setEntries(null)}
          />
        </Suspense>
      ) : null}
    </>
  );
}

function placeEntries({ editor, focus, numbers }: Desk): PaletteEntry[] {
  const handle = editor.current;
  if (!handle || !focus) return [];
  const document = handle.current();
  const outline = outlineOf(document, numbers);
  const tell = ({ refusal }: { refusal: string | null }) => {
    if (refusal !== null) notify({ tone: 'info', title: 'Nothing was moved', body: refusal });
    handle.focus();
  };
  if (focus.selectedIds.length <= 1 && focus.kind === 'heading' && focus.level === 1) {
    return sectionPlaces(document, outline)
      .filter(({ beforeSectionId }) => beforeSectionId !== focus.sectionId)
      .map(({ id, name, beforeSectionId }) => ({
        id,
        name,
        group: 'Move the section',
        run: () => tell(handle.moveSection(focus.sectionId, beforeSectionId)),
      }));
  }
  const ids = focus.selectedIds.length > 0 ? focus.selectedIds : [focus.blockId];
  const group = ids.length === 1 ? 'Move the block' : `Move ${ids.length} blocks`;
  const dragging = handle.feature(draggingKey);
  return blockPlaces(document, outline).map(({ id, name, to }) => {
    const unavailable = dragging?.whyNot(ids, to) ?? undefined;
    return {
      id,
      name,
      group,
      unavailable,
      onlyWhenAsked: unavailable !== undefined,
      run: () => tell(handle.moveBlocks(ids, to)),
    };
  });
}
