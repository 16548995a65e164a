/**
 * The words that are selected, as places in the whole text: they stay selected when their page is scrolled away. The
 * browser's own selection follows, so that mouse, copying and screen readers work as everywhere.
 */
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TextRange } from '../../../shared/evidence/taken.ts';
import type { Book } from '../book.ts';
import type { SourceView } from '../view.ts';
import { placeAt, pointAt } from './dom-places.ts';
import { moved, sentenceAt, type Unit } from './moves.ts';

/** `focus` is the end that moves; both the same: a caret. */
export interface Selected {
  readonly anchor: number;
  readonly focus: number;
}

export interface ReaderSelection {
  readonly selected: Selected | null;
  /** null where no words are selected. */
  readonly range: TextRange | null;
  readonly select: (range: TextRange | null) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Enough of the text around a place for any step but that to an end. */
const ROOM = 6000;

interface Step {
  /** row: the line above or below, as one sees it. */
  readonly unit: Unit | 'row';
  readonly way: 1 | -1;
  readonly extend: boolean;
}

/** What a key asks for; null: it is none of these. */
export function stepFor(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): Step | null {
  if (event.altKey) return null;
  const words = event.ctrlKey || event.metaKey;
  const extend = event.shiftKey;
  switch (event.key) {
    case 'ArrowRight':
      return { unit: words ? 'word' : 'character', way: 1, extend };
    case 'ArrowLeft':
      return { unit: words ? 'word' : 'character', way: -1, extend };
    case 'ArrowDown':
      return { unit: words ? 'sentence' : 'row', way: 1, extend };
    case 'ArrowUp':
      return { unit: words ? 'sentence' : 'row', way: -1, extend };
    case 'End':
      return words ? null : { unit: 'line', way: 1, extend };
    case 'Home':
      return words ? null : { unit: 'line', way: -1, extend };
    default:
      return null;
  }
}

export function useSelection(
  book: Book,
  scroller: RefObject<HTMLElement | null>,
  view: RefObject<SourceView | null>,
  /** Where a selection by keys begins while there is none: what is marked; null: at the top of what is in view. */
  origin: number | null,
): ReaderSelection {
  const [selected, setSelected] = useState<Selected | null>(null);
  const now = useRef<Selected | null>(null);
  const turn = useRef<Promise<void>>(Promise.resolve());
  /** While one goes from line to line: what column they began in. */
  const column = useRef<number | null>(null);

  const put = useCallback((next: Selected | null) => {
    now.current = next;
    setSelected((old) => (old?.anchor === next?.anchor && old?.focus === next?.focus ? old : next));
  }, []);

  // With the mouse, or whatever else selects as it does in any page.
  useEffect(() => {
    const onSelectionChange = () => {
      const root = scroller.current;
      const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {};
      if (!root || !anchorNode || !focusNode || !root.contains(anchorNode) || !root.contains(focusNode))
        return;
      const anchor = placeAt(anchorNode, anchorOffset ?? 0);
      const focus = placeAt(focusNode, focusOffset ?? 0);
      if (anchor === null || focus === null) return;
      if (now.current?.focus !== focus) column.current = null;
      put({ anchor, focus });
    };
    document.addEventListener('selectionchange', onSelectionChange);
    return () => document.removeEventListener('selectionchange', onSelectionChange);
  }, [scroller, put]);

  const select = useCallback(
    (range: TextRange | null) => {
      put(range && { anchor: range.start, focus: range.end });
      requestAnimationFrame(() => follow(scroller.current, now.current));
    },
    [scroller, put],
  );

  /** The place a line on; null at an end of the text. */
  const rowFrom = useCallback(
    async (from: number, way: 1 | -1): Promise<number | null> => {
      if (view.current?.line) {
        const found = await view.current.line(from, way, column.current);
        column.current = found?.column ?? column.current;
        return found?.place ?? null;
      }
      return flowingRow(scroller.current, from, way);
    },
    [scroller, view],
  );

  const step = useCallback(
    async ({ unit, way, extend }: Step) => {
      const old = now.current;
      const from = old?.focus ?? origin ?? view.current?.top() ?? 0;
      const { start, text } = await book.around({ start: from, end: from }, ROOM);
      let next: Selected;
      if (unit !== 'row') column.current = null;
      if (unit === 'row') {
        const focus = await rowFrom(from, way);
        if (focus === null) return;
        next = { anchor: extend ? (old?.anchor ?? from) : focus, focus };
      } else if (!old && unit === 'sentence') {
        const sentence = sentenceAt(text, from - start);
        if (!sentence) return;
        next = { anchor: start + sentence.start, focus: start + sentence.end };
      } else {
        const focus = start + moved(text, from - start, unit, way);
        next = { anchor: extend ? (old?.anchor ?? from) : focus, focus };
      }
      put(next);
      view.current?.reveal({ start: next.focus, end: next.focus }, 'away');
      requestAnimationFrame(() => follow(scroller.current, now.current));
    },
    [book, origin, view, scroller, put, rowFrom],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Escape' && now.current) {
      put(null);
      document.getSelection()?.removeAllRanges();
      event.stopPropagation();
      return;
    }
    const wanted = stepFor(event);
    // Without a caret the arrows scroll, as in any page.
    if (!wanted || (!wanted.extend && !now.current)) return;
    event.preventDefault();
    turn.current = turn.current.then(() => step(wanted)).catch(() => undefined);
  };

  const range = useMemo(
    () =>
      selected && selected.anchor !== selected.focus
        ? {
            start: Math.min(selected.anchor, selected.focus),
            end: Math.max(selected.anchor, selected.focus),
          }
        : null,
    [selected],
  );
  return { selected, range, select, onKeyDown };
}

/** In flowing words the browser knows where its lines are, and keeps to the column from one to the next. */
function flowingRow(root: HTMLElement | null, from: number, way: 1 | -1): number | null {
  const selection = document.getSelection();
  const point = root && pointAt(root, from);
  if (!selection || !point) return null;
  const { focusNode, focusOffset } = selection;
  const isThere = focusNode !== null && root.contains(focusNode) && placeAt(focusNode, focusOffset) === from;
  if (!isThere) selection.collapse(point.node, point.offset);
  // Past what is no words, as the name of a part.
  for (let tries = 0; tries < 4; tries += 1) {
    selection.modify('extend', way === 1 ? 'forward' : 'backward', 'line');
    const place = selection.focusNode && placeAt(selection.focusNode, selection.focusOffset);
    if (place !== null && place !== from) return place;
  }
  return null;
}

/** Makes the browser's selection the same, as far as its ends are drawn. */
function follow(root: HTMLElement | null, selected: Selected | null): void {
  const selection = document.getSelection();
  if (!root || !selected || !selection) return;
  const anchor = pointAt(root, selected.anchor);
  const focus = pointAt(root, selected.focus);
  if (!anchor || !focus) return;
  if (placeAt(anchor.node, anchor.offset) !== selected.anchor) return;
  if (placeAt(focus.node, focus.offset) !== selected.focus) return;
  selection.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
}
