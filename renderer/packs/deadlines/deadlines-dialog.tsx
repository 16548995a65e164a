import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import type { NoticeAsked } from '../../../shared/contract/notice-calls.ts';
import { sayDay } from '../../../shared/pack/deadlines/dates.ts';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useCommittee } from '../builder/use-committee.ts';
import type { MeetingSession } from '../builder/use-meeting.ts';
import { DateField } from '../fields/date-field.tsx';
import { todayHere } from '../meetings/list-model.ts';
import { ExecutiveNotices, givesNotices } from './executive-notices.tsx';
import { FurtherNoticeDialog } from './further-notice-dialog.tsx';
import { KeyDecisionsDialog } from './key-decisions-dialog.tsx';
import { noticeView } from './notice.ts';
import { verdictIcons, verdictSpoken } from './verdicts.ts';

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
  const Icon = verdictIcons[view.verdict];
  const { deadlines } = view.timetable;
  const { client, go } = useServices();
  const [form, setForm] = useState<'further' | 'keyDecisions' | null>(null);
  const write = async (asked: NoticeAsked) => {
    await session.flush();
    const { documentId } = await client.call('meetings.draftNotice', { meetingId: meeting.id, asked });
    onClose();
    const rowId = meeting.items[0]?.id ?? '';
    await go({ screen: 'document', documentId, review: false, meeting: { meetingId: meeting.id, rowId } });
  };
  const draft = (asked: NoticeAsked) => void write(asked).catch(notifyFailure);
  const back = () => setForm(null);
  if (form === 'further') {
    const due = deadlines.find(({ id }) => id === 'private-notice')?.date ?? '';
    return <FurtherNoticeDialog due={due} onWrite={draft} onClose={back} />;
  }
  if (form === 'keyDecisions') return <KeyDecisionsDialog meeting={meeting} onWrite={draft} onClose={back} />;
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
        <Icon size={16} aria-hidden />
        <div role="status">
          <p className="notice-title">
            <span className="visually-hidden">{verdictSpoken[view.verdict]}</span>
            {view.title}
          </p>
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
                {explanation === '' || explanation === view.text ? null : (
                  <p className="quiet">{explanation}</p>
                )}
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
      {givesNotices(meeting) ? (
        <ExecutiveNotices meeting={meeting} onPrivate={() => draft({ notice: 'private' })} onForm={setForm} />
      ) : null}
      <p className="quiet">
        Counted with the bank holidays of {meeting.country}
        {committee === null ? '.' : ', and what the committee changed in them.'}
      </p>
    </Dialog>
  );
}
