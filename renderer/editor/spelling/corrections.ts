/** Showing and replacing single words of the sheet. */
import type { Stretch } from '../../../shared/document/places.ts';
import { featureKey } from '../feature-key.ts';

export interface Correction {
  readonly stretch: Stretch;
  /** What stands there; a stretch that says something else by now is left alone. Apostrophes may differ in shape. */
  readonly was: string;
  readonly by: string;
}

export interface Corrections {
  /** Selects the words and brings them into view. */
  select(stretch: Stretch): void;
  /** One step to undo. @returns how many were made. */
  make(corrections: readonly Correction[]): number;
}

export const correctionsKey = featureKey<Corrections>('corrections');
