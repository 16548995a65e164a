/** What goes into the plan of a pack and what comes out of it. */
import type { PackLayout } from './meeting.ts';
import type { PageRange } from './ranges.ts';

export interface PlannedPaper {
  readonly key: string;
  /** Of everything in it. 0: it is to follow, or stands only in another publication. */
  readonly pages: number;
  /** What the public may read of it: as many as `pages` where all of it is open; null: it is withheld. */
  readonly publicPages: number | null;
}
export interface PlannedItem {
  readonly key: string;
  /** As printed. */
  readonly number: string;
  readonly papers: readonly PlannedPaper[];
  readonly items: readonly PlannedItem[];
}

export interface PlanInput {
  readonly layout: Pick<
    PackLayout,
    'numberFrontSheet' | 'startDocumentsOnRightHandPage' | 'firstNumber' | 'dividers' | 'publicNumbers'
  >;
  /** Before each number: "A" of a supplement that numbers by itself; empty as a rule. */
  readonly prefix: string;
  /** How an item is called in its stamp: "Agenda Item", "Tab". */
  readonly itemWord: string;
  readonly coverPages: number;
  /** Of the front sheet. */
  readonly frontPages: number;
  /**
   * Numbers kept for the front sheet where its pages are counted, so that front sheets of unlike length in the
   * restricted and the public pack move no number. At least `frontPages`.
   */
  readonly frontRoom: number;
  readonly items: readonly PlannedItem[];
}
/** Where something stands. */
export interface Placed extends PageRange {
  /** Index of its first leaf. */
  readonly leaf: number;
  /** Leaves from there. */
  readonly leaves: number;
}
export interface PlacedPaper extends Placed {
  /** A notice stands in its place. */
  readonly withheld: boolean;
}

export type LeafContent =
  | { readonly type: 'cover' | 'front'; readonly page: number }
  | { readonly type: 'divider'; readonly item: string }
  /** `page` counts from 0: of what the pack's audience may read of it. */
  | { readonly type: 'paper'; readonly paper: string; readonly page: number }
  | { readonly type: 'blank' }
  /** exempt: the paper is withheld. shorter: what the public may read of it has fewer pages than there are numbers. */
  | {
      readonly type: 'withheld';
      readonly paper: string;
      readonly range: PageRange;
      readonly why: 'exempt' | 'shorter';
    }
  /** Of a consolidated pack: pages of a paper that the meeting no longer has. `title` empty: it is not to be told. */
  | {
      readonly type: 'withdrawn';
      readonly range: PageRange;
      readonly title: string;
      /** As the item was called when it was published. */
      readonly number: string;
    }
  /** Of a consolidated pack: pages that others took the place of. */
  | {
      readonly type: 'replaced';
      readonly paper: string;
      readonly range: PageRange;
      readonly by: PageRange;
      /** Of the supplement. */
      readonly letter: string;
    };

export interface PlanLeaf {
  readonly of: LeafContent;
  /** Printed; of a notice for several pages "31 - 44". null prints none. */
  readonly number: string | null;
  /** The page's label where no number is printed. */
  readonly fallbackLabel: string;
  readonly stamp: string | null;
  /** Key of the item whose line on the front sheet the stamp leads back to. */
  readonly back: string | null;
}
