import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Sources, SourcesStore } from './sources-store.ts';

export const SourcesContext = createContext<SourcesStore | null>(null);

export function useSourcesStore(): SourcesStore {
  const store = useContext(SourcesContext);
  if (!store) throw new Error('A screen stands outside the application.');
  return store;
}

/** The sources of the library, as far as they have been read. */
export function useSources(): Sources {
  const store = useSourcesStore();
  return useSyncExternalStore(store.subscribe, store.get);
}
