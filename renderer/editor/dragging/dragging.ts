/** What dragging on the sheet offers to the window around it. */
import { featureKey } from '../feature-key.ts';

export interface Dragging {
  /** The grip was clicked rather than dragged; the caret stands in its block. @param x, y in pixels of the window. */
  onMenu: ((x: number, y: number) => void) | null;
}

export const draggingKey = featureKey<Dragging>('dragging');
