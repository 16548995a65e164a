/** Finding words within the source: every place, and the one that is looked at. */
import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { toErrorData } from '../../../shared/contract/errors.ts';
import { notifyError } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';

type Found = CallOutput<'reading.find'>;

export interface Finding {
  readonly words: string;
  readonly matchCase: boolean;
}
export interface FindState {
  readonly places: Found['places'];
  readonly more: boolean;
  /** Nothing to look for, or not looked for yet. */
  readonly idle: boolean;
}

const nothing: FindState = { places: [], more: false, idle: true };
/** As somebody types. */
const PAUSE_MS = 120;

export function useFindWords(edition: string, { words, matchCase }: Finding): FindState {
  const { client } = useServices();
  const [state, setState] = useState<FindState>(nothing);
  useEffect(() => {
    if (words.trim() === '') {
      setState(nothing);
      return;
    }
    const abort = new AbortController();
    const look = async () => {
      const found = await client.call(
        'reading.find',
        { edition, words: words.slice(0, 500), matchCase },
        { signal: abort.signal },
      );
      if (!abort.signal.aborted) setState({ ...found, idle: false });
    };
    const timer = setTimeout(
      () => void look().catch((thrown: unknown) => notifyError(toErrorData(thrown))),
      PAUSE_MS,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [client, edition, words, matchCase]);
  return state;
}

/** As the bar says it. */
export function countWords({ places, more, idle }: FindState, current: number | null): string {
  if (idle) return '';
  if (places.length === 0) return 'Not found';
  const count = `${places.length.toLocaleString('en-GB')}${more ? '+' : ''}`;
  return current === null ? `${count} found` : `${(current + 1).toLocaleString('en-GB')} of ${count}`;
}
