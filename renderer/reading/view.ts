/** What the parts of the reader ask of whatever shows the source. */
import type { RefObject } from 'react';
import type { TextRange } from '../../shared/evidence/taken.ts';
import type { View } from '../ui/pages/use-view.ts';
import type { Book } from './book.ts';
import type { Mark, Pin } from './marks.ts';
import type { ReadingZoom } from './zoom.ts';

/** away: nothing is moved while it is in view anyway. */
export type Reveal = 'always' | 'away';

export interface LineStep {
  readonly place: number;
  readonly column: number;
}

export interface SourceView {
  /** Brings words into view. */
  reveal(range: TextRange, how: Reveal): void;
  /** Brings the top of a page into view. */
  showPage(page: number): void;
  /** Place in the whole text of the first words in view. */
  top(): number;
  /**
   * The place a line above or below one, as near to `column` as there is, which stays the same from line to line; null
   * at an end of the text. Absent where the browser itself knows its lines.
   */
  readonly line?: (place: number, way: 1 | -1, column: number | null) => Promise<LineStep | null>;
}

export interface ViewProps {
  readonly book: Book;
  readonly zoom: ReadingZoom;
  readonly marks: readonly Mark[];
  readonly pins: readonly Pin[];
  readonly onPin: ((id: string) => void) | undefined;
  /** Places that stay drawn although they are out of view, because a selection begins or ends there. */
  readonly pinned: readonly number[];
  readonly scroller: RefObject<HTMLElement | null>;
  /** The part of it that is seen. */
  readonly seen: View;
  /** Filled by the view. */
  readonly view: RefObject<SourceView | null>;
  /** Another page is the one that is looked at. */
  readonly onPage: (page: number) => void;
  /** CSS pixels of one point, or the size of words, as it came out. */
  readonly onScale: (scale: number) => void;
  readonly onZoom: (steps: number) => void;
}

/** Where what is revealed comes to stand, as a share of the height from the top. */
export const FROM_TOP = 0.25;
