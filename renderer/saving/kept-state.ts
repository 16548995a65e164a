/**
 * The saved state apart from the screen that it is of: it changes three times with every pause in typing, and only a few
 * words say so.
 */
import { useSyncExternalStore } from 'react';
import type { SaveState } from './saving.ts';

export class KeptSaveState {
  readonly #listeners = new Set<() => void>();
  #state: SaveState = { status: 'saved', at: null };

  readonly get = (): SaveState => this.#state;

  readonly set = (state: SaveState): void => {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
}

export function useSaveState({ subscribe, get }: KeptSaveState): SaveState {
  return useSyncExternalStore(subscribe, get);
}
