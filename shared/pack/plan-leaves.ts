/** Laying one leaf behind the other: the counting half of the plan. */
import { letters, roman } from './agenda-numbers.ts';
import type { LeafContent, Placed, PlacedPaper, PlanInput, PlanLeaf, PlannedPaper } from './plan-model.ts';
import { type PageRange, rangeWords } from './ranges.ts';

export class Leaves {
  readonly all: PlanLeaf[] = [];
  readonly items = new Map<string, Placed>();
  readonly papers = new Map<string, PlacedPaper>();
  readonly #layout: PlanInput['layout'];
  readonly #prefix: string;
  #next: number;
  #unnumbered = 0;
  /** Leaves that the restricted pack has up to here; more than our own where a notice stands for several. */
  #sides = 0;
  #item: { readonly key: string; readonly stamp: string } | null = null;
  /** Whether the first page of the item's first paper is still to come. */
  #unstamped = false;

  constructor({ layout, prefix }: PlanInput) {
    this.#layout = layout;
    this.#prefix = prefix;
    this.#next = layout.firstNumber;
  }

  get lastNumber(): number {
    return this.#next - 1;
  }

  front(of: LeafContent, numbered: boolean): void {
    if (numbered) this.#push(of, this.#number());
    else this.#push(of, null, roman(++this.#unnumbered));
    this.#sides += 1;
  }

  /** What follows cover or front sheet begins on a right-hand page. */
  frontVerso(numbered: boolean): void {
    if (this.#layout.startDocumentsOnRightHandPage && this.all.length % 2 === 1) {
      this.front({ type: 'blank' }, numbered);
    }
  }

  openItem(key: string, stamp: string, divider: boolean): void {
    this.#item = { key, stamp };
    this.#unstamped = true;
    if (!divider) return;
    this.#rightHand();
    const leaf = this.all.length;
    const [number = ''] = this.#numbers(1);
    // It says in large letters what the stamp would.
    this.all.push({
      of: { type: 'divider', item: key },
      number,
      fallbackLabel: number,
      stamp: null,
      back: null,
    });
    this.#extendItem({ first: number, last: number, leaf, leaves: 1 });
  }

  /** What the public may read of it, in the room that it has in the restricted pack, so that no number moves. */
  add({ key, pages, publicPages }: PlannedPaper): void {
    this.#rightHand();
    const leaf = this.all.length;
    const numbers = this.#numbers(pages);
    const shown = publicPages ?? 0;
    for (const [page, number] of numbers.slice(0, shown).entries()) {
      this.#push({ type: 'paper', paper: key, page }, number);
    }
    const left = numbers.slice(shown);
    if (left.length > 0) {
      const range = ends(left);
      const why = publicPages === null ? 'exempt' : 'shorter';
      this.#push({ type: 'withheld', paper: key, range, why }, rangeWords(range));
    }
    // The notices that stand for exempt passages can take more room than the passages: 14, then 14a, 14b.
    const { first, last } = ends(numbers);
    for (let page = pages; page < shown; page += 1) {
      this.#push({ type: 'paper', paper: key, page }, `${last}${letters(page - pages + 1)}`);
    }
    const end = shown > pages ? `${last}${letters(shown - pages)}` : last;
    const placed = { first, last: end, leaf, leaves: this.all.length - leaf };
    this.papers.set(key, { ...placed, withheld: publicPages === null });
    this.#extendItem(placed);
  }

  #push(of: LeafContent, number: string | null, fallbackLabel = number ?? ''): void {
    const item = of.type === 'paper' || of.type === 'withheld' ? this.#item : null;
    const stamped = item !== null && this.#unstamped;
    if (stamped) this.#unstamped = false;
    this.all.push({
      of,
      number,
      fallbackLabel,
      stamp: stamped ? item.stamp : null,
      back: stamped ? item.key : null,
    });
  }

  #number(): string {
    return `${this.#prefix}${this.#next++}`;
  }

  #numbers(count: number): string[] {
    this.#sides += count;
    return Array.from({ length: count }, () => this.#number());
  }

  #extendItem(placed: Placed): void {
    if (this.#item === null) return;
    const { key } = this.#item;
    const known = this.items.get(key);
    const { last } = placed;
    const leaves = known ? placed.leaf + placed.leaves - known.leaf : placed.leaves;
    this.items.set(key, known ? { ...known, last, leaves } : placed);
  }

  /**
   * A blank verso bears the next number, as in every pack. Where the numbers are those of the restricted pack, a sheet
   * that only the public pack lacks uses up none, and one that the restricted pack has is not left out.
   */
  #rightHand(): void {
    if (!this.#layout.startDocumentsOnRightHandPage) return;
    if (this.#sides % 2 === 1) {
      const [number = ''] = this.#numbers(1);
      this.#push({ type: 'blank' }, number);
    }
    if (this.all.length % 2 === 1) {
      const { number = null, fallbackLabel = '' } = this.all.at(-1) ?? {};
      this.#push({ type: 'blank' }, null, `${number ?? fallbackLabel} (verso)`);
    }
  }
}

function ends(numbers: readonly string[]): PageRange {
  return { first: numbers[0] ?? '', last: numbers.at(-1) ?? '' };
}
