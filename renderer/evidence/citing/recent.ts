/** Passages cited in this session, kept over the change of documents and forgotten at the end. */
import { useSyncExternalStore } from 'react';
import type { TakenPassage } from '../../../shared/evidence/taken.ts';

const MOST = 12;
let kept: readonly TakenPassage[] = [];
const listeners = new Set<() => void>();

function same(one: TakenPassage, other: TakenPassage): boolean {
  return one.evidenceId === other.evidenceId && one.locator.quote.exact === other.locator.quote.exact;
}

export function noteRecent(taken: TakenPassage): void {
  kept = [taken, ...kept.filter((each) => !same(each, taken))].slice(0, MOST);
  for (const listener of listeners) listener();
}

/** The last one first. */
export function useRecent(): readonly TakenPassage[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => kept,
  );
}
