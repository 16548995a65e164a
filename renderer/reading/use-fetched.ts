import { useEffect, useState } from 'react';
import { type ErrorData, toErrorData } from '../../shared/contract/errors.ts';

export interface Fetched<T> {
  readonly value: T | null;
  readonly error: ErrorData | null;
}

const nothing = { value: null, error: null };

/** What a promise gives; asked for again whenever `fetch` is another function. */
export function useFetched<T>(fetch: (signal: AbortSignal) => Promise<T>): Fetched<T> {
  const [state, setState] = useState<Fetched<T> & { readonly of: unknown }>({ ...nothing, of: null });
  useEffect(() => {
    const abort = new AbortController();
    fetch(abort.signal).then(
      (value) => {
        if (!abort.signal.aborted) setState({ value, error: null, of: fetch });
      },
      (thrown: unknown) => {
        if (!abort.signal.aborted) setState({ value: null, error: toErrorData(thrown), of: fetch });
      },
    );
    return () => abort.abort();
  }, [fetch]);
  return state.of === fetch ? state : nothing;
}
