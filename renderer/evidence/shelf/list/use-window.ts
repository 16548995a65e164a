/** Which rows of a long list are in sight, so that only those are drawn. */
import { type RefObject, useLayoutEffect, useState } from 'react';

/** Rows drawn beyond either edge, for a scroll that is faster than drawing. */
const BEYOND = 6;

export interface RowWindow {
  readonly first: number;
  /** After the last. */
  readonly end: number;
  /** Rows that fit, for Page up and down. */
  readonly perPage: number;
  /** As many as are ever drawn at once: row `at` uses the elements of row `at` modulo this again. */
  readonly slots: number;
}

export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  rows: number,
  rowHeight: number,
  above: number,
): RowWindow {
  const [view, setView] = useState({ top: 0, height: 800 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const read = () =>
      setView((now) => {
        // In steps of rows: a scroll within one draws nothing anew.
        const top = Math.floor(element.scrollTop / rowHeight) * rowHeight;
        const height = element.clientHeight;
        return now.top === top && now.height === height ? now : { top, height };
      });
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    element.addEventListener('scroll', read, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', read);
    };
  }, [scroller, rowHeight]);
  const first = Math.max(0, Math.floor((view.top - above) / rowHeight) - BEYOND);
  const end = Math.min(rows, Math.ceil((view.top + view.height) / rowHeight) + BEYOND);
  const perPage = Math.max(1, Math.floor((view.height - above) / rowHeight) - 1);
  const slots = Math.ceil(view.height / rowHeight) + 2 * BEYOND + 2;
  return { first, end, perPage, slots };
}
