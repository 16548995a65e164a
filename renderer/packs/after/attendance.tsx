import { attendeeParts, type MeetingRecord } from '../../../shared/pack/after/record.ts';
import { CommitField } from '../../evidence/shelf/details/commit-field.tsx';
import { DateField } from '../fields/date-field.tsx';
import { ClockField } from '../fields/small-fields.tsx';
import type { SavedActions } from '../saved/use-saved.ts';
import { Attendees } from './attendees.tsx';

interface Props {
  readonly record: MeetingRecord;
  readonly change: SavedActions<MeetingRecord>['change'];
  /** A readout is approved by nobody. */
  readonly isMinisterial: boolean;
}

/** Who was there, and from when to when; and when the minutes were approved. */
export function Attendance({ record, change, isMinisterial }: Props) {
  const put = (part: Partial<MeetingRecord>, name: string) =>
    void change((now) => ({ ...now, ...part }), { name, merge: Object.keys(part).join() });
  return (
    <>
      <h2>Attendance</h2>
      <div className="record-facts">
        <CommitField
          label="In the chair"
          value={record.chair}
          placeholder="Who presided"
          suggestions={record.attendees.map(({ name }) => name).filter((name) => name !== '')}
          onChange={(chair) => put({ chair }, 'Change chair')}
        />
        <ClockField label="Began" value={record.began} onChange={(began) => put({ began }, 'Change time')} />
        <ClockField label="Ended" value={record.ended} onChange={(ended) => put({ ended }, 'Change time')} />
      </div>
      {attendeeParts.map((part) => (
        <Attendees key={part} part={part} record={record} change={change} />
      ))}
      {isMinisterial ? null : (
        <section aria-label="Approval of the minutes">
          <h3 className="panel-heading">Minutes</h3>
          <div className="record-facts">
            <DateField
              label="Approved on"
              value={record.approvedOn}
              onChange={(approvedOn) => put({ approvedOn }, 'Change approval')}
            />
          </div>
          <p className="quiet">
            {record.approvedOn === ''
              ? 'Until then, minutes that are drafted here call themselves a draft.'
              : 'Minutes that are drafted from now on say that they were approved as a correct record.'}
          </p>
        </section>
      )}
    </>
  );
}
