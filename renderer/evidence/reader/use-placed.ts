import { useCallback, useMemo } from 'react';
import type { Locator } from '../../../shared/document/schema.ts';
import type { ReaderRequest } from '../../../shared/evidence/reader-request.ts';
import type { TextRange } from '../../../shared/evidence/taken.ts';
import { useServices } from '../../app/services.ts';
import { useFetched } from '../../reading/use-fetched.ts';
import type { Placed } from './notices.tsx';

interface Place {
  /** null: no words were asked for, or it is not known yet. */
  readonly placed: Placed | null;
  /** What is to be marked and shown. */
  readonly range: TextRange | null;
}

/** Where the words stand that a reader was asked to show: their place is checked against the words themselves. */
export function usePlaced(edition: string, at: ReaderRequest['at'] | null): Place {
  const { client } = useServices();
  const quote = at?.quote;
  const position = at?.position ?? null;
  const page = at?.page ?? null;
  // By its words: whoever asks again for the same thing with another object asks for nothing new.
  const key = JSON.stringify([quote, position, page]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  const locator = useMemo<Locator | null>(
    () =>
      quote
        ? {
            quote,
            position: position && { type: 'TextPositionSelector', start: position.start, end: position.end },
            page,
          }
        : null,
    [key],
  );
  const { value } = useFetched(
    useCallback(
      async (signal) => {
        if (locator === null) return null;
        return client.call('reading.place', { edition, locator }, { signal });
      },
      [client, edition, locator],
    ),
  );
  const start = quote ? value?.place?.start : position?.start;
  const end = quote ? value?.place?.end : position?.end;
  const range = useMemo(
    () => (start === undefined || end === undefined ? null : { start, end }),
    [start, end],
  );
  return { placed: value, range };
}
