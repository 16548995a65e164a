/**
 * A consolidated pack: everything that was published, in the order of the items, under the numbers it was published
 * with, so that whoever noted "page 47" finds it. Where pages were replaced, or their paper withdrawn, a notice stands
 * under their old numbers.
 */

import { roman } from './agenda-numbers.ts';
import type { PackLayout } from './meeting.ts';
import { inOrder, type PackPlan } from './plan.ts';
import type { LeafContent, Placed, PlacedPaper, PlanLeaf, PlannedItem, PlannedPaper } from './plan-model.ts';
import { type Copy, copyOf, type Publication, type PublishedPaper, publishedPapers } from './publication.ts';
import { rangeWords } from './ranges.ts';

export interface ConsolidatedInput {
  readonly layout: Pick<PackLayout, 'startDocumentsOnRightHandPage'>;
  readonly itemWord: string;
  readonly coverPages: number;
  readonly frontPages: number;
  readonly items: readonly PlannedItem[];
  /** With the supplement that is being published. */
  readonly publications: readonly Publication[];
}

/** Labels of the pages of a paper as published, and of the blank behind it; null: there was none. */
interface Labels {
  readonly pages: readonly string[];
  readonly behind: string | null;
}

function labelsOf({ publication }: PublishedPaper, paperId: string, copy: Copy): Labels {
  const { pages } = copyOf(publication, copy).plan;
  const last = pages.findLastIndex((page) => page.paperId === paperId);
  const next = pages[last + 1];
  const behind = next && next.paperId === null && /^[A-Z]*\d+$/.test(next.label) ? next.label : null;
  return {
    pages: pages.flatMap((page) => (page.paperId === paperId ? [page.label] : [])),
    behind,
  };
}

export function planConsolidated(input: ConsolidatedInput, copy: Copy): PackPlan {
  return new Consolidation(input, copy).plan();
}

class Consolidation {
  readonly #input: ConsolidatedInput;
  readonly #copy: Copy;
  readonly #published: ReadonlyMap<string, readonly PublishedPaper[]>;
  readonly #leaves: PlanLeaf[] = [];
  readonly #papers = new Map<string, PlacedPaper>();
  readonly #items = new Map<string, Placed>();
  #unnumbered = 0;
  /** Of the blank that was published behind what stands last. */
  #behind: string | null = null;
  #stamp: { readonly stamp: string; readonly back: string } | null = null;

  constructor(input: ConsolidatedInput, copy: Copy) {
    this.#input = input;
    this.#copy = copy;
    this.#published = publishedPapers(input.publications, copy);
  }

