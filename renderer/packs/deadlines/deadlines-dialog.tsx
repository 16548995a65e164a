import { CalendarPlus, CircleCheck, CircleX } from 'lucide-react';
import { sayDay } from '../../../shared/pack/deadlines/dates.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useCommittee } from '../builder/use-committee.ts';
import type { MeetingSession } from '../builder/use-meeting.ts';
import { DateField } from '../fields/date-field.tsx';
import { todayHere } from '../meetings/list-model.ts';
import { noticeView } from './notice.ts';

interface Props {
  readonly session: MeetingSession;
  readonly onCalendar: () => void;
  readonly onClose: () => void;
}

/** Every date that hangs on the meeting; the two that decide can be tried out here. */
export function DeadlinesDialog({ session, onCalendar, onClose }: Props) {
  const { meeting, change } = session;
  const { committee } = useCommittee(meeting.committeeId);
  const today = todayHere();
  const view = noticeView(meeting, committee, today);
  const { deadlines } = view.timetable;
  return (
    <Dialog
      title="Deadlines"
      width={640}
      onClose={onClose}
      actions={
        <>
          <Button isDisabled={meeting.date === ''} onPress={onCalendar}>
            <CalendarPlus size={14} aria-hidden /> Export to a calendar (.ics)…
          </Button>
          <Button look="primary" onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className="deadline-dates">
        <DateField
          label="Meeting"
          value={meeting.date}
          onChange={(date) =>
            void change((now) => ({ ...now, date }), { name: 'Change date', merge: 'date' })
          }
        />
        <DateField
          label="Published"
          value={meeting.publicationDate}
          onChange={(publicationDate) =>
            void change((now) => ({ ...now, publicationDate }), {
              name: 'Change publication date',
              merge: 'published',
            })
          }
        />
      </div>
      <section className="notice-card" data-verdict={view.verdict} aria-label="Notice">
        {view.verdict === 'bad' ? <CircleX size={16} aria-hidden /> : <CircleCheck size={16} aria-hidden />}
        <div role="status">
          <p className="notice-title">{view.title}</p>
          <p className="notice-text">{view.text}</p>
        </div>
      </section>
      {deadlines.length === 0 ? null : (
        <ol className="deadline-list">
          {deadlines.map(({ id, name, date, explanation }) => (
            <li key={id} data-past={date < today}>
              <time dateTime={date}>{sayDay(date)}</time>
              <div>
                <p>
                  {name}
                  {date < today ? <span className="quiet"> (past)</span> : null}
                </p>
                {explanation === '' ? null : <p className="quiet">{explanation}</p>}
              </div>
            </li>
          ))}
          {meeting.date === '' ? null : (
            <li>
              <time dateTime={meeting.date}>{sayDay(meeting.date)}</time>
              <div>
                <p>The meeting{meeting.time === '' ? '' : `, ${meeting.time}`}</p>
              </div>
            </li>
          )}
        </ol>
      )}
      <p className="quiet">
        Counted with the bank holidays of {meeting.country}
        {committee === null ? '.' : ', and what the committee changed in them.'}
      </p>
    </Dialog>
  );
}
