/** Finding words within the source: every place, and the one that is looked at. */
import { useCallback, useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';

export interface Finding {
  readonly words: string;
  readonly matchCase: boolean;
}
export interface FindState<Place = CallOutput<'reading.find'>['places'][number]> {
  readonly places: readonly Place[];
  readonly more: boolean;
  /** Nothing to look for, or not looked for yet. */
  readonly idle: boolean;
}

const nothing = { places: [], more: false, idle: true };
/** As somebody types. */
const PAUSE_MS = 120;
const LONGEST = 500;

/** @param look another function where something else is searched. */
export function useFound<Place>(
  look: (
    finding: Finding,
    signal: AbortSignal,
  ) => Promise<{ readonly places: readonly Place[]; readonly more: boolean }>,
  { words, matchCase }: Finding,
): FindState<Place> {
  const [state, setState] = useState<FindState<Place>>(nothing);
  useEffect(() => {
    if (words.trim() === '') {
      setState(nothing);
      return;
    }
    const abort = new AbortController();
    const find = async () => {
      const found = await look({ words: words.slice(0, LONGEST), matchCase }, abort.signal);
      if (!abort.signal.aborted) setState({ ...found, idle: false });
    };
    const timer = setTimeout(
      () =>
        void find().catch((thrown: unknown) => {
          if (!abort.signal.aborted) notifyFailure(thrown);
        }),
      PAUSE_MS,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [look, words, matchCase]);
  return state;
}

export function useFindWords(edition: string, finding: Finding): FindState {
  const { client } = useServices();
  const look = useCallback(
    (wanted: Finding, signal: AbortSignal) => client.call('reading.find', { edition, ...wanted }, { signal }),
    [client, edition],
  );
  return useFound(look, finding);
}

/** As the bar says it. */
export function countWords({ places, more, idle }: FindState<unknown>, current: number | null): string {
  if (idle) return '';
  if (places.length === 0) return 'Not found';
  const count = `${places.length.toLocaleString('en-GB')}${more ? '+' : ''}`;
  return current === null ? `${count} found` : `${(current + 1).toLocaleString('en-GB')} of ${count}`;
}
