import { Landmark, Settings2, UserRound, Users } from 'lucide-react';
import { useState } from 'react';
import type { Committee } from '../../../shared/pack/committee.ts';
import type { Meeting } from '../../../shared/pack/meeting.ts';
import { CommitField } from '../../evidence/shelf/details/commit-field.tsx';
import { Button } from '../../ui/button.tsx';
import { totalPagesWords } from '../agenda/page-totals.ts';
import { durationWords, timingOf } from '../agenda/timing.ts';
import { everyItem } from '../agenda/tree.ts';
import { noticeView } from '../deadlines/notice.ts';
import { NoticeCard } from '../deadlines/notice-card.tsx';
import { DateField } from '../fields/date-field.tsx';
import { ClockField } from '../fields/small-fields.tsx';
import { todayHere } from '../meetings/list-model.ts';
import { useAgendaDesk } from './desk.ts';
import { LayoutDialog, MembersDialog } from './meeting-dialogs.tsx';

interface Props {
  readonly committee: Committee | null;
  readonly onDeadlines: () => void;
  readonly onCommittee: () => void;
}

/** What is known of the meeting itself, and whether its notice is lawful. */
export function Facts({ committee, onDeadlines, onCommittee }: Props) {
  const { session, facts } = useAgendaDesk();
  const { meeting, change } = session;
  const [dialog, setDialog] = useState<'members' | 'layout' | null>(null);
  const isMinisterial = meeting.kind === 'ministerial';
  const put = (part: Partial<Meeting>, name: string) =>
    void change((now) => ({ ...now, ...part }), { name, merge: `${Object.keys(part).join()} of meeting` });
  const view = noticeView(meeting, committee, todayHere());
  const shown = [...everyItem(meeting.items)].filter(({ item }) => !item.hidden);
  const pages = totalPagesWords(
    shown.flatMap(({ item }) => item.papers),
    facts,
  );
  const timing = timingOf(meeting.items, meeting.time);
  const { contact } = meeting;
  return (
    <div className="facts">
      <CommitField
        label={isMinisterial ? 'Meeting' : 'Body'}
        value={meeting.committee}
        placeholder={isMinisterial ? 'With whom, about what' : 'Name of the committee'}
        lines="grow"
        onChange={(text) => put({ committee: text }, 'Change name')}
      />
      <DateField label="Date" value={meeting.date} onChange={(date) => put({ date }, 'Change date')} />
      <ClockField label="Time" value={meeting.time} onChange={(time) => put({ time }, 'Change time')} />
      <CommitField
        label="Venue"
        value={meeting.venue}
        placeholder="Room and building"
        lines="grow"
        onChange={(venue) => put({ venue }, 'Change venue')}
      />
      {isMinisterial ? null : (
        <DateField
          label="Published"
          value={meeting.publicationDate}
          onChange={(publicationDate) => put({ publicationDate }, 'Change publication date')}
        />
      )}
      {isMinisterial ? null : <NoticeCard view={view} onMore={onDeadlines} />}
      <div className="facts-totals">
        <p>{totalWords(meeting)}</p>
        {pages === '' ? null : <p>{pages}</p>}
        <p>
          {timing.total === 0
            ? 'No minutes are allotted yet.'
            : timing.ends === null
              ? `${durationWords(timing.total)} in all.`
              : `Ends about ${timing.ends}, after ${durationWords(timing.total)}.`}
          {timing.total > 0 && timing.unallotted > 0
            ? ` ${timing.unallotted === 1 ? 'One item has' : `${timing.unallotted} items have`} no minutes.`
            : ''}
        </p>
      </div>
      <h2 className="facts-heading">{isMinisterial ? 'On the running order' : 'On the front sheet'}</h2>
      <CommitField
        label={isMinisterial ? 'Contact' : 'Ask for'}
        value={contact.name}
        placeholder="Name"
        onChange={(name) => put({ contact: { ...contact, name } }, 'Change contact')}
      />
      <CommitField
        label="Telephone"
        value={contact.telephone}
        placeholder="For example 01632 960001"
        onChange={(telephone) => put({ contact: { ...contact, telephone } }, 'Change telephone')}
      />
      <CommitField
        label="E-mail"
        value={contact.email}
        placeholder="For example clerk@example.gov.uk"
        onChange={(email) => put({ contact: { ...contact, email } }, 'Change e-mail')}
      />
      {isMinisterial ? null : (
        <CommitField
          label="Officer"
          value={meeting.properOfficer}
          placeholder="Who signs the agenda"
          lines="grow"
          onChange={(properOfficer) => put({ properOfficer }, 'Change proper officer')}
        />
      )}
      <div className="facts-buttons">
        <Button onPress={() => setDialog('members')}>
          <Users size={14} aria-hidden />
          {isMinisterial ? 'Attendees' : 'Members'}{' '}
          <span className="shelf-count">{meeting.members.length === 0 ? '' : meeting.members.length}</span>
        </Button>
        <Button onPress={() => setDialog('layout')}>
          <Settings2 size={14} aria-hidden /> Layout of the pack…
        </Button>
        {meeting.committeeId === null ? null : (
          <Button onPress={onCommittee}>
            {isMinisterial ? <UserRound size={14} aria-hidden /> : <Landmark size={14} aria-hidden />}{' '}
            Committee…
          </Button>
        )}
      </div>
      {dialog === 'members' ? <MembersDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'layout' ? <LayoutDialog onClose={() => setDialog(null)} /> : null}
    </div>
  );
}

/** "8 items, 12 papers, 2 to follow." */
function totalWords({ items }: Meeting): string {
  const shown = [...everyItem(items)].filter(({ item }) => !item.hidden);
  const papers = shown.flatMap(({ item }) => item.papers);
  const toFollow = papers.filter(({ source }) => source.type === 'toFollow').length;
  const many = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;
  const parts = [many(shown.length, 'item'), many(papers.length, 'paper')];
  if (toFollow > 0) parts.push(`${toFollow} to follow`);
  return `${parts.join(', ')}.`;
}
