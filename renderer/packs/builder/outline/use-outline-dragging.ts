/** Dragging rows of the agenda, with the pointer or with keys, and dropping files on it. */
import { createElement, useRef, useState } from 'react';
import {
  DropIndicator,
  type DropItem,
  type DropTarget,
  type ItemDropTarget,
  useDragAndDrop,
} from 'react-aria-components';
import { movedTo, paperMovedTo, whyNotThere } from '../../agenda/moves.ts';
import type { AgendaNode } from '../../agenda/nodes.ts';
import { itemWords, numbersOf } from '../../agenda/numbers.ts';
import { findItem, findPaper, type Items } from '../../agenda/tree.ts';
import { useAgendaDesk } from '../desk.ts';
import type { PaperAdding } from '../use-adding-papers.tsx';

const ROW = 'application/x-despatch-agenda-row';

/** What dropping a row there makes of the agenda, or why it may not be dropped there. */
export type Dropped = { readonly items: Items } | { readonly refusal: string | null };

/** @param target a row, and whether before, on or behind it. */
export function droppedAt(
  items: Items,
  id: string,
  target: { readonly key: string; readonly dropPosition: 'before' | 'on' | 'after' },
): Dropped {
  const { key, dropPosition } = target;
  if (key === id) return { refusal: null };
  const item = findItem(items, key);
  const paper = findPaper(items, key);
  if (findPaper(items, id)) {
    if (item) {
      if (dropPosition !== 'on') return { refusal: 'A paper stands under an item, not between items.' };
      return { items: paperMovedTo(items, id, { itemId: key, beforeId: null }) };
    }
    if (!paper || dropPosition === 'on') return { refusal: null };
    const beforeId = dropPosition === 'before' ? key : (paper.owner.papers[paper.index + 1]?.id ?? null);
    return { items: paperMovedTo(items, id, { itemId: paper.owner.id, beforeId }) };
  }
  if (!item) return { refusal: paper ? 'An item stands between items, not among papers.' : null };
  const place =
    dropPosition === 'on'
      ? { parentId: key, beforeId: null }
      : {
          parentId: item.parent?.id ?? null,
          beforeId: dropPosition === 'before' ? key : (item.siblings[item.index + 1]?.id ?? null),
        };
  const refusal = whyNotThere(items, id, place);
  return refusal === null ? { items: movedTo(items, id, place) } : { refusal };
}

export function useOutlineDragging({ dropped: addDropped }: PaperAdding): {
  readonly dragAndDropHooks: ReturnType<typeof useDragAndDrop<AgendaNode>>['dragAndDropHooks'];
  readonly refusal: string | null;
} {
  const { session, announce, reveal } = useAgendaDesk();
  const { meeting, changeItems } = session;
  const { items } = meeting;
  const dragged = useRef<string | null>(null);
  const refused = useRef<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);

  const titleOf = (id: string) => (findItem(items, id)?.item ?? findPaper(items, id)?.paper)?.title ?? '';
  const drop = (target: ItemDropTarget) => {
    const id = dragged.current;
    if (id === null) return;
    const made = droppedAt(items, id, { key: String(target.key), dropPosition: target.dropPosition });
    if (!('items' in made) || made.items === items) return;
    changeItems(() => made.items, { name: findPaper(items, id) ? 'Move paper' : 'Move item' });
    const place = findItem(made.items, id);
    const owner = findPaper(made.items, id)?.owner;
    if (place) announce(`Now ${itemWords(numbersOf(made.items), place.item)}`);
    else if (owner) announce(`Now under ${itemWords(numbersOf(made.items), owner)}`);
    reveal(id);
  };
  const dropFiles = async (dropItems: readonly DropItem[], near: string | null) => {
    const files = await Promise.all(dropItems.map(filesOf));
    addDropped(files.flat(), near);
  };

  const { dragAndDropHooks } = useDragAndDrop<AgendaNode>({
    getItems: (keys) => [...keys].map((key) => ({ [ROW]: String(key), 'text/plain': titleOf(String(key)) })),
    getAllowedDropOperations: () => ['move'],
    acceptedDragTypes: 'all',
    onDragStart({ keys }) {
      dragged.current = String([...keys][0] ?? '');
    },
    onDragMove: () => setRefusal(refused.current),
    onDragEnd() {
      dragged.current = null;
      refused.current = null;
      setRefusal(null);
    },
    getDropOperation(target: DropTarget, types) {
      const id = dragged.current;
      refused.current = null;
      if (id === null) {
        // Files from another window; words and rows of other lists are nothing for an agenda.
        if (types.has(ROW) || types.has('text/plain')) return 'cancel';
        return 'copy';
      }
      if (target.type === 'root') return 'cancel';
      const made = droppedAt(items, id, { key: String(target.key), dropPosition: target.dropPosition });
      if ('items' in made) return made.items === items ? 'cancel' : 'move';
      refused.current = made.refusal;
      return 'cancel';
    },
    onMove: ({ target }) => drop(target),
    onItemDrop({ items: dropItems, target, isInternal }) {
      if (!isInternal) void dropFiles(dropItems, String(target.key));
    },
    onInsert({ items: dropItems, target }) {
      void dropFiles(dropItems, String(target.key));
    },
    onRootDrop({ items: dropItems }) {
      void dropFiles(dropItems, null);
    },
    renderDropIndicator: (target) => createElement(DropIndicator, { target, className: 'agenda-drop' }),
  });
  return { dragAndDropHooks, refusal };
}

/** Folders with all that is in them. */
async function filesOf(item: DropItem): Promise<File[]> {
  if (item.kind === 'file') return [await item.getFile()];
  if (item.kind !== 'directory') return [];
  const files: File[] = [];
  for await (const entry of item.getEntries()) files.push(...(await filesOf(entry)));
  return files;
}
