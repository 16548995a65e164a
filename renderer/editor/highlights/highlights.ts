/** Words of the sheet that something draws attention to, without a change of document or elements. */
import type { Stretch } from '../../../shared/document/places.ts';
import { featureKey } from '../feature-key.ts';

/** Each has its look in highlights.css; of two on the same words the later one lies above. */
export const highlightNames = ['spelling', 'find', 'find-current'] as const;
export type HighlightName = (typeof highlightNames)[number];

export interface Highlights {
  /** Draws exactly these stretches under a name; they move with the words until they are set anew. */
  set(name: HighlightName, stretches: readonly Stretch[]): void;
  /** The stretch of a name that is drawn at a point of the window, in pixels; null where there is none. */
  under(name: HighlightName, left: number, top: number): Stretch | null;
  /** The stretch of a name in which the caret stands, or at whose end; null where there is none. */
  atCaret(name: HighlightName): Stretch | null;
}

export const highlightsKey = featureKey<Highlights>('highlights');
