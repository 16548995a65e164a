import { useEffect, useState } from 'react';
import { toErrorData } from '../../../shared/contract/errors.ts';
import type { Source } from '../../../shared/evidence/source.ts';
import { useServices } from '../../app/services.ts';

/** While many files come in, it is read again no more often than this. */
const REREAD_MS = 800;
/** After a failure; the library process may be starting afresh. */
const RETRY_MS = 5000;

/**
 * What the library knows of a source now, whichever window changed it: its title, its description, its editions with
 * the newest first; null until it is known.
 */
export function useSource(sourceId: string): Source | null {
  const { client } = useServices();
  const [source, setSource] = useState<Source | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    const follow = async () => {
      let since = 0;
      while (!signal.aborted) {
        try {
          const now = await client.call('evidence.get', { sourceId }, { signal });
          setSource(now);
          since = (await client.call('evidence.changes', { since }, { signal })).revision;
          await pause(REREAD_MS);
        } catch (thrown) {
          // Gone for good: what is open can still be read.
          if (signal.aborted || toErrorData(thrown).code === 'evidence.notFound') return;
          await pause(RETRY_MS);
        }
      }
    };
    void follow();
    return () => abort.abort();
  }, [client, sourceId]);
  return source;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
