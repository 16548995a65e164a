/** What the sheet offers to whoever looks for words and replaces them. */
import type { Cell, Stretch } from '../../../shared/document/places.ts';
import { featureKey } from '../feature-key.ts';

/** Words to be replaced: only where they still stand as they were found. */
export interface WordsReplacement extends Stretch {
  readonly matched: string;
  readonly by: string;
}

export interface FindOnSheet {
  /** Where the caret stands, or the selection begins; null before it was anywhere. */
  caret(): { readonly blockId: string; readonly cell: Cell | null; readonly place: number } | null;
  /** Brings words into view; caret and focus stay where they are. */
  show(stretch: Stretch): void;
  /** Selects words, and the sheet takes the focus. */
  select(stretch: Stretch): void;
  /**
   * Replaces words as one step that undo takes back. What comes in their place looks as their first character did.
   * @returns how many were replaced; fewer where words have changed since they were found.
   */
  replace(replacements: readonly WordsReplacement[]): number;
}

export const findKey = featureKey<FindOnSheet>('find');
