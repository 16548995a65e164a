/** What the spelling of one document offers to its panel and its sheet. */
import { createContext, useContext } from 'react';
import type { Misspelling } from '../../shared/spelling/misspellings.ts';

export interface Spelling {
  /** In reading order; empty while the dictionary has not answered yet. */
  readonly misspellings: readonly Misspelling[];
  readonly ready: boolean;
  /** Where this word stands at this moment, everything just typed included. */
  placesOf(word: string): readonly Misspelling[];
  /** @returns the likeliest words meant, the best first. */
  suggest(word: string): Promise<readonly string[]>;
  /** To the user's own list: right from now on, in every document. */
  add(word: string): Promise<void>;
  /** Right until this document is closed. */
  ignore(word: string): void;
  /** The verdicts on words are asked for anew, because a word list has changed. */
  forget(): void;
}

export const SpellingContext = createContext<Spelling | null>(null);

export function useSpelling(): Spelling {
  const spelling = useContext(SpellingContext);
  if (!spelling) throw new Error('Spelling belongs on the writing screen.');
  return spelling;
}
