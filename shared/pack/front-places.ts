/** What stands beside the lines of a front sheet: page numbers, and where they lead. */
import type { PackPlan } from './plan.ts';
import type { Placed } from './plan-model.ts';
import { pagesWords } from './ranges.ts';
import { itemTarget, paperTarget } from './target-names.ts';

export interface FrontPlace {
  /** "Pages 5 - 18" */
  readonly pages: string;
  /** A name of the pack; null: those pages are in another publication. */
  readonly target: string | null;
}
export interface FrontPlaces {
  readonly items: ReadonlyMap<string, FrontPlace>;
  readonly papers: ReadonlyMap<string, FrontPlace>;
}

function led(places: ReadonlyMap<string, Placed>, target: (key: string) => string): Map<string, FrontPlace> {
  return new Map(
    [...places].map(([key, placed]) => [key, { pages: pagesWords(placed), target: target(key) }]),
  );
}

/** Of a pack in which everything stands that its front sheet names. */
export function frontPlaces({ items, papers }: Pick<PackPlan, 'items' | 'papers'>): FrontPlaces {
  return { items: led(items, itemTarget), papers: led(papers, paperTarget) };
}
