/** The rows of the agenda as a tree: an item's papers, then its sub-items. */
import { everyItem, type Items } from './tree.ts';

export interface AgendaNode {
  readonly id: string;
  readonly is: 'item' | 'paper';
  readonly title: string;
  readonly children: readonly AgendaNode[];
}

export function nodesOf(items: Items): readonly AgendaNode[] {
  return items.map((item) => ({
    id: item.id,
    is: 'item',
    title: item.title,
    children: [
      ...item.papers.map(({ id, title }): AgendaNode => ({ id, is: 'paper', title, children: [] })),
      ...nodesOf(item.items),
    ],
  }));
}

/** Ids of the rows in sight, in order. */
export function shownIds(nodes: readonly AgendaNode[], collapsed: ReadonlySet<string>): readonly string[] {
  return nodes.flatMap(({ id, children }) => [
    id,
    ...(collapsed.has(id) ? [] : shownIds(children, collapsed)),
  ]);
}

/** The row one stands at once this one has gone: the one after it on its level, else before it, else its item. */
export function neighbourOf(items: Items, id: string): string | null {
  for (const { item, parent, siblings, index } of everyItem(items)) {
    if (item.id === id) return siblings[index + 1]?.id ?? siblings[index - 1]?.id ?? parent?.id ?? null;
    const at = item.papers.findIndex((paper) => paper.id === id);
    if (at >= 0) return item.papers[at + 1]?.id ?? item.papers[at - 1]?.id ?? item.id;
  }
  return null;
}

/** The item that a row is, or that the paper belongs to. */
export function itemIdOf(items: Items, id: string | null): string | null {
  if (id === null) return null;
  for (const { item } of everyItem(items)) {
    if (item.id === id || item.papers.some((paper) => paper.id === id)) return item.id;
  }
  return null;
}
