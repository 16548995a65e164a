/** The verdicts on the words of a document, and what was read of it under them, so that a key costs one section. */
import type { AnySection, DespatchDocument } from '../document/schema.ts';
import { type Misspelling, misspellingsIn, type Verdicts } from './misspellings.ts';

export interface Reading {
  /** In reading order; words without a verdict count as right. */
  readonly found: readonly Misspelling[];
  /** The distinct words on which there is no verdict yet. */
  readonly unseen: ReadonlySet<string>;
}

export class Proof {
  readonly #verdicts: Map<string, boolean>;
  /** Of sections all of whose words have a verdict; sections are never changed in place. */
  readonly #read = new WeakMap<AnySection, readonly Misspelling[]>();

  constructor(verdicts: Verdicts = new Map()) {
    this.#verdicts = new Map(verdicts);
  }

  /** Of words without a verdict so far. */
  learn(words: readonly string[], wrong: readonly string[]): void {
    for (const word of words) this.#verdicts.set(word, true);
    for (const word of wrong) this.#verdicts.set(word, false);
  }

  /** Another one, in which this word is right. */
  with(word: string): Proof {
    return new Proof(new Map(this.#verdicts).set(word, true));
  }

  /** Reads in small steps, so that whoever must not be held up runs one when there is time. */
  *read({ sections }: DespatchDocument): Generator<void, Reading> {
    const parts: (readonly Misspelling[])[] = [];
    const unseen = new Set<string>();
    for (const section of sections) {
      const known = this.#read.get(section);
      parts.push(known ?? this.#readSection(section, unseen));
      if (!known) yield;
    }
    return { found: parts.flat(), unseen };
  }

  #readSection(section: AnySection, unseen: Set<string>): readonly Misspelling[] {
    const missing = new Set<string>();
    const found = misspellingsIn(section, this.#verdicts, missing);
    if (missing.size === 0) this.#read.set(section, found);
    for (const word of missing) unseen.add(word);
    return found;
  }
}
