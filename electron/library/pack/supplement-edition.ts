/** Supplements and consolidated packs as the builder makes them. */
import type { ItemNumber } from '../../../shared/pack/agenda-numbers.ts';
import { planConsolidated } from '../../../shared/pack/consolidated.ts';
import { sayDay } from '../../../shared/pack/deadlines/dates.ts';
import type { AgendaItem, Meeting } from '../../../shared/pack/meeting.ts';
import type { PackPaper } from '../../../shared/pack/pack-papers.ts';
import { type Audience, planPack } from '../../../shared/pack/plan.ts';
import { type Copy, copyOf, type Publication } from '../../../shared/pack/publication.ts';
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
  const numbersOf = (audience: Audience) => {
    const closed = audience === 'public' && layout.publicNumbers === 'closed';
    return supplementNumbers(publications, layout, closed ? 'public' : 'restricted');
  };
  return {
    name,
    coverName: name,
    has,
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
  return {
    name,
    coverName: 'Cover',
    has: ({ paper }) => published.has(paper.id),
    plan: (planned, { coverPages, frontPages }, audience) => {
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
