import { CalendarDays, Landmark, RotateCcw } from 'lucide-react';
import { GridList, GridListItem } from 'react-aria-components';
import type { CommitteeSummary } from '../../../shared/contract/committee-calls.ts';
import type { MeetingSummary } from '../../../shared/contract/meeting-calls.ts';
import { exactDate, shortDate } from '../../library/dates.ts';
import { Button } from '../../ui/button.tsx';
import { meetingName } from './list-model.ts';

interface Props {
  readonly meetings: readonly MeetingSummary[];
  readonly committees: readonly CommitteeSummary[];
  readonly onRestore: (meeting: MeetingSummary) => void;
  readonly onRestoreCommittee: (committee: CommitteeSummary) => void;
}

/** Removed meetings and committees; Enter puts one back. */
export function MeetingsBin({ meetings, committees, onRestore, onRestoreCommittee }: Props) {
  if (meetings.length + committees.length === 0) {
    return (
      <div className="empty">
        <h2>The bin is empty</h2>
        <p>Meetings and committees you remove wait here until you restore them.</p>
      </div>
    );
  }
  const rows = [
    ...committees.map((committee) => ({
      id: committee.id,
      name: committee.name,
      updatedAt: committee.updatedAt,
      Icon: Landmark,
      restore: () => onRestoreCommittee(committee),
    })),
    ...meetings.map((meeting) => ({
      id: meeting.id,
      name: meetingName(meeting),
      updatedAt: meeting.updatedAt,
      Icon: CalendarDays,
      restore: () => onRestore(meeting),
    })),
  ];
  return (
    <div className="meetings-list">
      <GridList
        aria-label="Meetings and committees in the bin"
        items={rows}
        onAction={(id) => rows.find((row) => row.id === id)?.restore()}
      >
        {({ id, name, updatedAt, Icon, restore }) => (
          <GridListItem id={id} textValue={name} className="document-row removed">
            <span className="document-name">
              <Icon size={16} aria-hidden />
              <span className="document-title">{name}</span>
            </span>
            <time className="document-date" dateTime={updatedAt} title={exactDate(updatedAt)}>
              {shortDate(updatedAt, new Date())}
            </time>
            <Button onPress={restore}>
              <RotateCcw size={14} aria-hidden /> Restore
            </Button>
          </GridListItem>
        )}
      </GridList>
    </div>
  );
}
