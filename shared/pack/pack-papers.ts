/** The agenda as a pack needs it: printed items with what they inherit, and their papers in order. */
import type { ItemNumber } from './agenda-numbers.ts';
import type { Exemption } from './exemption.ts';
import type { AgendaItem, Paper } from './meeting.ts';

export interface PackPaper {
  readonly paper: Paper;
  readonly item: AgendaItem;
  /** Of the item, as printed. */
  readonly number: string;
  /** Its own, or its item's. */
  readonly exempt: Exemption | null;
}

/** What stands under an exempt item is exempt with it: it is taken while the public is excluded. */
export function inherited(items: readonly AgendaItem[], above: Exemption | null = null): AgendaItem[] {
  return items.map((item) => {
    const exempt = item.exempt ?? above;
    return { ...item, exempt, items: inherited(item.items, exempt) };
  });
}

/** In the order of the pack. */
export function packPapers(items: readonly ItemNumber<AgendaItem>[]): PackPaper[] {
  return items.flatMap(({ item, number, items: under }) => [
    ...item.papers.map((paper) => ({ paper, item, number, exempt: paper.exempt ?? item.exempt })),
    ...packPapers(under),
  ]);
}
