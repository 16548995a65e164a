/** What is kept of a plan: which paper stands on which pages, under which numbers. */
import type { ItemNumber } from '../../../shared/pack/agenda-numbers.ts';
import type { KeptPlan } from '../../../shared/pack/kept-pack.ts';
import type { AgendaItem } from '../../../shared/pack/meeting.ts';
import { packPapers } from '../../../shared/pack/pack-papers.ts';
import type { PackPlan } from '../../../shared/pack/plan.ts';

export function keptPlan(items: readonly ItemNumber<AgendaItem>[], plan: PackPlan): KeptPlan {
  return {
    items: keptItems(items, plan, 0),
    papers: packPapers(items).map(({ paper, item }) => {
      const placed = plan.papers.get(paper.id);
      return {
        paperId: paper.id,
        itemId: item.id,
        title: paper.title,
        appendix: paper.appendix,
        leaves: placed ? [placed.leaf, placed.leaf + placed.leaves - 1] : null,
        numbers: placed ? [placed.first, placed.last] : null,
        withheld: placed?.withheld ?? false,
      };
    }),
    pages: plan.leaves.map(({ of, number, fallbackLabel }) => ({
      label: number ?? fallbackLabel,
      paperId: of.type === 'paper' || of.type === 'withheld' ? of.paper : null,
      paperPage: of.type === 'paper' ? of.page : null,
    })),
  };
}

function keptItems(
  items: readonly ItemNumber<AgendaItem>[],
  plan: PackPlan,
  depth: number,
): KeptPlan['items'] {
  return items.flatMap(({ item, number, items: under }) => [
    { itemId: item.id, number, title: item.title, depth, leaf: plan.items.get(item.id)?.leaf ?? null },
    ...keptItems(under, plan, depth + 1),
  ]);
}
