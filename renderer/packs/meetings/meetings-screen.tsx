import '../../library/library.css';
import '../../evidence/shelf/evidence.css';
import '../packs.css';
import { Plus, Search, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button as AriaButton, Input, SearchField } from 'react-aria-components';
import type { MenuLists } from '../../../shared/contract/desktop.ts';
import { useCommandBus, useCommands } from '../../app/commands.tsx';
import { FailureMessage } from '../../app/failure-message.tsx';
import { notifyFailure } from '../../app/failures.ts';
import { useKeptPlace } from '../../app/kept-place.ts';
import { type Place, useServices } from '../../app/services.ts';
import { useMenuLists } from '../../app/use-menu-lists.ts';
import { Button } from '../../ui/button.tsx';
import { CommitteeDialog } from '../committees/committee-dialog.tsx';
import { NewCommitteeDialog } from '../committees/new-committee-dialog.tsx';
import { type MeetingShelf, matchingMeetings, onMeetingShelf, todayHere } from './list-model.ts';
import { MeetingsBin } from './meetings-bin.tsx';
import { MeetingsList } from './meetings-list.tsx';
import { MeetingsSidebar, meetingShelfName } from './meetings-sidebar.tsx';
import { NoMeetings } from './no-meetings.tsx';
import { useMeetings } from './use-meetings.ts';
import { useNewMeeting } from './use-new-meeting.ts';

const noInsert: MenuLists['insert'] = [];

interface Props {
  readonly place: Extract<Place, { screen: 'meetings' }>;
}

/** Meetings by date, and the committees they are of. */
export function MeetingsScreen({ place }: Props) {
  const { desktop, go, back } = useServices();
  const bus = useCommandBus();
  const meetings = useMeetings();
  const begin = useNewMeeting();
  const [chosenShelf, setShelf] = useState<MeetingShelf | null>(null);
  const [query, setQuery] = useState('');
  /** 'new', or the id of the committee that is edited. */
  const [committee, setCommittee] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const { kept, removed, committees, removedCommittees, error } = meetings;

  useEffect(() => {
    desktop.setWindowState({ title: 'Meetings', saved: true, documentOpen: false, documentKind: null });
  }, [desktop]);
  useMenuLists(noInsert, kept);
  const goBack = () => void back().catch(notifyFailure);
  useKeptPlace(null);
  useCommands({ find: () => field.current?.select(), meetings: goBack });

  const today = todayHere();
  const from = place.meetingId;
  // One comes back to where the meeting is listed.
  const cameFrom = kept?.find(({ id }) => id === from);
  const isPast = cameFrom !== undefined && cameFrom.date !== '' && cameFrom.date < today;
  const shelf = chosenShelf ?? { is: isPast ? 'past' : 'upcoming' };
  const shown = matchingMeetings(
    onMeetingShelf(shelf.is === 'bin' ? removed : (kept ?? []), shelf, today),
    query,
  );
  const listed = kept !== null;
  useEffect(() => {
    if (!listed) return;
    // The list draws its rows a frame after it was given them.
    const frame = requestAnimationFrame(() => {
      const row =
        from === undefined ? null : document.querySelector<HTMLElement>(`[data-key="${CSS.escape(from)}"]`);
      (row ?? list.current?.querySelector<HTMLElement>('[role="row"]'))?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [listed, from]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    if (query === '') goBack();
    else setQuery('');
  };
  const name = meetingShelfName(shelf, committees);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape of whatever has the focus in it.
    <div className="evidence" onKeyDown={onKeyDown}>
      <MeetingsSidebar
        shelf={shelf}
        meetings={meetings}
        today={today}
        onShelf={setShelf}
        onBack={goBack}
        onNewCommittee={() => setCommittee('new')}
        onCommittee={setCommittee}
      />
      <main className="home-main evidence-main">
        <header className="home-bar">
          <h2>{name}</h2>
          <SearchField className="search" aria-label="Search meetings" value={query} onChange={setQuery}>
            <Search size={14} aria-hidden />
            <Input ref={field} className="input" placeholder="Committee, venue or date" />
            {query === '' ? null : (
              <AriaButton className="button icon" aria-label="Clear search">
                <X size={14} aria-hidden />
              </AriaButton>
            )}
          </SearchField>
          {shelf.is === 'committee' ? (
            <Button onPress={() => setCommittee(shelf.committeeId)}>Committee…</Button>
          ) : null}
          <Button look="primary" onPress={() => bus.run('new-meeting')}>
            <Plus size={16} aria-hidden /> New meeting
          </Button>
        </header>
        {error ? (
          <FailureMessage error={error} action="Try again" onAction={meetings.reload} />
        ) : kept === null ? null : shelf.is === 'bin' ? (
          <MeetingsBin
            meetings={shown}
            committees={query === '' ? removedCommittees : []}
            onRestore={meetings.restore}
            onRestoreCommittee={meetings.restoreCommittee}
          />
        ) : shown.length === 0 ? (
          <NoMeetings
            shelf={shelf}
            query={query}
            libraryEmpty={kept.length === 0}
            onNew={() => bus.run('new-meeting')}
            onNewCommittee={() => setCommittee('new')}
          />
        ) : (
          <div ref={list} className="meetings-list">
            <MeetingsList
              label={name}
              meetings={shown}
              today={today}
              onOpen={({ id }) => void go({ screen: 'meeting', meetingId: id }).catch(notifyFailure)}
              onNext={({ id }) => begin.nextAfter(id)}
              onRemove={meetings.remove}
            />
          </div>
        )}
        <p className="visually-hidden" role="status">
          {query.trim() === '' || kept === null ? '' : `${shown.length} found`}
        </p>
      </main>
      {committee === 'new' ? (
        <NewCommitteeDialog
          onClose={() => setCommittee(null)}
          onMade={(committeeId) => {
            meetings.reload();
            setShelf({ is: 'committee', committeeId });
            setCommittee(committeeId);
          }}
        />
      ) : committee !== null ? (
        <CommitteeDialog
          key={committee}
          committeeId={committee}
          onSaved={meetings.reload}
          onRemove={() => {
            const found = committees.find(({ id }) => id === committee);
            setCommittee(null);
            setShelf({ is: 'upcoming' });
            if (found) meetings.removeCommittee(found);
          }}
          onClose={() => setCommittee(null)}
        />
      ) : null}
    </div>
  );
}
