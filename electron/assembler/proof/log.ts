/** What was searched in a proof, and what was found. */
import { brokenBetween } from '../../../shared/pack/proof/disguises.ts';
import type { Hit, Sought } from '../../../shared/pack/proof.ts';
import type { Proof, ProofFinding, ProofPlace } from '../../../shared/pack/proof-report.ts';
import { type FoundText, type Place, pagesInWords, whereOf } from './places.ts';

/** More would not help anybody to put it right. */
const MOST_FINDINGS = 500;
export class ProofLog {
  readonly #sought: Sought;
  readonly #places: readonly ProofPlace[];
  readonly #counts = new Map<ProofPlace, { texts: number; words: number }>();
  readonly #findings = new Map<string, ProofFinding>();
  readonly #scanned: string[] = [];

  /** @param places that a file of this kind has, so that the report says where nothing stood. */
  constructor(sought: Sought, places: readonly ProofPlace[]) {
    this.#sought = sought;
    this.#places = places;
  }

  look({ place, text, speech }: FoundText, ignored?: ReadonlySet<string>): void {
    if (text.trim() === '') return;
    const { hits, words } = this.#sought.find(text, speech, ignored);
    const count = this.#counts.get(place.place) ?? { texts: 0, words: 0 };
    this.#counts.set(place.place, { texts: count.texts + 1, words: count.words + words });
    for (const hit of hits) this.#found(place, hit);
  }

  #found(place: Place, { item, words }: Hit): void {
    const where = whereOf(place);
    const key = `${place.place}\n${where}\n${item}`;
    const known = this.#findings.get(key);
    if (!known && this.#findings.size >= MOST_FINDINGS) return;
    this.#findings.set(key, { place: place.place, where, item, words: Math.max(words, known?.words ?? 0) });
  }

  /** A word that begins at the foot of one page and ends at the top of the next. @param label of that. */
  lookBetween(page: string, next: string, label: string): void {
    for (const word of brokenBetween(page, next)) {
      const hit = this.#sought.findWord(word);
      if (hit)
        this.#found(
          { place: 'page text', what: 'in a word that begins on the page before', page: label },
          hit,
        );
    }
  }

  /** A page without words, but with a picture. */
  scanned(label: string): void {
    this.#scanned.push(label);
  }

  get findings(): ProofFinding[] {
    return [...this.#findings.values()];
  }

  get searched(): Proof['searched'] {
    return this.#places.map((place) => ({ place, ...(this.#counts.get(place) ?? { texts: 0, words: 0 }) }));
  }

  get limits(): string[] {
    if (this.#scanned.length === 0) return [];
    const pages = pagesInWords(this.#scanned);
    return [`No words could be read on ${pages}: only pictures stand there. Look at them yourself.`];
  }
}
