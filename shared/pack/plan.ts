/**
 * Which page of the pack is which: page counts go in; leaves with printed numbers, ranges of items and papers and the
 * places of bookmarks and links come out. Pure, and the only place where a page number of a pack is worked out.
 *
 * A leaf is a side of a sheet as printed on both sides, so "right-hand" is an odd leaf. Blank versos of the numbered
 * part bear a number like any page, because readers count sheets.
 */
import { Leaves } from './plan-leaves.ts';
import type { Placed, PlacedPaper, PlanInput, PlanLeaf, PlannedItem } from './plan-model.ts';

export type Audience = 'restricted' | 'public';

export interface PackPlan {
  readonly leaves: readonly PlanLeaf[];
  /** Index of the front sheet's first leaf. */
  readonly front: number;
  /** By key. Those without any page are not in it. An item's range is from its first page, divider and sub-items included. */
  readonly items: ReadonlyMap<string, Placed>;
  readonly papers: ReadonlyMap<string, PlacedPaper>;
  /** The highest number used, without its prefix; the next pack goes on behind it. */
  readonly lastNumber: number;
}

/** An item and all below it, in the order of the pack. */
export function inOrder(items: readonly PlannedItem[]): PlannedItem[] {
  return items.flatMap((item) => [item, ...inOrder(item.items)]);
}

/** The public pack whose numbers close up is a pack of its own, of what is open. */
function openOnly(items: readonly PlannedItem[]): PlannedItem[] {
  return items.map((item) => ({
    ...item,
    papers: item.papers.map((paper) => ({ ...paper, pages: paper.publicPages ?? 0 })),
    items: openOnly(item.items),
  }));
}

export function planPack(input: PlanInput, audience: Audience): PackPlan {
  const keepsNumbers = audience === 'public' && input.layout.publicNumbers === 'same';
  const items = audience === 'public' && !keepsNumbers ? openOnly(input.items) : input.items;
  const leaves = new Leaves(input);
  const front = frontMatter(input, leaves);
  for (const item of inOrder(items)) {
    const papers = item.papers.filter(({ pages }) => pages > 0);
    if (papers.length === 0) continue;
    leaves.openItem(item.key, `${input.itemWord} ${item.number}`, input.layout.dividers);
    for (const paper of papers) {
      leaves.add(keepsNumbers ? paper : { ...paper, publicPages: paper.pages });
    }
  }
  return {
    leaves: leaves.all,
    front,
    items: itemPlaces(items, leaves),
    papers: leaves.papers,
    lastNumber: leaves.lastNumber,
  };
}

/** @returns the index of the front sheet's first leaf. */
function frontMatter({ layout, coverPages, frontPages, frontRoom }: PlanInput, leaves: Leaves): number {
  const numbered = layout.numberFrontSheet;
  for (let page = 0; page < coverPages; page += 1) leaves.front({ type: 'cover', page }, numbered);
  if (coverPages > 0) leaves.frontVerso(numbered);
  const front = leaves.all.length;
  for (let page = 0; page < frontPages; page += 1) leaves.front({ type: 'front', page }, numbered);
  for (let page = frontPages; numbered && page < frontRoom; page += 1) leaves.front({ type: 'blank' }, true);
  leaves.frontVerso(numbered);
  return front;
}

function itemPlaces(items: readonly PlannedItem[], leaves: Leaves): ReadonlyMap<string, Placed> {
  const places = new Map<string, Placed>();
  const place = (item: PlannedItem): Placed | null => {
    const own = leaves.items.get(item.key) ?? null;
    const parts = [own, ...item.items.map(place)].filter((part) => part !== null);
    const [first] = parts;
    const last = parts.at(-1);
    if (!first || !last) return null;
    const placed = {
      first: first.first,
      last: last.last,
      leaf: first.leaf,
      leaves: last.leaf + last.leaves - first.leaf,
    };
    places.set(item.key, placed);
    return placed;
  };
  for (const item of items) place(item);
  return places;
}
