/** The slash menu as the sheet and the window share it: the sheet knows what was typed, the window draws the list. */
import { featureKey } from '../feature-key.ts';

export interface SlashTyped {
  /** What stands between the stroke and the caret. */
  readonly query: string;
  /** Where the stroke is drawn, in pixels of the window. */
  readonly place: { readonly left: number; readonly top: number; readonly bottom: number };
}

export interface Slash {
  /** null while no menu is wanted. */
  readonly typed: () => SlashTyped | null;
  /** @returns what stops it. */
  subscribe(listener: () => void): () => void;
  /** Hears every key while the menu is wanted; true: it was for the menu. */
  onKey: ((event: KeyboardEvent) => boolean) | null;
  /** Takes the stroke and what was typed behind it out of the document, as part of the choice that follows. */
  take(): void;
  /** The menu is not wanted; what was typed stays in the document. */
  dismiss(): void;
  /** Names list and active option to assistive technology; null when there is no list. */
  describe(list: { readonly id: string; readonly activeId: string | null } | null): void;
  /** Tells a screen reader. */
  say(news: string): void;
}

export const slashKey = featureKey<Slash>('slash');
