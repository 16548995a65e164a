import { Plus, X } from 'lucide-react';
import type { Attendee, MeetingRecord } from '../../../shared/pack/after/record.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { SavedActions } from '../saved/use-saved.ts';
import { replaced, without } from './record-edits.ts';
import { TimeInput } from './time-input.tsx';
import { useRows } from './use-rows.ts';

interface Props {
  readonly part: Attendee['part'];
  readonly record: MeetingRecord;
  readonly change: SavedActions<MeetingRecord>['change'];
}

const attendanceNames = { present: 'Present', apologies: 'Apologies', absent: 'Absent' } as const;
const partNames = { member: 'Members', substitute: 'Substitutes', other: 'Also there' } as const;
const addNames = { member: 'Add member', substitute: 'Add substitute', other: 'Add somebody' } as const;

/** Everybody who was there in one part, one a row; Enter in the last name begins the next. */
export function Attendees({ part, record, change }: Props) {
  const rows = useRows<HTMLElement>();
  const own = record.attendees.filter((each) => each.part === part);
  const one = (id: string, to: Partial<Attendee>, typing: boolean) =>
    void change((now) => ({ ...now, attendees: replaced(now.attendees, id, to) }), {
      name: 'Change attendance',
      ...(typing ? { merge: `${Object.keys(to).join()} of ${id}` } : {}),
    });
  const add = () => {
    const made: Attendee = {
      id: crypto.randomUUID(),
      name: '',
      role: '',
      party: '',
      part,
      attendance: 'present',
      substituteFor: '',
      arrived: '',
      left: '',
    };
    change((now) => ({ ...now, attendees: [...now.attendees, made] }), { name: 'Add to the attendance' });
    rows.toLast();
  };
  return (
    <section aria-label={partNames[part]} ref={rows.list}>
      <h3 className="panel-heading">{partNames[part]}</h3>
      {own.map((each, at) => {
        const called = each.name === '' ? 'Somebody' : each.name;
        return (
          <div key={each.id} className="attendee-row" data-row>
            <input
              className="input detail-input"
              aria-label="Name"
              placeholder="Name"
              value={each.name}
              onChange={(event) => one(each.id, { name: event.target.value }, true)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
                event.preventDefault();
                if (at === own.length - 1) add();
                else rows.toAfter(at + 1);
              }}
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
            <Segmented
              label={`Attendance of ${called}`}
              look="bareDetail"
              value={each.attendance}
              options={attendanceNames}
              onChange={(attendance) => one(each.id, { attendance }, false)}
            />
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
              onPress={() => {
                change((now) => ({ ...now, attendees: without(now.attendees, each.id) }), {
                  name: 'Remove from the attendance',
                });
                rows.toAfter(at);
              }}
            >
              <X size={14} aria-hidden />
            </IconButton>
          </div>
        );
      })}
      <Button data-add onPress={add}>
        <Plus size={14} aria-hidden /> {addNames[part]}
      </Button>
    </section>
  );
}
