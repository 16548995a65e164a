/** Finding words as somebody types them: every place. */
import { useEffect, useState } from 'react';
import { notifyFailure } from '../../app/failures.ts';

export interface Finding {
  readonly words: string;
  readonly matchCase: boolean;
}

export const noFinding: Finding = { words: '', matchCase: false };

export interface Found {
  readonly places: readonly unknown[];
  /** There are more than these. */
  readonly more: boolean;
}

export type FindState<Result extends Found> = Result & {
  /** Nothing to look for, or not looked for yet. */
  readonly idle: boolean;
};

/** As somebody types. */
const PAUSE_MS = 120;
const LONGEST = 500;

/** @param look another function where something else is searched. @param nothing the same each time. */
export function useFound<Result extends Found>(
  look: (finding: Finding, signal: AbortSignal) => Promise<Result>,
  nothing: Result,
  { words, matchCase }: Finding,
): FindState<Result> {
  const [state, setState] = useState<FindState<Result>>({ ...nothing, idle: true });
  useEffect(() => {
    if (words.trim() === '') {
      setState({ ...nothing, idle: true });
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
  }, [look, nothing, words, matchCase]);
  return state;
}

/** As the bar says it. */
export function countWords({ places, more, idle }: FindState<Found>, current: number | null): string {
  if (idle) return '';
  if (places.length === 0) return 'Not found';
  const count = `${places.length.toLocaleString('en-GB')}${more ? '+' : ''}`;
  return current === null ? `${count} found` : `${(current + 1).toLocaleString('en-GB')} of ${count}`;
}
