import { Plus, X } from 'lucide-react';
import { Radio, RadioGroup } from 'react-aria-components';
import {
  type Attendee,
  attendances,
  attendeeParts,
  type MeetingRecord,
} from '../../../shared/pack/after/record.ts';
import { CommitField } from '../../evidence/shelf/details/commit-field.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { parseClock } from '../fields/clock.ts';
import { ClockField } from '../fields/small-fields.tsx';
import type { SavedActions } from '../saved/use-saved.ts';
import { replaced, without } from './record-edits.ts';

interface Props {
  readonly record: MeetingRecord;
  readonly change: SavedActions<MeetingRecord>['change'];
}

const attendanceNames = { present: 'Present', apologies: 'Apologies', absent: 'Absent' } as const;
const partNames = { member: 'Members', substitute: 'Substitutes', other: 'Also there' } as const;
const addNames = { member: 'Add member', substitute: 'Add substitute', other: 'Add somebody' } as const;

/** Who was there, and from when to when. */
export function Attendance({ record, change }: Props) {
  const put = (part: Partial<MeetingRecord>, name: string) =>
    void change((now) => ({ ...now, ...part }), { name, merge: Object.keys(part).join() });
  const one = (id: string, part: Partial<Attendee>, typing: boolean) =>
    void change((now) => ({ ...now, attendees: replaced(now.attendees, id, part) }), {
      name: 'Change attendance',
      ...(typing ? { merge: `${Object.keys(part).join()} of ${id}` } : {}),
    });
  const add = (part: Attendee['part']) =>
    void change(
      (now) => ({
        ...now,
        attendees: [
          ...now.attendees,
          {
            id: crypto.randomUUID(),
            name: '',
            role: '',
            party: '',
            part,
            attendance: 'present',
            substituteFor: '',
            arrived: '',
            left: '',
          },
        ],
      }),
      { name: 'Add to the attendance' },
    );
  return (
    <>
      <h2>Attendance</h2>
      <div className="record-facts">
        <CommitField
          label="In the chair"
          value={record.chair}
          placeholder="Who presided"
          suggestions={record.attendees.map(({ name }) => name)}
          onChange={(chair) => put({ chair }, 'Change chair')}
        />
        <ClockField label="Began" value={record.began} onChange={(began) => put({ began }, 'Change time')} />
        <ClockField label="Ended" value={record.ended} onChange={(ended) => put({ ended }, 'Change time')} />
      </div>
      {attendeeParts.map((part) => {
        const own = record.attendees.filter((each) => each.part === part);
        return (
          <section key={part} aria-label={partNames[part]}>
            <h3 className="panel-heading">{partNames[part]}</h3>
            {own.map((each) => {
              const called = each.name === '' ? 'Somebody' : each.name;
              return (
                <div key={each.id} className="attendee-row">
                  <input
                    className="input detail-input"
                    aria-label="Name"
                    placeholder="Name"
                    value={each.name}
                    onChange={(event) => one(each.id, { name: event.target.value }, true)}
                  />
                  <input
                    className="input detail-input"
                    aria-label={part === 'substitute' ? `${called} stood in for` : `Role of ${called}`}
                    placeholder={part === 'substitute' ? 'For whom' : 'Role'}
                    value={part === 'substitute' ? each.substituteFor : each.role}
                    onChange={(event) =>
                      one(
                        each.id,
                        part === 'substitute'
                          ? { substituteFor: event.target.value }
                          : { role: event.target.value },
                        true,
                      )
                    }
                  />
                  <RadioGroup
                    aria-label={`Attendance of ${called}`}
                    orientation="horizontal"
                    value={each.attendance}
                    onChange={(value) =>
                      one(
                        each.id,
                        { attendance: attendances.find((known) => known === value) ?? 'present' },
                        false,
                      )
                    }
                  >
                    <div className="segments detail-segments">
                      {attendances.map((value) => (
                        <Radio key={value} value={value} className="segment">
                          {attendanceNames[value]}
                        </Radio>
                      ))}
                    </div>
                  </RadioGroup>
                  <TimeInput
                    label={`${called} arrived`}
                    hint="Came"
                    value={each.arrived}
                    onChange={(arrived) => one(each.id, { arrived }, true)}
                  />
                  <TimeInput
                    label={`${called} left`}
                    hint="Left"
                    value={each.left}
                    onChange={(left) => one(each.id, { left }, true)}
                  />
                  <IconButton
                    label={`Remove ${called}`}
                    onPress={() =>
                      void change((now) => ({ ...now, attendees: without(now.attendees, each.id) }), {
                        name: 'Remove from the attendance',
                      })
                    }
                  >
                    <X size={14} aria-hidden />
                  </IconButton>
                </div>
              );
            })}
            <Button onPress={() => add(part)}>
              <Plus size={14} aria-hidden /> {addNames[part]}
            </Button>
          </section>
        );
      })}
    </>
  );
}

interface TimeProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A time of day in a row: kept when it can be read, or is empty. */
function TimeInput({ label, hint, value, onChange }: TimeProps) {
  return (
    <input
      // Another value is shown when it is taken back.
      key={value}
      className="input detail-input tabular"
      aria-label={label}
      placeholder={hint}
      defaultValue={value}
      onBlur={(event) => {
        const typed = event.target.value.trim();
        const read = typed === '' ? '' : parseClock(typed);
        if (read === null) event.target.value = value;
        else if (read !== value) onChange(read);
      }}
    />
  );
}
