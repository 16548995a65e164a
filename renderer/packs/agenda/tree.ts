/** Where things stand in an agenda: items in items, papers in items. Ids are unique over items and papers alike. */
import type { AgendaItem, Paper } from '../../../shared/pack/meeting.ts';

export type Items = readonly AgendaItem[];

/** Items, sub-items, and one more below them; nobody reads "4.1.2.1" aloud in a meeting. */
export const DEEPEST = 3;

export interface ItemPlace {
  readonly item: AgendaItem;
  /** null: a top item. */
  readonly parent: AgendaItem | null;
  readonly siblings: Items;
  readonly index: number;
  /** 1 for a top item. */
  readonly level: number;
}

export interface PaperPlace {
  readonly paper: Paper;
  readonly owner: AgendaItem;
  readonly index: number;
}

/** Every item in the order of the agenda. */
export function* everyItem(items: Items, level = 1, parent: AgendaItem | null = null): Generator<ItemPlace> {
  for (const [index, item] of items.entries()) {
    yield { item, parent, siblings: items, index, level };
    yield* everyItem(item.items, level + 1, item);
  }
}

export function findItem(items: Items, id: string): ItemPlace | null {
  for (const place of everyItem(items)) if (place.item.id === id) return place;
  return null;
}

export function findPaper(items: Items, id: string): PaperPlace | null {
  for (const { item } of everyItem(items)) {
    const index = item.papers.findIndex((paper) => paper.id === id);
    const paper = item.papers[index];
    if (paper) return { paper, owner: item, index };
  }
  return null;
}

/** How many levels an item takes up: 1 without sub-items. */
export function heightOf(item: AgendaItem): number {
  return 1 + Math.max(0, ...item.items.map(heightOf));
}

export function contains(item: AgendaItem, id: string): boolean {
  return item.id === id || item.items.some((sub) => contains(sub, id));
}

/** The same list, with what `change` makes of one of its items; the same object where nothing changed. */
export function mapItem(items: Items, id: string, change: (item: AgendaItem) => AgendaItem): Items {
  let changed = false;
  const next = items.map((item) => {
    const made = item.id === id ? change(item) : withItems(item, mapItem(item.items, id, change));
    if (made !== item) changed = true;
    return made;
  });
  return changed ? next : items;
}

/** @param parentId null: among the top items. */
export function mapChildren(
  items: Items,
  parentId: string | null,
  change: (children: readonly AgendaItem[]) => readonly AgendaItem[],
): Items {
  if (parentId === null) return change(items);
  return mapItem(items, parentId, (item) => withItems(item, change(item.items)));
}

export function withoutItem(items: Items, id: string): Items {
  const kept = items.filter((item) => item.id !== id);
  if (kept.length < items.length) return kept;
  let changed = false;
  const next = items.map((item) => {
    const made = withItems(item, withoutItem(item.items, id));
    if (made !== item) changed = true;
    return made;
  });
  return changed ? next : items;
}

function withItems(item: AgendaItem, children: readonly AgendaItem[]): AgendaItem {
  return children === item.items ? item : { ...item, items: children };
}

export function inserted<Each>(list: readonly Each[], index: number, each: readonly Each[]): Each[] {
  return [...list.slice(0, index), ...each, ...list.slice(index)];
}
