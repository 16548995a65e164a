/** What the rest of the window may do with the citations on the sheet. */
import type { Bearing, Citation, Locator } from '../../../shared/document/schema.ts';
import type { TakenPassage } from '../../../shared/evidence/taken.ts';
import { featureKey } from '../feature-key.ts';

/** Words that a citation can be about, as they would be if it were attached now. */
export interface WordsInHand {
  readonly text: string;
  /** Selected; or the caret is in a figure; or it is in a cell, which is then meant whole. */
  readonly from: 'selection' | 'figure' | 'cell';
}

export interface CitationHere {
  readonly citation: Citation;
  /** The words it is about; null: the whole block. */
  readonly words: string | null;
  /** The caret is in its words. */
  readonly atCaret: boolean;
}

/** Where a citation would go that is attached now. */
export interface CitingPlace {
  readonly blockId: string;
  /** Other blocks that are selected too and would be cited for as well. */
  readonly others: number;
  readonly words: WordsInHand | null;
  /** The words of the block, so that evidence can be found for them. */
  readonly text: string;
  /** Those about the words at the caret first. */
  readonly citations: readonly CitationHere[];
  /** Why nothing can be cited here, as a sentence; null where something can. */
  readonly refusal: string | null;
}

export interface AttachOptions {
  readonly bearing: Bearing;
  /** About `CitingPlace.words` where there are any, rather than about the block. */
  readonly onWords: boolean;
}

export interface Attached {
  readonly blockId: string;
  readonly citationId: string;
  /** The words it is about; null: the whole block. */
  readonly words: string | null;
  /** How many blocks were cited for. */
  readonly blocks: number;
}
export type AttachOutcome = Attached | { readonly refusal: string };

/** A mark in the margin beside that of a block with citations, which the sheet knows itself. */
export type EvidenceMark = 'changed' | 'unsourced';

export interface ShownEvidence {
  /** By block. */
  readonly marks: ReadonlyMap<string, EvidenceMark>;
  /** The citation whose words stand out. */
  readonly current: { readonly blockId: string; readonly citationId: string } | null;
}

export interface Citing {
  /** Cites a passage for the block at the caret, for every selected one, or for words: one step to undo. */
  attach(taken: TakenPassage, options: AttachOptions): AttachOutcome;
  /** The same for a block that need not have the caret, as when a passage is dropped on it. */
  attachTo(blockId: string, taken: TakenPassage, bearing: Bearing): AttachOutcome;
  /**
   * A citation dragged from one block to another: it bears on the other as it did on the first, and is about all of it.
   * @param stays whether the first keeps it too.
   */
  carryOver(blockId: string, citationId: string, toBlockId: string, stays: boolean): AttachOutcome;
  /** Each one step to undo; false where there is no such citation or nothing may be changed. */
  remove(blockId: string, citationId: string): boolean;
  setBearing(blockId: string, citationId: string, bearing: Bearing): boolean;
  /** Takes the place where the words stand today for the one they were taken from. */
  replace(
    blockId: string,
    citationId: string,
    by: { readonly edition: string; readonly locator: Locator },
  ): boolean;
  /** Brings the words of a citation, or its block, into view with the caret; false where it is gone. */
  goTo(blockId: string, citationId: string): boolean;
  /** Tells where a citation would go whenever that changes; null: nowhere. @returns what ends it. */
  atCaret(listener: (place: CitingPlace | null) => void): () => void;
  show(shown: ShownEvidence): void;
  /** Names a citation for a tooltip and a screen reader: "Annual report, page 4". */
  describe: ((citation: Citation) => string | null) | null;
  /** Asked by key or menu for evidence, or for what may be evidence of this point; or its mark was clicked. */
  onAsk: ((wish: 'cite' | 'find' | 'look') => void) | null;
}

export const citingKey = featureKey<Citing>('citing');
