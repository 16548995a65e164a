import { useEffect, useRef, useState } from 'react';
import type { CallOutput } from '../../../../shared/contract/calls.ts';
import { type ErrorData, toErrorData } from '../../../../shared/contract/errors.ts';
import type { SearchFilters, SearchHit } from '../../../../shared/contract/evidence-search-calls.ts';
import { useServices } from '../../../app/services.ts';

export interface SearchState {
  /** The query that the hits answer. */
  readonly query: string;
  readonly hits: readonly SearchHit[];
  readonly more: boolean;
  /** What was not understood of the query, as a sentence. */
  readonly problem: string | null;
  /** Null until they are counted for the first time, which begins once nothing more is typed. */
  readonly facets: CallOutput<'evidence.facets'> | null;
  readonly error: ErrorData | null;
  /** An answer is on its way. */
  readonly busy: boolean;
}

const PAUSE_MS = 90;
const PAUSE_TO_COUNT_MS = 150;
const PAGE = 60;
const nothing: SearchState = {
  query: '',
  hits: [],
  more: false,
  problem: null,
  facets: null,
  error: null,
  busy: false,
};

export interface Search extends SearchState {
  showMore(): void;
  /** Asks once more, where that failed. */
  retry(): void;
}

/**
 * Asks as one types, after the shortest pause; an answer to what was typed before is dropped.
 * @param filters keep it the same object as long as it says the same.
 * @param version changes when the sources may have.
 */
export function useSearch(query: string, filters: SearchFilters, version: unknown): Search {
  const { client } = useServices();
  const [state, setState] = useState(nothing);
  const asked = useRef<AbortController | null>(null);
  const [tries, setTries] = useState(0);
  const wanted = query.trimStart();

  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` and `tries` say when to ask again.
  useEffect(() => {
    asked.current?.abort();
    if (wanted.trim() === '') {
      setState(nothing);
      return;
    }
    const controller = new AbortController();
    asked.current = controller;
    setState((now) => ({ ...now, busy: true }));
    const timer = setTimeout(async () => {
      try {
        const answer = await client.call(
          'evidence.search',
          { query: wanted, filters, limit: PAGE },
          { signal: controller.signal },
        );
        if (controller.signal.aborted) return;
        // The numbers of the words before are nearer than none.
        setState(({ facets }) => ({ ...answer, facets, query: wanted, error: null, busy: false }));
        await pause(PAUSE_TO_COUNT_MS);
        if (controller.signal.aborted) return;
        const facets = await client.call(
          'evidence.facets',
          { query: wanted, filters },
          { signal: controller.signal },
        );
        if (!controller.signal.aborted) setState((now) => ({ ...now, facets }));
      } catch (thrown) {
        if (!controller.signal.aborted) {
          setState({ ...nothing, query: wanted, error: toErrorData(thrown) });
        }
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [client, wanted, filters, version, tries]);

  const showMore = async () => {
    const controller = asked.current;
    if (!controller || controller.signal.aborted || state.busy || !state.more) return;
    setState((now) => ({ ...now, busy: true }));
    try {
      const answer = await client.call(
        'evidence.search',
        { query: wanted, filters, limit: PAGE, offset: state.hits.length },
        { signal: controller.signal },
      );
      if (controller.signal.aborted) return;
      setState((now) => ({
        ...now,
        hits: [...now.hits, ...answer.hits],
        more: answer.more,
        busy: false,
      }));
    } catch (thrown) {
      if (!controller.signal.aborted)
        setState((now) => ({ ...now, error: toErrorData(thrown), busy: false }));
    }
  };
  return { ...state, showMore: () => void showMore(), retry: () => setTries(tries + 1) };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
