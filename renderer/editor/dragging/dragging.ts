/** What dragging on the sheet offers to the window around it. */
import type { BlockPlace } from '../api.ts';
import { featureKey } from '../feature-key.ts';

export interface Dragging {
  /** The grip was clicked rather than dragged; the caret stands in its block. @param x, y in pixels of the window. */
  onMenu: ((x: number, y: number) => void) | null;
  /** Why blocks may not be moved to a place, as a sentence; null where they may. Moves nothing. */
  whyNot(ids: readonly string[], to: BlockPlace): string | null;
  /** The same for a section, to stand before another or, null, behind all. */
  whyNotSection(sectionId: string, beforeSectionId: string | null): string | null;
}

export const draggingKey = featureKey<Dragging>('dragging');
