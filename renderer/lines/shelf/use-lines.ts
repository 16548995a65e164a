/** The standing lines that the screen shows, read again whenever the library says that something has changed. */
import { useEffect, useState } from 'react';
import type { CallInput, CallOutput } from '../../../shared/contract/calls.ts';
import { type ErrorData, toErrorData } from '../../../shared/contract/errors.ts';
import { useServices } from '../../app/services.ts';
import { useSources } from '../../evidence/sources.ts';

type Asked = CallInput<'lines.list'>;

export interface ShownLines {
  /** null while they are read for the first time. */
  readonly found: CallOutput<'lines.list'> | null;
  readonly error: ErrorData | null;
  /** Reads them again at once. */
  reload(): void;
}

export function useLines({ query = '', kind, tag, deleted = false }: Asked): ShownLines {
  const { client } = useServices();
  const { revision } = useSources();
  const [found, setFound] = useState<CallOutput<'lines.list'> | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  const [count, setCount] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision` and `count` say when to look again.
  useEffect(() => {
    const asking = new AbortController();
    const of = { ...(kind === undefined ? {} : { kind }), ...(tag === undefined ? {} : { tag }) };
    client.call('lines.list', { query, deleted, ...of }, { signal: asking.signal }).then(
      (next) => {
        if (asking.signal.aborted) return;
        setFound(next);
        setError(null);
      },
      (thrown) => {
        if (!asking.signal.aborted) setError(toErrorData(thrown));
      },
    );
    return () => asking.abort();
  }, [client, query, kind, tag, deleted, revision, count]);
  return { found, error, reload: () => setCount((now) => now + 1) };
}
