import { CircleCheck, CopyPlus, Ellipsis, Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { GridList, GridListHeader, GridListItem, GridListSection } from 'react-aria-components';
import type { MeetingSummary } from '../../../shared/contract/meeting-calls.ts';
import { exactDate } from '../../library/dates.ts';
import { IconButton } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { byMonth, contentsWords, dayParts, meetingName } from './list-model.ts';

interface Props {
  readonly label: string;
  readonly meetings: readonly MeetingSummary[];
  readonly today: string;
  readonly onOpen: (meeting: MeetingSummary) => void;
  readonly onNext: (meeting: MeetingSummary) => void;
  readonly onRemove: (meeting: MeetingSummary) => void;
}

/** Month by month; a day is what one looks for first. */
export function MeetingsList({ label, meetings, today, onOpen, onNext, onRemove }: Props) {
  const byId = (id: unknown) => meetings.find((meeting) => meeting.id === id);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Delete' || !(event.target instanceof Element)) return;
    const meeting = byId(event.target.closest('[data-key]')?.getAttribute('data-key'));
    if (!meeting) return;
    event.preventDefault();
    onRemove(meeting);
  };
  return (
    <div onKeyDownCapture={onKeyDown}>
      <GridList
        aria-label={label}
        onAction={(id) => {
          const meeting = byId(id);
          if (meeting) onOpen(meeting);
        }}
      >
        {byMonth(meetings).map(({ id, name, meetings: own }) => (
          <GridListSection key={id} id={id} aria-label={name}>
            <GridListHeader className="meetings-month">{name}</GridListHeader>
            {own.map((meeting) => (
              <GridListItem
                key={meeting.id}
                id={meeting.id}
                textValue={meetingName(meeting)}
                className="meeting-row"
              >
                <Day date={meeting.date} isToday={meeting.date === today} />
                <span className="meeting-name">
                  <span className="document-title">
                    {meeting.committee === '' ? 'Untitled meeting' : meeting.committee}
                  </span>
                  <span className="document-subtitle">
                    {[meeting.time, meeting.venue.split('\n')[0] ?? '']
                      .filter((part) => part !== '')
                      .join(', ')}
                  </span>
                </span>
                <span className="meeting-contents">{contentsWords(meeting)}</span>
                {meeting.publishedAt === null ? (
                  <span className="chip absent">Not published</span>
                ) : (
                  <span className="chip" title={exactDate(meeting.publishedAt)}>
                    <CircleCheck size={12} aria-hidden /> Published
                  </span>
                )}
                <Menu
                  label={`Actions for ${meetingName(meeting)}`}
                  placement="bottom end"
                  trigger={
                    <IconButton label={`Actions for ${meetingName(meeting)}`}>
                      <Ellipsis size={16} aria-hidden />
                    </IconButton>
                  }
                >
                  <MenuItem label="Open" shortcut="Enter" onAction={() => onOpen(meeting)} />
                  <MenuItem
                    label="Next meeting from this one"
                    icon={<CopyPlus size={14} aria-hidden />}
                    onAction={() => onNext(meeting)}
                  />
                  <MenuItem
                    label="Move to the bin"
                    shortcut="Delete"
                    icon={<Trash2 size={14} aria-hidden />}
                    onAction={() => onRemove(meeting)}
                  />
                </Menu>
              </GridListItem>
            ))}
          </GridListSection>
        ))}
      </GridList>
    </div>
  );
}

function Day({ date, isToday }: { readonly date: string; readonly isToday: boolean }) {
  const parts = dayParts(date);
  if (!parts) {
    return (
      <span className="meeting-day none">
        <span className="visually-hidden">No date yet</span>
        <span aria-hidden>?</span>
      </span>
    );
  }
  return (
    <time className="meeting-day" dateTime={date} data-today={isToday}>
      <span className="meeting-weekday">{isToday ? 'Today' : parts.weekday}</span>
      <span className="meeting-number">{parts.day}</span>
    </time>
  );
}
