/** What the print model asks of whoever writes citations in a style. The engine itself is too large to be pure. */
import type { Bearing } from '../document/schema.ts';
import type { CitedSource } from '../evidence/cited-source.ts';
import type { PrintRun } from './blocks.ts';

/** One source at one place, as a note names it. */
export interface Cited {
  readonly sourceId: string;
  /** null: the source as a whole, or one without pages. */
  readonly page: number | null;
  readonly bearing: Bearing;
}

export interface Reference {
  readonly sourceId: string;
  readonly content: readonly PrintRun[];
}

/** Writes the citations of one document in one style. */
export interface Citer {
  /** The style puts them in brackets into the text, beside a list of references, instead of into notes. */
  readonly inText: boolean;
  /**
   * The words of every note, given all of them in order: a style says a source again in other words than at first.
   * In brackets already where the style is for the text.
   */
  cite(notes: readonly (readonly Cited[])[]): readonly (readonly PrintRun[])[];
  /** The sources, each written in full, in the order of the style. */
  references(sourceIds: readonly string[]): readonly Reference[];
}

/** @param sources whatever `cite` and `references` will be asked about. */
export type MakeCiter = (sources: ReadonlyMap<string, CitedSource>) => Citer;
