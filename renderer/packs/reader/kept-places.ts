/** Where a reader was in the pack of a meeting, and how large its pages were: there it is opened again. */
import * as z from 'zod';
import type { KeptPlan } from '../../../shared/pack/kept-pack.ts';
import { readingZoomSchema } from '../../reading/zoom.ts';

const keptPlaceSchema = z.strictObject({
  meetingId: z.string(),
  packId: z.string(),
  /** Counted from 1. */
  page: z.number().int().positive(),
  /** The page within its paper: in another version of the pack that is where the same words are. */
  paperId: z.string().nullable(),
  paperPage: z.number().int().nonnegative().nullable(),
  zoom: readingZoomSchema,
});
export type KeptPlace = z.infer<typeof keptPlaceSchema>;

/** The last one first. */
export const keptPlacesSchema = z.array(keptPlaceSchema);

/** As many packs as are kept in mind. */
const MOST_PLACES = 100;

/** A reader of the public and of the restricted pack is at one place in each; of a meeting's other versions, at the last. */
export function placeOf(
  places: readonly KeptPlace[],
  { id, meetingId }: { readonly id: string; readonly meetingId: string },
): KeptPlace | null {
  const own = places.find(({ packId }) => packId === id);
  return own ?? places.find((place) => place.meetingId === meetingId) ?? null;
}

/** The page to open at, counted from 1. */
export function pageIn(place: KeptPlace, packId: string, { pages }: KeptPlan): number {
  if (place.packId === packId) return Math.min(place.page, Math.max(1, pages.length));
  if (place.paperId === null) return 1;
  const own = pages.flatMap((page, at) => (page.paperId === place.paperId ? [{ page, at }] : []));
  // A paper that has become shorter ends before that page.
  const same = own.find(({ page }) => page.paperPage === place.paperPage) ?? own.at(-1);
  return same ? same.at + 1 : 1;
}

export function withPlace(places: readonly KeptPlace[], place: KeptPlace): KeptPlace[] {
  return [place, ...places.filter(({ packId }) => packId !== place.packId)].slice(0, MOST_PLACES);
}
