/** The next start leads to where somebody was. */
import { useEffect, useRef } from 'react';
import { type KeptPlace, keptPlaceSchema } from '../../shared/contract/kept-place.ts';
import { useSettings } from '../settings/settings.ts';
import { type Place, useServices } from './services.ts';

/** Milliseconds that the caret rests in a block before that is kept. */
const RESTED_MS = 1000;

/** Where the window begins. @param search of its address, as main made it. */
export function startPlace(search: string): Place {
  const kept = new URLSearchParams(search).get('place');
  if (kept === null) return { screen: 'home' };
  try {
    return placeOf(keptPlaceSchema.parse(JSON.parse(kept)));
  } catch {
    return { screen: 'home' };
  }
}

function placeOf(kept: KeptPlace): Place {
  if (kept.screen === 'meeting') return { ...kept, resumed: true };
  const { documentId, blockId, meeting } = kept;
  return {
    screen: 'document',
    documentId,
    review: false,
    resumed: true,
    ...(blockId === undefined ? {} : { blockId }),
    ...(meeting === undefined
      ? {}
      : {
          meeting: {
            meetingId: meeting.meetingId,
            ...(meeting.rowId === undefined ? {} : { rowId: meeting.rowId }),
          },
        }),
  };
}

/** As long as the screen is shown, the next start leads to it; null: to the list of documents. */
export function useKeptPlace(place: KeptPlace | null): void {
  const { desktop } = useServices();
  const { start } = useSettings();
  const wanted = JSON.stringify(start === 'place' ? place : null);
  const kept = useRef<string | null>(null);
  useEffect(() => {
    const keep = () => {
      if (kept.current === wanted) return;
      kept.current = wanted;
      // A document from elsewhere may have ids of any length.
      const place = keptPlaceSchema.nullable().safeParse(JSON.parse(wanted));
      desktop.keepPlace(place.success ? place.data : null);
    };
    // The screen at once; where in it the caret is, when that rests.
    if (kept.current === null) return keep();
    const timer = setTimeout(keep, RESTED_MS);
    const forget = desktop.onCloseRequest(async () => keep());
    return () => {
      clearTimeout(timer);
      forget();
    };
  }, [desktop, wanted]);
}
