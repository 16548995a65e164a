import { useEffect, useState } from 'react';
import type { ReadingZoom } from '../../reading/zoom.ts';
import { useRemembered } from '../../ui/remembered.ts';
import { keptPlacesSchema, pageIn, placeOf, withPlace } from './kept-places.ts';
import type { OpenPack } from './use-pack.ts';

/** Scrolling through pages is not yet reading them. */
const SETTLED_MS = 400;

interface Kept {
  /** Counted from 1; 1 where nobody has read it yet. */
  readonly page: number;
  /** null: as packs are looked at otherwise. */
  readonly zoom: ReadingZoom | null;
}

/** Where this pack, or another version of it, was left. @returns what it was when it was opened, and what keeps it. */
export function useKeptPlace({
  pack,
  plan,
}: OpenPack): [Kept, (page: number, zoom: ReadingZoom) => () => void] {
  const [places, setPlaces] = useRemembered('packs.reader.places', keptPlacesSchema, []);
  const [kept] = useState((): Kept => {
    const place = placeOf(places, pack);
    return place ? { page: pageIn(place, pack.id, plan), zoom: place.zoom } : { page: 1, zoom: null };
  });
  const keep = (page: number, zoom: ReadingZoom) => {
    const timer = setTimeout(() => {
      const { paperId = null, paperPage = null } = plan.pages[page - 1] ?? {};
      const place = { meetingId: pack.meetingId, packId: pack.id, page, paperId, paperPage, zoom };
      setPlaces((now) => withPlace(now, place));
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  };
  return [kept, keep];
}

/** Keeps the place while it is read. */
export function usePlaceKeeping(
  keep: (page: number, zoom: ReadingZoom) => () => void,
  page: number,
  zoom: ReadingZoom,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another function keeps the same place.
  useEffect(() => keep(page, zoom), [page, zoom]);
}
