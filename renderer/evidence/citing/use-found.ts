/** Passages for what is typed, as it is typed, or for the point at the caret after a pause. */
import { useEffect, useState } from 'react';
import { type ErrorData, toErrorData } from '../../../shared/contract/errors.ts';
import type { SearchHit } from '../../../shared/contract/evidence-search-calls.ts';
import { useServices } from '../../app/services.ts';
import { useSources } from '../sources.ts';

/** Milliseconds without a key; words are looked for as they are typed, a point when its author pauses. */
const TYPED = 90;
const POINT = 700;
const MOST = 20;
/** Those that may bear out a point: the best few, or nobody reads them. */
const FEW = 6;

export interface FoundPassage {
  readonly hit: SearchHit;
  /** Figures of the point that stand in the passage. */
  readonly figures: readonly string[];
}

export interface Found {
  /** What it is an answer to. */
  readonly for: { readonly query: string; readonly point: string };
  readonly passages: readonly FoundPassage[];
  readonly more: boolean;
  /** Why the words were looked for as they stand, as a sentence. */
  readonly problem: string | null;
}

/** @param point the words of the block at the caret, looked for while nothing is typed; empty: nothing is. */
export function useFound(query: string, point: string): { found: Found | null; error: ErrorData | null } {
  const { client } = useServices();
  const { revision } = useSources();
  const [found, setFound] = useState<Found | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  const typed = query.trim();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision` says when there may be more to find.
  useEffect(() => {
    if (typed === '' && point.trim() === '') {
      setFound(null);
      return;
    }
    const asking = new AbortController();
    const { signal } = asking;
    const ask = async (): Promise<Omit<Found, 'for'>> => {
      if (typed === '') {
        const words = point.slice(0, 20_000);
        const { hits } = await client.call('evidence.findFor', { words, limit: FEW }, { signal });
        const passages = hits.map(({ figures, ...hit }) => ({ hit, figures }));
        return { passages, more: false, problem: null };
      }
      const answer = await client.call(
        'evidence.search',
        { query: query.slice(0, 1000), limit: MOST },
        { signal },
      );
      const passages = answer.hits.map((hit) => ({ hit, figures: [] }));
      return { passages, more: answer.more, problem: answer.problem };
    };
    const timer = setTimeout(
      () =>
        void ask().then(
          (answer) => {
            if (signal.aborted) return;
            setFound({ ...answer, for: { query: typed, point } });
            setError(null);
          },
          (thrown) => {
            if (!signal.aborted) setError(toErrorData(thrown));
          },
        ),
      typed === '' ? POINT : TYPED,
    );
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [client, typed, query, point, revision]);
  return { found, error };
}
