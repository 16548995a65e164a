import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { pointAt } from './dom-places.ts';
import type { Selected } from './use-selection.ts';

/** Of the end of a selection that moves, from the corner of what scrolls, in CSS pixels. */
export interface SelectionEnd {
  readonly left: number;
  readonly top: number;
  readonly height: number;
  /** It is the end of the words, not their beginning. */
  readonly isLast: boolean;
}

const FRAMES = 60;

/**
 * Where a selection ends on the screen; null while that is not drawn.
 * @param drawn changes whenever the words may stand elsewhere.
 */
export function useSelectionEnd(
  scroller: RefObject<HTMLElement | null>,
  selected: Selected | null,
  drawn: unknown,
): SelectionEnd | null {
  const [end, setEnd] = useState<SelectionEnd | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: elsewhere after each of these.
  useLayoutEffect(() => {
    if (!selected) {
      setEnd(null);
      return;
    }
    let frame = 0;
    // A page that was scrolled to has its words a moment later.
    const look = (left: number) => {
      const found = endOf(scroller.current, selected);
      setEnd((now) => (same(now, found) ? now : found));
      if (!found && left > 0) frame = requestAnimationFrame(() => look(left - 1));
    };
    look(FRAMES);
    return () => cancelAnimationFrame(frame);
  }, [scroller, selected, drawn]);
  return end;
}

function same(one: SelectionEnd | null, other: SelectionEnd | null): boolean {
  return (
    one?.left === other?.left &&
    one?.top === other?.top &&
    one?.height === other?.height &&
    one?.isLast === other?.isLast
  );
}

function endOf(root: HTMLElement | null, { anchor, focus }: Selected): SelectionEnd | null {
  const isLast = focus >= anchor;
  // Behind a word, not before the next, which may be on another line.
  const before = isLast && focus > anchor;
  const point = root && pointAt(root, before ? focus - 1 : focus);
  if (!point) return null;
  const range = document.createRange();
  range.setStart(point.node, Math.min(point.offset, Math.max(0, point.node.length - 1)));
  range.setEnd(point.node, Math.min(point.node.length, point.offset + 1));
  const box = range.getBoundingClientRect();
  if (box.height === 0) return null;
  const corner = root.getBoundingClientRect();
  const atRight = before || point.offset >= point.node.length;
  return {
    left: Math.round((atRight ? box.right : box.left) - corner.left + root.scrollLeft),
    top: Math.round(box.top - corner.top + root.scrollTop),
    height: Math.round(box.height),
    isLast,
  };
}

/** Whether a button of the mouse is down: words are being selected. */
export function usePressed(scroller: RefObject<HTMLElement | null>): boolean {
  const [pressed, setPressed] = useState(false);
  useEffect(() => {
    const element = scroller.current;
    const down = (event: PointerEvent) => setPressed(event.button === 0);
    const up = () => setPressed(false);
    element?.addEventListener('pointerdown', down);
    const ends = ['pointerup', 'pointercancel', 'dragend', 'blur'] as const;
    for (const name of ends) window.addEventListener(name, up);
    return () => {
      element?.removeEventListener('pointerdown', down);
      for (const name of ends) window.removeEventListener(name, up);
    };
  }, [scroller]);
  return pressed;
}
