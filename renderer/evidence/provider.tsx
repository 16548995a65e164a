/** What every screen knows of the evidence: the sources, the commands that lead to them, and what is being added. */
import { type ReactNode, useEffect, useMemo } from 'react';
import { useCommands } from '../app/commands.tsx';
import { notifyFailure } from '../app/failures.ts';
import { useServices } from '../app/services.ts';
import { whenCalm } from '../ui/calm.ts';
import { AddingProvider } from './shelf/adding/adding-provider.tsx';
import { SourcesContext } from './sources.ts';
import { SourcesStore } from './sources-store.ts';

/** The first screen is there, and may be left again, before the sources are asked for; in ms. */
const LATEST = 1500;

export function EvidenceProvider({ children }: { readonly children: ReactNode }) {
  const { client, go } = useServices();
  const store = useMemo(() => new SourcesStore(client), [client]);
  useEffect(() => {
    let stop = () => {};
    const cancel = whenCalm(() => {
      stop = store.start();
    }, LATEST);
    return () => {
      cancel();
      stop();
    };
  }, [store]);
  useCommands({
    evidence: () => void go({ screen: 'evidence' }).catch(notifyFailure),
    'standing-lines': () => void go({ screen: 'lines' }).catch(notifyFailure),
    'search-evidence': () => void go({ screen: 'evidence', search: true }).catch(notifyFailure),
  });
  return (
    <SourcesContext value={store}>
      <AddingProvider>{children}</AddingProvider>
    </SourcesContext>
  );
}
