import type { AgendaItem, Meeting, Paper } from './meeting.ts';

export interface PlacedPaper {
  readonly item: AgendaItem;
  readonly paper: Paper;
}

/** Every paper of a meeting in the order of the agenda, those of hidden items among them. */
export function papersOf({ items }: Pick<Meeting, 'items'>): PlacedPaper[] {
  return itemsOf(items).flatMap((item) => item.papers.map((paper) => ({ item, paper })));
}

/** Every item, sub-items behind the item they stand under. */
export function itemsOf(items: readonly AgendaItem[]): AgendaItem[] {
  return items.flatMap((item) => [item, ...itemsOf(item.items)]);
}
