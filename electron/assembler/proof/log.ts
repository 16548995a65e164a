/** What was searched in a proof, and what was found. */
import type { Sought } from '../../../shared/pack/proof.ts';
import {
  type Proof,
  type ProofFinding,
  type ProofPlace,
  proofPlaces,
} from '../../../shared/pack/proof-report.ts';
import { type FoundText, pagesInWords, whereOf } from './places.ts';

/** More would not help anybody to put it right. */
const MOST_FINDINGS = 500;
export class ProofLog {
  readonly #sought: Sought;
  readonly #counts = new Map<ProofPlace, { texts: number; words: number }>();
  readonly #findings = new Map<string, ProofFinding>();
  readonly #scanned: string[] = [];

  constructor(sought: Sought) {
    this.#sought = sought;
  }

  look({ place, text, speech }: FoundText, ignored?: ReadonlySet<string>): void {
    if (text.trim() === '') return;
    const { hits, words } = this.#sought.find(text, speech, ignored);
    const count = this.#counts.get(place.place) ?? { texts: 0, words: 0 };
    this.#counts.set(place.place, { texts: count.texts + 1, words: count.words + words });
    for (const hit of hits) {
      const where = whereOf(place);
      const key = `${place.place}\n${where}\n${hit.item}`;
      const known = this.#findings.get(key);
      if (!known && this.#findings.size >= MOST_FINDINGS) continue;
      this.#findings.set(key, {
        place: place.place,
        where,
        item: hit.item,
        words: Math.max(hit.words, known?.words ?? 0),
      });
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
    return proofPlaces.map((place) => ({ place, ...(this.#counts.get(place) ?? { texts: 0, words: 0 }) }));
  }

  get limits(): string[] {
    if (this.#scanned.length === 0) return [];
    const pages = pagesInWords(this.#scanned);
    return [`No words could be read on ${pages}: only pictures stand there. Look at them yourself.`];
  }
}
