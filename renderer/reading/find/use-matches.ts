import { type RefObject, useCallback, useEffect, useState } from 'react';
import type { TextRange } from '../../../shared/evidence/taken.ts';
import type { SourceView } from '../view.ts';

export interface Matches {
  /** The one that is looked at. */
  readonly current: number | null;
  readonly goTo: (match: number) => void;
  readonly step: (way: 1 | -1) => void;
}

/** The way through what was found. */
export function useMatches(view: RefObject<SourceView | null>, places: readonly TextRange[]): Matches {
  const [current, setCurrent] = useState<number | null>(null);
  const goTo = useCallback(
    (match: number) => {
      const place = places[match];
      setCurrent(place ? match : null);
      if (place) view.current?.reveal(place, 'away');
    },
    [view, places],
  );
  // The nearest match behind what is in view is shown as soon as there is one.
  useEffect(() => {
    const top = view.current?.top() ?? 0;
    const next = places.findIndex(({ start }) => start >= top);
    goTo(next === -1 ? 0 : next);
  }, [view, places, goTo]);
  const step = (way: 1 | -1) => {
    const count = places.length;
    if (count > 0) goTo(((current ?? (way === 1 ? -1 : 0)) + way + count) % count);
  };
  return { current, goTo, step };
}
