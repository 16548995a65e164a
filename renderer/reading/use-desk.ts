/** What whoever reads page by page has at hand, whatever it is that is read. */
import { type ClipboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { TakenPassage } from '../../shared/evidence/taken.ts';
import type { CommandHandlers } from '../app/commands.tsx';
import { steppedZoom } from '../ui/pages/page-layout.ts';
import { useWidth } from '../ui/pages/use-view.ts';
import type { Book } from './book.ts';
import type { Matches } from './find/use-matches.ts';
import { type ReaderSelection, useSelection } from './selection/use-selection.ts';
import { type SelectionEnd, usePressed, useSelectionEnd } from './selection/use-selection-end.ts';
import { useTaken } from './selection/use-taken.ts';
import type { SourceView } from './view.ts';
import { READER_ZOOM, type ReadingZoom } from './zoom.ts';

export interface Desk {
  readonly book: Book;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly view: RefObject<SourceView | null>;
  readonly zoom: ReadingZoom;
  /** Counted from 1: the one that is looked at, a moment late while one scrolls. */
  readonly page: number;
  /** The one that is looked at now. */
  readonly pageNow: () => number;
  /** CSS pixels of one point. */
  readonly scale: number;
  readonly onPage: (page: number) => void;
  readonly onScale: (scale: number) => void;
  readonly zoomBy: (steps: number) => void;
  readonly onZoom: (zoom: ReadingZoom) => void;
  readonly selection: ReaderSelection;
  readonly taken: TakenPassage | null;
  /** "page 12", of the first selected word; null where nothing is selected or there are no pages. */
  readonly where: string | null;
  /** Words are being selected with the mouse. */
  readonly pressed: boolean;
  readonly end: SelectionEnd | null;
  /** To the pages, as one that reads with keys. */
  readonly focus: () => void;
  /** Copies the selected words with their reference. */
  readonly copy: () => void;
}

interface Given {
  readonly zoom: ReadingZoom;
  readonly onZoom: (zoom: ReadingZoom) => void;
  /** Where a selection by keys begins while there is none; null: at the top of what is in view. */
  readonly origin: number | null;
}

export function useDesk(book: Book, { zoom, onZoom, origin }: Given): Desk {
  const scroller = useRef<HTMLElement>(null);
  const view = useRef<SourceView>(null);
  const width = useWidth(scroller);
  const [page, setPage, latest] = useSeldom(1);
  const [scale, setScale] = useState(96 / 72);
  const selection = useSelection(book, scroller, view, origin);
  const { selected, range } = selection;
  const taken = useTaken(book, range);
  const pressed = usePressed(scroller);
  const end = useSelectionEnd(scroller, selected, `${scale} ${width} ${page}`);
  const zoomBy = useCallback(
    (steps: number) => onZoom(steppedZoom(scale, steps, READER_ZOOM)),
    [scale, onZoom],
  );
  const { paged, pages } = book.reading;
  return {
    book,
    scroller,
    view,
    zoom,
    page,
    pageNow: () => latest.current,
    scale,
    onPage: setPage,
    onScale: setScale,
    zoomBy,
    onZoom,
    selection,
    taken,
    where: range && (paged || pages.length > 1) ? book.nameOf(book.pageAt(range.start)) : null,
    pressed,
    end,
    focus: () => scroller.current?.focus(),
    copy() {
      if (!taken) return;
      // The browser asks for what to copy as it does for a key, in which `takesCopy` answers.
      scroller.current?.focus();
      document.execCommand('copy');
    },
  };
}

/** Pages fly past while one scrolls; what tells of them, as the list of items, need not follow each. */
const SELDOM_MS = 100;

/** A state that changes at most ten times a second, and ends at what it was set to last. */
function useSeldom(initial: number): [number, (value: number) => void, { readonly current: number }] {
  const [value, setValue] = useState(initial);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef(initial);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  const set = useCallback((next: number) => {
    latest.current = next;
    timer.current ??= setTimeout(() => {
      timer.current = null;
      setValue(latest.current);
    }, SELDOM_MS);
  }, []);
  return [value, set, latest];
}

/** Whether what is copied are the selected words, not those of a field. */
export function takesCopy({ target }: ClipboardEvent): boolean {
  return !(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement);
}

/** What menu and keys do in every reader. */
export function readingHandlers(
  { zoom, zoomBy, onZoom }: Desk,
  { step }: Matches,
  openFind: () => void,
): CommandHandlers {
  return {
    find: openFind,
    'find-next': () => step(1),
    'find-previous': () => step(-1),
    'zoom-in': () => zoomBy(1),
    'zoom-out': () => zoomBy(-1),
    'zoom-reset': () => onZoom(zoom === 'fit' ? 1 : 'fit'),
  };
}

/** What is selected, where it is short enough to be looked for; else null. */
export function soughtWords(taken: TakenPassage | null): string | null {
  const words = taken?.locator.quote.exact ?? '';
  return words !== '' && words.length <= 80 && !words.includes('\n') ? words : null;
}
