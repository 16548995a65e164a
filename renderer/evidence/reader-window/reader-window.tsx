import { useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { DesktopApi } from '../../../shared/contract/desktop.ts';
import type { Bearing } from '../../../shared/document/schema.ts';
import type { ReaderRequest } from '../../../shared/evidence/reader-request.ts';
import type { TakenPassage } from '../../../shared/evidence/taken.ts';
import { Commands, useCommands } from '../../app/commands.tsx';
import { notifyFailure } from '../../app/failures.ts';
import { FaultBoundary } from '../../app/fault-boundary.tsx';
import { type Services, ServicesContext } from '../../app/services.ts';
import { Starting } from '../../app/starting.tsx';
import type { LibraryClient } from '../../client/client.ts';
import { notify, Toasts } from '../../ui/toasts.tsx';
import { Reader } from '../reader/reader.tsx';

interface Props {
  readonly client: LibraryClient;
  readonly desktop: DesktopApi;
  /** Resolves when the library listens. */
  readonly connected: Promise<void>;
  readonly request: ReaderRequest;
}

/** All there is in a window that shows one source. */
export function ReaderWindow({ client, desktop, connected, request }: Props) {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void connected.then(() => setReady(true));
  }, [connected]);
  const services = useMemo<Services>(
    () => ({
      client,
      desktop,
      // There is no other screen here.
      go: async () => {},
      back: async () => {},
      beforeLeaving: () => () => {},
    }),
    [client, desktop],
  );
  return (
    <I18nProvider locale="en-GB">
      <ServicesContext value={services}>
        <Commands desktop={desktop}>
          {ready ? (
            <main className="reader-window">
              <h1 className="visually-hidden">Reading a source</h1>
              <FaultBoundary
                what="The source"
                words="Nothing is lost: the source is safe in the library."
                action="Show it again"
              >
                <OnlyReader request={request} desktop={desktop} />
              </FaultBoundary>
            </main>
          ) : (
            <main className="screen-message">
              <Starting />
            </main>
          )}
          <Toasts />
        </Commands>
      </ServicesContext>
    </I18nProvider>
  );
}

function OnlyReader({ request, desktop }: Pick<Props, 'request' | 'desktop'>) {
  useCommands({ 'close-document': () => window.close() });
  const take = async (taken: TakenPassage, bearing: Bearing = 'supports') => {
    if (await desktop.handPassage(taken, bearing)) {
      notify({ tone: 'done', title: 'The words are cited in the open document.' });
      return;
    }
    notify({
      tone: 'info',
      title: 'No document took the words.',
      body: 'Open a document in the main window, put the cursor into the point that rests on them, and cite them again.',
    });
  };
  return (
    <Reader
      request={request}
      alone
      onTake={(taken, bearing) => void take(taken, bearing).catch(notifyFailure)}
    />
  );
}