  plan(): PackPlan {
    const { coverPages, frontPages, items, itemWord } = this.#input;
    for (let page = 0; page < coverPages; page += 1) this.#front({ type: 'cover', page });
    this.#rightHand();
    const front = this.#leaves.length;
    for (let page = 0; page < frontPages; page += 1) this.#front({ type: 'front', page });
    for (const item of inOrder(items)) {
      this.#stamp = { stamp: `${itemWord} ${item.number}`, back: item.key };
      const papers = item.papers.filter((paper) => paper.pages > 0);
      for (const paper of papers) this.#place(item, paper);
      this.#withdrawn((itemId) => itemId === item.key);
    }
    const known = new Set(inOrder(items).map(({ key }) => key));
    this.#withdrawn((itemId) => !known.has(itemId));
    this.#cover(items);
    const lastNumber = Math.max(
      0,
      ...this.#input.publications.map((publication) => copyOf(publication, this.#copy).lastNumber),
    );
    return { leaves: this.#leaves, front, items: this.#items, papers: this.#papers, lastNumber };
  }

  #place(item: PlannedItem, { key, publicPages }: PlannedPaper): void {
    const published = this.#published.get(key) ?? [];
    const latest = published.at(-1);
    if (!latest) return;
    const withheld = this.#copy === 'public' && publicPages === null;
    this.#rightHand();
    const leaf = this.#leaves.length;
    const { pages, behind } = labelsOf(latest, key, this.#copy);
    if (withheld) {
      this.#push({ type: 'withheld', paper: key, range: latest, why: 'exempt' }, rangeWords(latest));
    } else this.#pages(key, pages, publicPages, latest);
    this.#behind = behind;
    const { first, last } = latest;
    const placed = { first, last, leaf, leaves: this.#leaves.length - leaf };
    this.#papers.set(key, { ...placed, withheld });
    const around = this.#items.get(item.key);
    const leaves = placed.leaf + placed.leaves - (around?.leaf ?? placed.leaf);
    this.#items.set(item.key, around ? { ...around, last, leaves } : placed);
    for (const old of published.slice(0, -1)) this.#replaced(key, old, latest);
  }

  #pages(key: string, labels: readonly string[], publicPages: number | null, latest: PublishedPaper): void {
    const shown = this.#copy === 'public' ? (publicPages ?? 0) : labels.length;
    for (const [page, label] of labels.entries()) {
      // The last label of a shorter public version is that of the notice for the pages it lacks.
      if (page < shown) this.#push({ type: 'paper', paper: key, page }, label);
      else {
        const [first = label, last = first] = label.split(' - ');
        this.#push({ type: 'withheld', paper: key, range: { first, last }, why: 'shorter' }, label);
      }
    }
    if (labels.length === 0) throw new Error(`Nothing was published of ${key} under ${latest.first}.`);
  }

  #replaced(key: string, old: PublishedPaper, latest: PublishedPaper): void {
    this.#rightHand();
    const range = { first: old.first, last: old.last };
    const by = { first: latest.first, last: latest.last };
    const letter = latest.publication.letter ?? '';
    this.#push({ type: 'replaced', paper: key, range, by, letter }, rangeWords(range));
  }

  /** What was published of papers that the meeting no longer has. @param among their items. */
  #withdrawn(among: (itemId: string) => boolean): void {
    const there = new Set(inOrder(this.#input.items).flatMap(({ papers }) => papers.map(({ key }) => key)));
    for (const publication of this.#input.publications) {
      const { plan } = copyOf(publication, this.#copy);
      for (const { paperId, itemId, title, numbers, withheld } of plan.papers) {
        if (numbers === null || there.has(paperId) || !among(itemId)) continue;
        const [first, last] = numbers;
        const range = { first, last };
        const number = plan.items.find((item) => item.itemId === itemId)?.number ?? '';
        // Where no public copy was made, nobody knows what would have been withheld from it.
        const secret = withheld || (this.#copy === 'public' && publication.public === null);
        this.#rightHand();
        this.#push({ type: 'withdrawn', range, title: secret ? '' : title, number }, rangeWords(range));
      }
    }
  }

  /** Ranges of items that have none of their own but of what stands under them. */
  #cover(items: readonly PlannedItem[]): Placed[] {
    return items.flatMap((item) => {
      const own = this.#items.get(item.key);
      const parts = [...(own ? [own] : []), ...this.#cover(item.items)];
      const [first] = parts;
      const last = parts.at(-1);
      if (!first || !last) return [];
      const { leaf } = first;
      const placed = { first: first.first, last: last.last, leaf, leaves: last.leaf + last.leaves - leaf };
      this.#items.set(item.key, placed);
      return [placed];
    });
  }

  #front(of: LeafContent): void {
    this.#push(of, null, roman(++this.#unnumbered));
  }

  #push(of: LeafContent, number: string | null, fallbackLabel = number ?? ''): void {
    const stamped = of.type === 'paper' || of.type === 'withheld' ? this.#stamp : null;
    if (stamped) this.#stamp = null;
    this.#behind = null;
    this.#leaves.push({
      of,
      number,
      fallbackLabel,
      stamp: stamped?.stamp ?? null,
      back: stamped?.back ?? null,
    });
  }

  #rightHand(): void {
    if (!this.#input.layout.startDocumentsOnRightHandPage || this.#leaves.length % 2 === 0) return;
    const { number = null, fallbackLabel = '' } = this.#leaves.at(-1) ?? {};
    if (this.#behind !== null) this.#push({ type: 'blank' }, this.#behind);
    else if (number === null) this.#front({ type: 'blank' });
    else this.#push({ type: 'blank' }, null, `${number || fallbackLabel} (verso)`);
  }
}
