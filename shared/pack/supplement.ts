/** A supplement: which papers are in it, which letter and numbers it has, and what its letter to the reader says. */
import type { ItemNumber } from './agenda-numbers.ts';
import type { FrontPlace, FrontPlaces } from './front-places.ts';
import { nextLetter } from './letters.ts';
import type { AgendaItem, PackLayout } from './meeting.ts';
import { packPapers } from './pack-papers.ts';
import type { PackPlan } from './plan.ts';
import { type Copy, copyOf, type Publication, publishedPapers } from './publication.ts';
import { type PageRange, rangesWords } from './ranges.ts';
import { itemTarget, paperTarget } from './target-names.ts';

export interface SupplementNumbers {
  readonly letter: string;
  readonly prefix: string;
  readonly firstNumber: number;
}

/**
 * Numbers that nobody has used: behind the last published, or the first behind a letter. In a pack that is printed on
 * both sides right-hand pages have odd numbers, so a supplement goes on with one.
 */
export function supplementNumbers(
  publications: readonly Publication[],
  {
    supplementNumbers: how,
    startDocumentsOnRightHandPage,
  }: Pick<PackLayout, 'supplementNumbers' | 'startDocumentsOnRightHandPage'>,
  copy: Copy,
): SupplementNumbers {
  const letter = nextLetter(publications.flatMap((each) => each.letter ?? []));
  if (how === 'prefixed') return { letter, prefix: letter, firstNumber: 1 };
  const used = publications.filter(({ prefix }) => prefix === '');
  const last = Math.max(0, ...used.map((each) => copyOf(each, copy).lastNumber));
  const next = last + 1;
  return {
    letter,
    prefix: '',
    firstNumber: startDocumentsOnRightHandPage && next % 2 === 0 ? next + 1 : next,
  };
}

export interface SourceState {
  readonly sha256: string | null;
  readonly revision: number | null;
}

/** What it was made from when it was last published; undefined: it never was. */
export function lastSource(publications: readonly Publication[], paperId: string): SourceState | undefined {
  return publications
    .toReversed()
    .flatMap(({ sources }) => sources.find((source) => source.paperId === paperId) ?? [])[0];
}

/** new: never published. corrected: published from another file. same: as it was published. */
export function paperState(
  publications: readonly Publication[],
  paperId: string,
  now: SourceState,
): 'new' | 'corrected' | 'same' {
  const last = lastSource(publications, paperId);
  if (!last) return 'new';
  return last.sha256 === now.sha256 && last.revision === now.revision ? 'same' : 'corrected';
}

/**
 * The lines of an updated front sheet: every paper where it was last published, whether or not that is in this file.
 * @param plan of this file.
 */
export function updatedPlaces(
  items: readonly ItemNumber<AgendaItem>[],
  publications: readonly Publication[],
  plan: PackPlan,
  copy: Copy,
): FrontPlaces {
  const earlier = publishedPapers(publications, copy);
  const ranges = new Map<string, PageRange>();
  const papers = new Map<string, FrontPlace>();
  for (const { paper } of packPapers(items)) {
    const here = plan.papers.get(paper.id);
    const range = here ?? earlier.get(paper.id)?.at(-1);
    if (!range) continue;
    ranges.set(paper.id, range);
    papers.set(paper.id, { pages: rangesWords([range]), target: here ? paperTarget(paper.id) : null });
  }
  const itemPlaces = new Map<string, FrontPlace>();
  const place = (level: readonly ItemNumber<AgendaItem>[]): void => {
    for (const numbered of level) {
      const own = packPapers([numbered]).flatMap(({ paper }) => ranges.get(paper.id) ?? []);
      const target = plan.items.has(numbered.item.id) ? itemTarget(numbered.item.id) : null;
      if (own.length > 0) itemPlaces.set(numbered.item.id, { pages: rangesWords(own), target });
      place(numbered.items);
    }
  };
  place(items);
  return { items: itemPlaces, papers };
}

export interface SupplementEntry {
  readonly item: string;
  readonly title: string;
  readonly papers: readonly {
    readonly title: string;
    readonly pages: string;
    readonly target: string;
    /** "Replaces pages 5 - 18.", "To follow when the agenda was published." */
    readonly note: string;
  }[];
  readonly reasons: readonly { readonly label: string; readonly lines: readonly string[] }[];
}

/** What the letter of a supplement names: each item with its new pages and why they come now. */
export function supplementEntries(
  items: readonly ItemNumber<AgendaItem>[],
  publications: readonly Publication[],
  plan: PackPlan,
  copy: Copy,
  itemWord: string,
): SupplementEntry[] {
  const earlier = publishedPapers(publications, copy);
  const known = new Set(
    publications.flatMap((each) => copyOf(each, copy).plan.items.map(({ itemId }) => itemId)),
  );
  const promised = new Set(
    publications.flatMap((each) => copyOf(each, copy).plan.papers.map(({ paperId }) => paperId)),
  );
  return items.flatMap(({ item, number, items: under }) => {
    const papers = item.papers.flatMap((paper) => {
      const placed = plan.papers.get(paper.id);
      if (!placed) return [];
      const before = earlier.get(paper.id)?.at(-1);
      const note = before
        ? `Replaces ${rangesWords([before]).toLowerCase()}.`
        : promised.has(paper.id)
          ? 'Was to follow when the agenda was published.'
          : '';
      const secret = copy === 'public' && item.exempt !== null;
      const title = secret ? 'Not for publication' : paper.title;
      return [{ title, pages: rangesWords([placed]), target: paperTarget(paper.id), note }];
    });
    const reasons = [
      { label: 'Reason for urgency', lines: paragraphs(item.late?.urgency ?? '') },
      { label: 'Reason for lateness', lines: paragraphs(item.late?.lateness ?? '') },
    ].filter(({ lines }) => lines.length > 0);
    const isNew = !known.has(item.id);
    const named = isNew ? `${item.title} (a further item)` : item.title;
    const own =
      papers.length > 0 || isNew ? [{ item: `${itemWord} ${number}`, title: named, papers, reasons }] : [];
    return [...own, ...supplementEntries(under, publications, plan, copy, itemWord)];
  });
}

function paragraphs(written: string): string[] {
  return written
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}
