/**
 * The moves of an agenda. Each returns the very same list where the move is not possible, so that nothing is undone,
 * saved or announced that did not happen.
 */
import type { AgendaItem, Paper } from '../../../shared/pack/meeting.ts';
import {
  contains,
  DEEPEST,
  everyItem,
  findItem,
  findPaper,
  heightOf,
  type Items,
  inserted,
  mapChildren,
  mapItem,
  withoutItem,
} from './tree.ts';

export interface ItemTarget {
  /** null: a top item. */
  readonly parentId: string | null;
  /** Before this one; null: behind the last. */
  readonly beforeId: string | null;
}
export interface PaperTarget {
  readonly itemId: string;
  readonly beforeId: string | null;
}

/** Becomes the last sub-item of the item before it. */
export function indented(items: Items, id: string): Items {
  const place = findItem(items, id);
  const before = place?.siblings[place.index - 1];
  if (!place || !before || place.level + heightOf(place.item) > DEEPEST) return items;
  return mapChildren(withoutItem(items, id), before.id, (children) => [...children, place.item]);
}

/** Comes to stand behind the item that it was a sub-item of; its siblings stay there. */
export function outdented(items: Items, id: string): Items {
  const place = findItem(items, id);
  const parent = place?.parent && findItem(items, place.parent.id);
  if (!place || !parent) return items;
  return mapChildren(withoutItem(items, id), parent.parent?.id ?? null, (children) =>
    inserted(children, children.findIndex((each) => each.id === parent.item.id) + 1, [place.item]),
  );
}

/**
 * One place up or down on its level. A sub-item at an end of its item goes on into the next item; the level stays, so
 * that the opposite move always brings it back.
 */
export function shifted(items: Items, id: string, by: -1 | 1): Items {
  const place = findItem(items, id);
  if (!place) return items;
  const { item, siblings, index } = place;
  const parent = place.parent?.id ?? null;
  if (siblings[index + by]) {
    return mapChildren(items, parent, (children) => {
      const others = children.filter((each) => each.id !== id);
      return inserted(others, index + by, [item]);
    });
  }
  const above = parent === null ? null : findItem(items, parent);
  const neighbour = above?.siblings[above.index + by];
  if (!neighbour) return items;
  return mapChildren(withoutItem(items, id), neighbour.id, (children) =>
    by === 1 ? [item, ...children] : [...children, item],
  );
}

/** A paper one place up or down: within its item, then into the next item of the agenda. */
export function paperShifted(items: Items, id: string, by: -1 | 1): Items {
  const place = findPaper(items, id);
  if (!place) return items;
  const { owner, index, paper } = place;
  if (owner.papers[index + by]) {
    return withPapers(items, owner.id, (papers) => {
      const others = papers.filter((each) => each.id !== id);
      return inserted(others, index + by, [paper]);
    });
  }
  const all = [...everyItem(items)].map(({ item }) => item);
  const neighbour = all[all.findIndex((item) => item.id === owner.id) + by];
  if (!neighbour) return items;
  const without = withPapers(items, owner.id, (papers) => papers.filter((each) => each.id !== id));
  return withPapers(without, neighbour.id, (papers) => (by === 1 ? [paper, ...papers] : [...papers, paper]));
}

/** Why an item may not be put there, as a sentence; null where it may. */
export function whyNotThere(items: Items, id: string, { parentId }: ItemTarget): string | null {
  const place = findItem(items, id);
  if (!place) return 'This item is not in the agenda any more.';
  if (parentId === null) return null;
  if (contains(place.item, parentId)) return 'An item cannot stand within itself.';
  const parent = findItem(items, parentId);
  if (!parent) return 'The item it would belong to is not in the agenda any more.';
  return parent.level + heightOf(place.item) > DEEPEST
    ? `An agenda has ${DEEPEST} levels; this item would stand deeper.`
    : null;
}

export function movedTo(items: Items, id: string, target: ItemTarget): Items {
  const place = findItem(items, id);
  if (!place || target.beforeId === id || whyNotThere(items, id, target) !== null) return items;
  const next = place.siblings[place.index + 1]?.id ?? null;
  if ((place.parent?.id ?? null) === target.parentId && next === target.beforeId) return items;
  return mapChildren(withoutItem(items, id), target.parentId, (children) => {
    const at = children.findIndex((each) => each.id === target.beforeId);
    return inserted(children, at < 0 ? children.length : at, [place.item]);
  });
}

export function paperMovedTo(items: Items, id: string, { itemId, beforeId }: PaperTarget): Items {
  const place = findPaper(items, id);
  if (!place || beforeId === id || !findItem(items, itemId)) return items;
  const next = place.owner.papers[place.index + 1]?.id ?? null;
  if (place.owner.id === itemId && next === beforeId) return items;
  const without = withPapers(items, place.owner.id, (papers) => papers.filter((each) => each.id !== id));
  return withPapers(without, itemId, (papers) => {
    const at = papers.findIndex((each) => each.id === beforeId);
    return inserted(papers, at < 0 ? papers.length : at, [place.paper]);
  });
}

/** A new item behind another one, on its level; at the end without one. */
export function itemAdded(items: Items, item: AgendaItem, afterId: string | null): Items {
  const place = afterId === null ? null : findItem(items, afterId);
  if (!place) return [...items, item];
  return mapChildren(items, place.parent?.id ?? null, (children) =>
    inserted(children, children.findIndex((each) => each.id === afterId) + 1, [item]),
  );
}

export function itemRemoved(items: Items, id: string): Items {
  return withoutItem(items, id);
}

export function itemChanged(items: Items, id: string, change: Partial<Omit<AgendaItem, 'id'>>): Items {
  return mapItem(items, id, (item) => {
    const same = Object.entries(change).every(([key, value]) => item[key as keyof AgendaItem] === value);
    return same ? item : { ...item, ...change };
  });
}

/** @param afterId the paper they come behind; null: behind the last. */
export function papersAdded(
  items: Items,
  itemId: string,
  added: readonly Paper[],
  afterId: string | null = null,
): Items {
  return withPapers(items, itemId, (papers) => {
    const at = papers.findIndex((each) => each.id === afterId);
    return inserted(papers, at < 0 ? papers.length : at + 1, added);
  });
}

export function paperRemoved(items: Items, id: string): Items {
  const place = findPaper(items, id);
  if (!place) return items;
  return withPapers(items, place.owner.id, (papers) => papers.filter((each) => each.id !== id));
}

export function paperChanged(items: Items, id: string, change: Partial<Omit<Paper, 'id'>>): Items {
  const place = findPaper(items, id);
  if (!place) return items;
  return withPapers(items, place.owner.id, (papers) =>
    papers.map((paper) => (paper.id === id ? { ...paper, ...change } : paper)),
  );
}

function withPapers(
  items: Items,
  itemId: string,
  change: (papers: readonly Paper[]) => readonly Paper[],
): Items {
  return mapItem(items, itemId, (item) => ({ ...item, papers: [...change(item.papers)] }));
}
