import { CalendarClock, ChevronLeft, History, Landmark, Plus, Trash2, UserRound } from 'lucide-react';
import type { CommitteeSummary } from '../../../shared/contract/committee-calls.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { type MeetingShelf, onMeetingShelf } from './list-model.ts';
import type { Meetings } from './use-meetings.ts';

const shelfNames = { upcoming: 'Upcoming', past: 'Past', bin: 'Bin' } as const;
const shelfIcons = { upcoming: CalendarClock, past: History, bin: Trash2 };

export function meetingShelfName(shelf: MeetingShelf, committees: readonly CommitteeSummary[]): string {
  if (shelf.is !== 'committee') return shelfNames[shelf.is];
  return committees.find(({ id }) => id === shelf.committeeId)?.name ?? 'Committee';
}

interface Props {
  readonly shelf: MeetingShelf;
  readonly meetings: Meetings;
  readonly today: string;
  readonly onShelf: (shelf: MeetingShelf) => void;
  readonly onBack: () => void;
  readonly onNewCommittee: () => void;
  readonly onCommittee: (committeeId: string) => void;
}

export function MeetingsSidebar(props: Props) {
  const { shelf, meetings, today, onShelf } = props;
  const { kept, removed, committees, removedCommittees } = meetings;
  const shelfRow = (is: 'upcoming' | 'past' | 'bin') => {
    const Icon = shelfIcons[is];
    const count =
      is === 'bin'
        ? removed.length + removedCommittees.length
        : onMeetingShelf(kept ?? [], { is }, today).length;
    return (
      <li>
        <button
          type="button"
          className="shelf"
          aria-current={shelf.is === is ? 'page' : undefined}
          onClick={() => onShelf({ is })}
        >
          <Icon size={16} aria-hidden />
          <span>{shelfNames[is]}</span>
          <span className="shelf-count">{count === 0 ? '' : count}</span>
        </button>
      </li>
    );
  };
  return (
    <nav className="sidebar evidence-sidebar" aria-label="Meetings">
      <div className="evidence-back">
        <Button onPress={props.onBack} aria-label="Back (Escape)">
          <ChevronLeft size={16} aria-hidden /> Back
        </Button>
        <h1 className="wordmark">Meetings</h1>
      </div>
      <ul>
        {shelfRow('upcoming')}
        {shelfRow('past')}
      </ul>
      <section aria-labelledby="committees-heading">
        <div className="sidebar-heading">
          <h2 id="committees-heading">Committees</h2>
          <IconButton label="New committee" onPress={props.onNewCommittee}>
            <Plus size={14} aria-hidden />
          </IconButton>
        </div>
        {committees.length === 0 ? (
          <p className="sidebar-quiet">A committee keeps what its meetings begin with.</p>
        ) : (
          <ul>
            {committees.map((committee) => (
              <li key={committee.id}>
                <button
                  type="button"
                  className="shelf"
                  title={committee.name}
                  aria-current={
                    shelf.is === 'committee' && shelf.committeeId === committee.id ? 'page' : undefined
                  }
                  onClick={() => onShelf({ is: 'committee', committeeId: committee.id })}
                  onDoubleClick={() => props.onCommittee(committee.id)}
                >
                  {committee.kind === 'ministerial' ? (
                    <UserRound size={16} aria-hidden />
                  ) : (
                    <Landmark size={16} aria-hidden />
                  )}
                  <span className="shelf-name">{committee.name}</span>
                  <span className="shelf-count">{committee.meetings === 0 ? '' : committee.meetings}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
      <ul>{shelfRow('bin')}</ul>
    </nav>
  );
}
