/** What the rest of the window may do with comments on the sheet. */
import { featureKey } from '../feature-key.ts';

export interface CommentedPlace {
  readonly blockId: string;
  /** The words selected; null where there is but a caret: the whole block is meant. */
  readonly quote: string | null;
}

/** What of all comments the sheet shows. */
export interface ShownComments {
  /** Threads whose words are tinted. */
  readonly threads: readonly string[];
  /** Blocks with a mark in the margin. */
  readonly blocks: readonly string[];
  /** The thread whose words stand out. */
  readonly current: string | null;
}

export interface SheetComments {
  /**
   * Puts the id of a thread on the selected words, or on none where a whole block is meant.
   * @returns null where the caret is in no block.
   */
  attach(threadId: string): CommentedPlace | null;
  /** Takes the id off all words that bear it, as when a comment was begun and given up. */
  detach(threadId: string): void;
  /** Brings the words of a thread into view and puts the caret before them; false where there are none. */
  goTo(threadId: string): boolean;
  show(comments: ShownComments): void;
  /**
   * Tells which threads are on the words at the caret, the one made last first, whenever that changes.
   * @returns what ends it.
   */
  onCaret(listener: (threadIds: readonly string[]) => void): () => void;
}

export const commentsKey = featureKey<SheetComments>('comments');
