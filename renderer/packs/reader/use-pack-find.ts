/** Finding words in the whole pack: every place, with the words around it. */
import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';
import type { Finding } from '../../evidence/reader/use-find-words.ts';

type Places = CallOutput<'packs.find'>;

export interface PackFound extends Places {
  /** Nothing to look for, or not looked for yet. */
  readonly idle: boolean;
}

const nothing: PackFound = { places: [], more: false, idle: true };
/** As somebody types. */
const PAUSE_MS = 120;

export function usePackFind(packId: string, { words, matchCase }: Finding): PackFound {
  const { client } = useServices();
  const [state, setState] = useState<PackFound>(nothing);
  useEffect(() => {
    if (words.trim() === '') {
      setState(nothing);
      return;
    }
    const abort = new AbortController();
    const look = async () => {
      const found = await client.call(
        'packs.find',
        { packId, words: words.slice(0, 500), matchCase },
        { signal: abort.signal },
      );
      if (!abort.signal.aborted) setState({ ...found, idle: false });
    };
    const timer = setTimeout(
      () =>
        void look().catch((thrown: unknown) => {
          if (!abort.signal.aborted) notifyFailure(thrown);
        }),
      PAUSE_MS,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [client, packId, words, matchCase]);
  return state;
}
