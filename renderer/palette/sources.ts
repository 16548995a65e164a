/** Whoever is on the screen tells the palette what it offers, as long as it is there. */
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { PaletteEntry } from './entries.ts';

type Source = () => readonly PaletteEntry[];

const sources = new Set<Source>();

/** Everything that is offered now, in the order in which the screens came. */
export function offeredEntries(): PaletteEntry[] {
  return [...sources].flatMap((source) => source());
}

/** @param make asked each time the palette opens. */
export function usePaletteEntries(make: Source): void {
  const latest = useRef(make);
  useLayoutEffect(() => {
    latest.current = make;
  });
  useEffect(() => {
    const source = () => latest.current();
    sources.add(source);
    return () => void sources.delete(source);
  }, []);
}
