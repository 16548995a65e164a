/** Finding words as somebody types them: every place. */
import { useEffect, useState } from 'react';
import { notifyFailure } from '../../app/failures.ts';

export interface Finding {
  readonly words: string;
  readonly matchCase: boolean;
}

export const noFinding: Finding = { words: '', matchCase: false };

export interface FindState<Place> {
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

/** As the bar says it. */
export function countWords({ places, more, idle }: FindState<unknown>, current: number | null): string {
  if (idle) return '';
  if (places.length === 0) return 'Not found';
  const count = `${places.length.toLocaleString('en-GB')}${more ? '+' : ''}`;
  return current === null ? `${count} found` : `${(current + 1).toLocaleString('en-GB')} of ${count}`;
}
