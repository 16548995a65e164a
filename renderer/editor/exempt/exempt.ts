/** What the rest of the window may do with exempt passages on the sheet. */
import type { Exemption } from '../../../shared/pack/exemption.ts';
import { featureKey } from '../feature-key.ts';

export interface ChosenBlocks {
  readonly count: number;
  /** What the first of them bears that is marked; null: none is. */
  readonly exemption: Exemption | null;
  /** Why the first of them is withheld that is, marked itself or part of what is. */
  readonly inherited: Exemption | null;
  /** How many other blocks are part of these, and withheld with them: sub-paragraphs, what stands under a heading. */
  readonly taken: number;
}

export interface ExemptBlocks {
  chosen(): ChosenBlocks;
  /**
   * Marks the chosen blocks exempt, or publishes them again. One step to undo.
   * @returns how many it was done to.
   */
  mark(exemption: Exemption | null): number;
  /** Asked by key or menu. */
  onAsk: (() => void) | null;
}

export const exemptKey = featureKey<ExemptBlocks>('exempt');
