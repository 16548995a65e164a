import './app.css';
import { Suspense, startTransition, useEffect, useMemo, useRef, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { DesktopApi } from '../../shared/contract/desktop.ts';
import type { LibraryClient } from '../client/client.ts';
import { EvidenceProvider } from '../evidence/provider.tsx';
import { Home } from '../library/home.tsx';
import { MeetingsKey } from '../packs/meetings/meetings-key.tsx';
import { NewMeetingHost } from '../packs/meetings/new-meeting-host.tsx';
import { PaletteHost } from '../palette/palette-host.tsx';
import { SettingsHost } from '../settings/settings-host.tsx';
import { NewDocumentHost } from '../templates/new-host.tsx';
import { TourHost } from '../tour/tour-host.tsx';
import { whenCalm } from '../ui/calm.ts';
import { Toasts } from '../ui/toasts.tsx';
import { Commands } from './commands.tsx';
import { FaultBoundary } from './fault-boundary.tsx';
import { fetchedScreen } from './fetched-screen.tsx';
import { Intake } from './intake.tsx';
import { NoticesKey } from './notices-key.ts';
import { type Place, type Services, ServicesContext } from './services.ts';
import { Starting } from './starting.tsx';

/** Each is fetched before it is shown; the editor's code while somebody looks at the first screen. */
const meetings = fetchedScreen(
  async () => (await import('../packs/meetings/meetings-screen.tsx')).MeetingsScreen,
);
const record = fetchedScreen(async () => (await import('../packs/after/record-screen.tsx')).RecordScreen);
const meeting = fetchedScreen(
  async () => (await import('../packs/builder/meeting-screen.tsx')).MeetingScreen,
);
const pack = fetchedScreen(async () => (await import('../packs/reader/pack-screen.tsx')).PackScreen);
const lines = fetchedScreen(async () => (await import('../lines/shelf/lines-screen.tsx')).LinesScreen);
const evidence = fetchedScreen(
  async () => (await import('../evidence/shelf/evidence-screen.tsx')).EvidenceScreen,
);
const writing = fetchedScreen(async () => (await import('../writing/document-screen.tsx')).DocumentScreen);

interface Props {
  readonly client: LibraryClient;
  readonly desktop: DesktopApi;
  /** Resolves when the library can be asked, which may not be open yet: what is asked then waits for it. */
  readonly connected: Promise<void>;
  /** Where to begin, with its code in memory. */
  readonly start: Promise<Place>;
}

/** @returns the list of documents if the code of the place cannot be had. */
export async function fetched(place: Place): Promise<Place> {
  try {
    if (place.screen === 'document') await writing.fetch();
    if (place.screen === 'meeting') await meeting.fetch();
    return place;
  } catch {
    return { screen: 'home' };
  }
}

export function App({ client, desktop, connected, start }: Props) {
  const [ready, setReady] = useState(false);
  const [place, setPlace] = useState<Place>({ screen: 'home' });
  /** Where one came from to the evidence. */
  const before = useRef<Place>({ screen: 'home' });
  const shown = useRef(place);
  const leaving = useRef<(() => Promise<boolean>) | null>(null);

  useEffect(() => {
    void Promise.all([start, connected]).then(([place]) => {
      shown.current = place;
      setPlace(place);
      setReady(true);
    });
  }, [start, connected]);
  useEffect(() => {
    if (!ready) return;
    const idle = requestIdleCallback(() => void writing.fetch());
    const cancel = whenCalm(() => void evidence.fetch());
    return () => {
      cancelIdleCallback(idle);
      cancel();
    };
  }, [ready]);

  const services = useMemo<Services>(() => {
    const go: Services['go'] = async (next) => {
      if (!((await leaving.current?.()) ?? true)) return;
      // Whoever asks hears when the code cannot be had; the present screen stays until it is there.
      if (next.screen === 'document') await writing.fetch();
      if (next.screen === 'evidence') {
        await evidence.fetch();
        if (shown.current.screen !== 'evidence') before.current = shown.current;
      }
      if (next.screen === 'lines') {
        await lines.fetch();
        if (shown.current.screen !== 'lines') before.current = shown.current;
      }
      if (next.screen === 'meetings') {
        await meetings.fetch();
        if (shown.current.screen !== 'meetings' && shown.current.screen !== 'meeting') {
          before.current = shown.current;
        }
      }
      if (next.screen === 'meeting') await meeting.fetch();
      if (next.screen === 'record') await record.fetch();
      if (next.screen === 'pack') await pack.fetch();
      shown.current = next;
      startTransition(() => setPlace(next));
    };
    return {
      client,
      desktop,
      go,
      back: () => go(withoutErrand(before.current)),
      beforeLeaving(settle) {
        leaving.current = settle;
        return () => {
          if (leaving.current === settle) leaving.current = null;
        };
      },
    };
  }, [client, desktop]);

  return (
    <I18nProvider locale="en-GB">
      <ServicesContext value={services}>
        <Commands desktop={desktop}>
          {ready ? (
            <Intake>
              <EvidenceProvider>
                <Suspense>
                  {place.screen === 'home' ? (
                    <FaultBoundary
                      key="home"
                      what="The list of documents"
                      words="Your documents are safe in the library."
                      action="Show it again"
                    >
                      <Home from={place.from ?? null} />
                    </FaultBoundary>
                  ) : place.screen === 'evidence' ? (
                    <FaultBoundary
                      key="evidence"
                      what="The evidence library"
                      words="Your sources are safe in the library."
                      action="Show it again"
                    >
                      <evidence.Screen place={place} />
                    </FaultBoundary>
                  ) : place.screen === 'meetings' ? (
                    <FaultBoundary
                      key="meetings"
                      what="The list of meetings"
                      words="Your meetings are safe in the library."
                      action="Show it again"
                    >
                      <meetings.Screen place={place} />
                    </FaultBoundary>
                  ) : place.screen === 'meeting' ? (
                    <FaultBoundary
                      key={place.meetingId}
                      what="The agenda"
                      words="What you changed is being saved. Open it again and go on; undo begins anew."
                      action="Open it again"
                    >
                      <meeting.Screen place={place} />
                    </FaultBoundary>
                  ) : place.screen === 'record' ? (
                    <FaultBoundary
                      key={`record of ${place.meetingId}`}
                      what="The record of the meeting"
                      words="What you wrote is being saved. Open it again and go on; undo begins anew."
                      action="Open it again"
                    >
                      <record.Screen place={place} />
                    </FaultBoundary>
                  ) : place.screen === 'pack' ? (
                    <FaultBoundary
                      key={place.packId}
                      what="The pack"
                      words="It and your notes are safe in the library."
                      action="Open it again"
                    >
                      <pack.Screen place={place} />
                    </FaultBoundary>
                  ) : place.screen === 'lines' ? (
                    <FaultBoundary
                      key="lines"
                      what="The standing lines"
                      words="Your lines are safe in the library."
                      action="Show them again"
                    >
                      <lines.Screen place={place} />
                    </FaultBoundary>
                  ) : (
                    <FaultBoundary
                      key={place.documentId}
                      what="The document"
                      words="What you typed is being saved. Open it again and go on; undo begins anew."
                      action="Open it again"
                    >
                      <writing.Screen
                        documentId={place.documentId}
                        review={place.review}
                        {...(place.blockId === undefined ? {} : { blockId: place.blockId })}
                        {...(place.meeting === undefined ? {} : { meeting: place.meeting })}
                        resumed={place.resumed ?? false}
                      />
                    </FaultBoundary>
                  )}
                </Suspense>
              </EvidenceProvider>
              <NewDocumentHost />
              <NewMeetingHost />
              <MeetingsKey />
              <TourHost />
            </Intake>
          ) : (
            <main className="screen-message">
              <Starting />
            </main>
          )}
          <PaletteHost />
          <SettingsHost />
          <NoticesKey />
          <Toasts />
        </Commands>
      </ServicesContext>
    </I18nProvider>
  );
}

/** A document one comes back to is as it was: its import was looked at, and its place is where one wrote last. */
function withoutErrand(place: Place): Place {
  if (place.screen !== 'document') return place;
  const { documentId, meeting } = place;
  return { screen: 'document', documentId, review: false, ...(meeting === undefined ? {} : { meeting }) };
}
