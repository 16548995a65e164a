/** What the rest of the window may do with exempt passages on the sheet. */
import type { Exemption } from '../../../shared/pack/exemption.ts';
import { featureKey } from '../feature-key.ts';

export interface ExemptBlocks {
  /** What the chosen blocks bear: the first that is exempt; null: none. */
  chosen(): { readonly count: number; readonly exemption: Exemption | null };
  /**
   * Marks the chosen blocks exempt, or publishes them again. One step to undo.
   * @returns how many it was done to.
   */
  mark(exemption: Exemption | null): number;
  /** Asked by key or menu. */
  onAsk: (() => void) | null;
}

export const exemptKey = featureKey<ExemptBlocks>('exempt');
