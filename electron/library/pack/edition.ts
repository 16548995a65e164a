/** What tells a pack, a supplement and a consolidated pack apart for the builder. */
import type { ItemNumber } from '../../../shared/pack/agenda-numbers.ts';
import { type FrontPlaces, frontPlaces } from '../../../shared/pack/front-places.ts';
import type { AgendaItem, Meeting } from '../../../shared/pack/meeting.ts';
import type { PackPaper } from '../../../shared/pack/pack-papers.ts';
import { type Audience, type PackPlan, planPack } from '../../../shared/pack/plan.ts';
import type { PlannedItem } from '../../../shared/pack/plan-model.ts';
import type { FrontSheet } from '../../../shared/print/front-sheet-model.ts';
import type { SheetTemplate } from '../export/pdf/sheet.ts';

export interface SheetCounts {
  readonly coverPages: number;
  readonly frontPages: number;
  readonly frontRoom: number;
}

export interface Edition {
  /** Behind the title: "Supplement A"; empty as a rule. */
  readonly name: string;
  /** Bookmark of what stands before the front sheet. */
  readonly coverName: string;
  /** Whether its pages are in this edition. */
  has(paper: PackPaper): boolean;
  /**
   * What becomes of one of its papers that cannot be read, where such papers are left out. notice: a page says so in its
   * place. nothing: it is not in this edition, and what was published of it stands. refused: there is no pack without it.
   */
  without(paper: PackPaper): 'notice' | 'nothing' | 'refused';
  plan(items: readonly PlannedItem[], counts: SheetCounts, audience: Audience): PackPlan;
  places(plan: PackPlan, audience: Audience): FrontPlaces;
  /** What stands before the front sheet; null: nothing. Told the front sheet that follows. */
  cover(
    front: FrontSheet,
    plan: PackPlan,
    audience: Audience,
  ): { template: SheetTemplate; data: { title: string } } | null;
}

export function itemWordOf({ kind }: Pick<Meeting, 'kind'>): string {
  return kind === 'ministerial' ? 'Tab' : 'Agenda Item';
}

/** What lies under the cover of a ministerial pack is more than its running order. */
function coverHeading({ kind }: Meeting, { heading }: FrontSheet): string {
  return kind === 'ministerial' ? 'MEETING PACK' : heading;
}

export function wholePack(meeting: Meeting): Edition {
  const { layout } = meeting;
  return {
    name: '',
    coverName: 'Cover',
    has: () => true,
    without: () => 'notice',
    plan: (items, counts, audience) =>
      planPack({ layout, prefix: '', itemWord: itemWordOf(meeting), ...counts, items }, audience),
    places: frontPlaces,
    cover: (front) =>
      layout.cover
        ? { template: 'pack-cover', data: { ...front, heading: coverHeading(meeting, front) } }
        : null,
  };
}

/** Agenda → what the plan counts. @param pagesOf null: the paper has no pages in this edition. */
export function plannedItems(
  items: readonly ItemNumber<AgendaItem>[],
  pagesOf: (paperId: string) => { readonly pages: number; readonly publicPages: number | null } | null,
): PlannedItem[] {
  return items.map(({ item, number, items: under }) => ({
    key: item.id,
    number,
    papers: item.papers.map(({ id }) => ({ key: id, ...(pagesOf(id) ?? { pages: 0, publicPages: 0 }) })),
    items: plannedItems(under, pagesOf),
  }));
}
