/** Supplements and consolidated packs as the builder makes them. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { ItemNumber } from '../../../shared/pack/agenda-numbers.ts';
import { planConsolidated } from '../../../shared/pack/consolidated.ts';
import { sayDay } from '../../../shared/pack/deadlines/dates.ts';
import type { AgendaItem, Meeting } from '../../../shared/pack/meeting.ts';
import { type PackPaper, packPapers } from '../../../shared/pack/pack-papers.ts';
import { type Audience, planPack } from '../../../shared/pack/plan.ts';
import type { PlannedItem, PlannedPaper } from '../../../shared/pack/plan-model.ts';
import { type Copy, copyOf, type Publication, publishedPapers } from '../../../shared/pack/publication.ts';
import {
  type SupplementNumbers,
  supplementEntries,
  supplementNumbers,
  updatedPlaces,
} from '../../../shared/pack/supplement.ts';
import { type Edition, itemWordOf } from './edition.ts';

export interface SupplementInput {
  readonly meeting: Meeting;
  /** As numbered and printed. */
  readonly items: readonly ItemNumber<AgendaItem>[];
  /** Oldest first: at least one. */
  readonly publications: readonly Publication[];
  /** Whether a paper is in the supplement. */
  has(paper: PackPaper): boolean;
}

/** The letter it gets. */
export function supplementLetter({
  publications,
  meeting,
}: Pick<SupplementInput, 'publications' | 'meeting'>): SupplementNumbers {
  return supplementNumbers(publications, meeting.layout, 'restricted');
}

export function supplement({ meeting, items, publications, has }: SupplementInput): Edition {
  const { layout } = meeting;
  const itemWord = itemWordOf(meeting);
  const { letter } = supplementLetter({ publications, meeting });
  const name = `Supplement ${letter}`;
  const earlier = publishedPapers(publications, 'restricted');
  const numbersOf = (audience: Audience) => {
    const closed = audience === 'public' && layout.publicNumbers === 'closed';
    return supplementNumbers(publications, layout, closed ? 'public' : 'restricted');
  };
  return {
    name,
    coverName: name,
    has,
    without: ({ paper }) => (earlier.has(paper.id) ? 'nothing' : 'notice'),
    plan: (planned, counts, audience) => {
      const { prefix, firstNumber } = numbersOf(audience);
      // The letter and the updated front sheet belong to no item, and take no number.
      const own = { ...layout, numberFrontSheet: false, firstNumber };
      return planPack({ layout: own, prefix, itemWord, ...counts, items: planned }, audience);
    },
    places: (plan, audience) => updatedPlaces(items, publications, plan, audience),
    cover: (front, plan, audience) => ({
      template: 'pack-supplement',
      data: {
        ...front,
        heading: name.toUpperCase(),
        opening: opening(meeting),
        entries: supplementEntries(items, publications, plan, audience, itemWord),
        closing: closing(numbersOf(audience).prefix),
      } as { title: string },
    }),
  };
}

function opening({ kind, publicationDate }: Meeting): string[] {
  const what = kind === 'ministerial' ? 'the pack for this meeting' : 'the agenda for this meeting';
  const when = publicationDate === '' ? '' : ` published on ${sayDay(publicationDate)}`;
  return [
    `Please add the pages below to ${what}${when}. The front sheet that follows is brought up to date and takes the place of the earlier one.`,
  ];
}

function closing(prefix: string): string[] {
  return prefix === ''
    ? ['Page numbers go on behind those already published; no page published before has changed its number.']
    : [
        `Page numbers of this supplement begin with ${prefix}; no page published before has changed its number.`,
      ];
}

/** @param publications with the supplement that is being published. */
export function consolidated({ meeting, items, publications }: Omit<SupplementInput, 'has'>): Edition {
  const { layout } = meeting;
  const letters = publications.flatMap(({ letter }) => letter ?? []);
  const name = `Consolidated pack${letters.length === 0 ? '' : ` with ${letters.length === 1 ? 'supplement' : 'supplements'} ${letters.join(', ')}`}`;
  const published = new Set(
    publications.flatMap((each) =>
      copyOf(each, 'restricted').plan.papers.flatMap(({ paperId, numbers }) => (numbers ? [paperId] : [])),
    ),
  );
  const pagesOf = publishedPages(publications);
  return {
    name,
    coverName: 'Cover',
    has: ({ paper }) => published.has(paper.id),
    // One page takes the place of one page: under more numbers there would be nothing.
    without: ({ paper }) => (pagesOf(paper.id) === 1 ? 'notice' : 'refused'),
    plan: (planned, { coverPages, frontPages }, audience) => {
      refuseOtherPages(planned, items, pagesOf);
      const copy: Copy = audience;
      return planConsolidated(
        { layout, itemWord: itemWordOf(meeting), coverPages, frontPages, items: planned, publications },
        copy,
      );
    },
    // A corrected appendix does not stand among the numbers of its item.
    places: (plan, audience) => updatedPlaces(items, [], plan, audience),
    cover: (front) => (layout.cover ? { template: 'pack-cover', data: front } : null),
  };
}

/**
 * Under numbers that were published stands what was published under them.
 * @throws DespatchError `meeting.incomplete` where a paper has more pages than numbers, or fewer: it was left out then.
 */
function refuseOtherPages(
  planned: readonly PlannedItem[],
  items: readonly ItemNumber<AgendaItem>[],
  pagesOf: (paperId: string) => number,
): void {
  const other = papersIn(planned).find(({ key, pages }) => pages > 0 && pages !== pagesOf(key));
  if (!other) return;
  const title = packPapers(items).find(({ paper }) => paper.id === other.key)?.paper.title ?? '';
  const reason = `“${title}” is not what was published under its numbers; publish a supplement with it`;
  throw new DespatchError('meeting.incomplete', { reason });
}

function papersIn(planned: readonly PlannedItem[]): PlannedPaper[] {
  return planned.flatMap(({ papers, items }) => [...papers, ...papersIn(items)]);
}

/** How many pages were last published of a paper. */
function publishedPages(publications: readonly Publication[]): (paperId: string) => number {
  const latest = publications.toReversed().map((each) => copyOf(each, 'restricted').plan);
  return (paperId) => {
    const plan = latest.find(({ papers }) =>
      papers.some((paper) => paper.paperId === paperId && paper.numbers),
    );
    return plan?.pages.filter((page) => page.paperId === paperId).length ?? 0;
  };
}
