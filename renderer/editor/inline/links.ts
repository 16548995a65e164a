/** What the sheet offers for links to the rest of the window. */
import { featureKey } from '../feature-key.ts';
import type { CaretPlace } from './caret-place.ts';

/** What a link would be made of, or is. */
export interface LinkInHand {
  /** null where the selected words are no link yet. */
  readonly address: string | null;
  /** The words of the link, or those selected; null where they stand in several blocks, so that they stay as they are. */
  readonly text: string | null;
}

export interface Links {
  /** Called when the writer asks for a link by key or menu, or has clicked one with Ctrl held. */
  onAsk: ((place: CaretPlace, link: LinkInHand) => void) | null;
  /**
   * Makes a link of the selected words, changes the link at the caret, or writes a new one, as one step.
   * @param address one that `linkPattern` takes.
   * @param text the words of the link; null keeps those that are there.
   */
  set(address: string, text: string | null): void;
  /** Takes the link away and leaves its words. */
  remove(): void;
}

export const linksKey = featureKey<Links>('links');
