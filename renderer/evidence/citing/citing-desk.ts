/** What the parts of the Evidence tab share about the document that is open. */
import { createContext, useContext } from 'react';
import type { Bearing, Citation } from '../../../shared/document/schema.ts';
import type { Anchor, EvidenceFacts, SourceFacts } from '../../../shared/evidence/facts.ts';
import type { ReaderRequest } from '../../../shared/evidence/reader-request.ts';
import type { TakenPassage } from '../../../shared/evidence/taken.ts';
import type { CitingPlace } from '../../editor/citing/citing.ts';
import type { Covered } from './covered.ts';

export type View = 'point' | 'document';

/** A part of the tab that is to have the focus. */
export interface Wish {
  readonly for: 'search' | 'found' | 'citations';
  /** Another number is another wish. */
  readonly count: number;
}

export interface Moving {
  readonly blockId: string;
  readonly citationId: string;
  readonly stays: boolean;
}

export interface CitingDesk {
  readonly place: CitingPlace | null;
  /** What the block with the caret is called: "Point 3". */
  readonly placeName: string;
  /** Cite for the words in hand, rather than for the block. */
  readonly onWords: boolean;
  setOnWords(onWords: boolean): void;
  readonly facts: EvidenceFacts | null;
  /** Where the words of a citation stand today; null: nobody has looked yet. */
  anchorOf(blockId: string, citationId: string): Anchor | null;
  /** What a source is called, as far as it is known. */
  titleOf(sourceId: string): string | null;
  sourceOf(sourceId: string): Pick<SourceFacts, 'title' | 'kind'> | null;
  cite(taken: TakenPassage, bearing?: Bearing): void;
  remove(blockId: string, citation: Citation): void;
  setBearing(blockId: string, citationId: string, bearing: Bearing): void;
  /** From one block to another, with a notice that takes it back. @param stays whether it stays on the first, too. */
  carryOver(
    from: { readonly blockId: string; readonly citationId: string },
    to: string,
    stays: boolean,
  ): void;
  /** The citation that is to go to another block, which is asked for. */
  readonly moving: Moving | null;
  move(moving: Moving | null): void;
  /** Somebody has looked at the citation beside the present edition. */
  lookedAt(blockId: string, citation: Citation): Promise<void>;
  goTo(blockId: string, citationId: string): void;
  /** Tells whoever cannot see what happened. */
  say(words: string): void;
  /** Lights up the words of a citation on the sheet. */
  point(at: { readonly blockId: string; readonly citationId: string } | null): void;
  readonly reading: ReaderRequest | null;
  read(request: ReaderRequest | null): void;
  readonly view: View;
  setView(view: View): void;
  readonly wish: Wish | null;
  /** Passages cited in this session, the last one first. */
  readonly recent: readonly TakenPassage[];
  /** null while it is worked out for the first time. */
  readonly covered: Covered | null;
}

export const CitingDeskContext = createContext<CitingDesk | null>(null);

export function useCitingDesk(): CitingDesk {
  const desk = useContext(CitingDeskContext);
  if (!desk) throw new Error('The evidence of a document belongs on the writing screen.');
  return desk;
}
