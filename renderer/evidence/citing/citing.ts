/** Citing from anywhere in the window: whoever shows passages offers them to the document that is open. */
import { createContext, useContext } from 'react';
import type { Bearing } from '../../../shared/document/schema.ts';
import type { TakenPassage } from '../../../shared/evidence/taken.ts';

export interface CitingHere {
  /** Cites for the block, or the words, at the caret; tells in words where that is not possible. */
  cite(taken: TakenPassage, bearing?: Bearing): void;
  /** The caret is where something can be cited. */
  readonly canCite: boolean;
}

export const CitingContext = createContext<CitingHere | null>(null);

/** null where no document is open. */
export function useCiting(): CitingHere | null {
  return useContext(CitingContext);
}
