import { Button } from '../../ui/button.tsx';
import type { MeetingShelf } from './list-model.ts';

interface Props {
  readonly shelf: MeetingShelf;
  readonly query: string;
  readonly libraryEmpty: boolean;
  readonly onNew: () => void;
  readonly onNewCommittee: () => void;
}

/** Why no meeting is listed, and what to do about it. */
export function NoMeetings({ shelf, query, libraryEmpty, onNew, onNewCommittee }: Props) {
  const [title, text] = wordsFor(shelf, query, libraryEmpty);
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{text}</p>
      {query.trim() === '' ? (
        <div className="actions">
          <Button look="outlined" onPress={onNew}>
            New meeting…
          </Button>
          {libraryEmpty ? (
            <Button look="outlined" onPress={onNewCommittee}>
              New committee…
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

function wordsFor(shelf: MeetingShelf, query: string, libraryEmpty: boolean): readonly [string, string] {
  if (query.trim() !== '') {
    return [`No meeting found for “${query.trim()}”`, 'Committees, venues and dates were searched.'];
  }
  if (libraryEmpty) {
    return [
      'No meetings yet',
      'A meeting holds its agenda and papers, and makes the restricted and the public pack of them: front sheet, page numbers and stamps included. Begin with a committee, whose members and standard items every meeting then has.',
    ];
  }
  if (shelf.is === 'upcoming') return ['No meeting is to come', 'Past meetings stand under “Past”.'];
  if (shelf.is === 'past')
    return ['No meeting has been held yet', 'Once its day is over, a meeting stands here.'];
  return ['This committee has no meetings yet', 'A new one begins with its members and standard items.'];
}
