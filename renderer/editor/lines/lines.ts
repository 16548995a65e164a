/** What the rest of the window may do with standing lines on the sheet. */
import type { LineKind, LineWords } from '../../../shared/lines/line.ts';
import { featureKey } from '../feature-key.ts';
import type { LineReference } from '../nodes/block-state.ts';

export interface LineToInsert {
  readonly kind: LineKind;
  readonly words: LineWords;
  /** null: words that are of no line. */
  readonly line: LineReference | null;
}

export type InsertOutcome = { readonly blockId: string } | { readonly refusal: string };

export interface Lines {
  /**
   * Puts the words at the caret, as whatever kind of block may stand there: into the block where that is empty, or else
   * behind it and what belongs to it. One step to undo.
   */
  insert(given: LineToInsert): InsertOutcome;
  /**
   * Takes the words of a line, its details and citations, for those of the block. This and the next are one step to
   * undo each, and false where there is no such block or nothing may be changed.
   */
  take(blockId: string, words: LineWords, line: LineReference): boolean;
  /** Says that the block is of this version of a line, or of none; its words stay. */
  tie(blockId: string, line: LineReference | null): boolean;
  /** Asked by key or menu to keep the block at the caret as a line, or to insert one. */
  onAsk: ((wish: 'keep' | 'insert') => void) | null;
}

export const linesKey = featureKey<Lines>('lines');
