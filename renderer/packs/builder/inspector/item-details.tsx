import { EyeOff } from 'lucide-react';
import type { AgendaItem, Meeting } from '../../../../shared/pack/meeting.ts';
import { exclusionMotions, motionLines } from '../../../../shared/pack/motion.ts';
import { CommitField } from '../../../evidence/shelf/details/commit-field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { ExemptField } from '../../fields/exempt-field.tsx';
import { CountField, Tick, WordsArea } from '../../fields/small-fields.tsx';
import { purposeNames } from '../../words.ts';
import { useAgendaDesk } from '../desk.ts';
import type { AgendaActions } from '../use-agenda-actions.ts';

interface Props {
  readonly item: AgendaItem;
  readonly actions: AgendaActions;
}

const purposeChoices = { none: 'None', ...purposeNames };

/** All that is known of an agenda item. */
export function ItemDetails({ item, actions }: Props) {
  const { session, numbers } = useAgendaDesk();
  const { meeting } = session;
  const number = numbers.get(item.id) ?? '';
  const type = (change: Partial<AgendaItem>, name: string) =>
    actions.changeItem(item.id, change, name, 'typing');
  const set = (change: Partial<AgendaItem>, name: string) => actions.changeItem(item.id, change, name);
  return (
    <div className="pack-details">
      <div className="details-form">
        <CommitField
          label="Title"
          value={item.title}
          placeholder="Untitled item"
          lines="grow"
          onChange={(title) => type({ title }, 'Change title')}
        />
        <CommitField
          label="Number"
          value={item.number ?? ''}
          placeholder={item.hidden ? 'None while hidden' : `${number}, counted`}
          check={(typed) => (typed.trim().length > 20 ? 'At most 20 characters.' : null)}
          onChange={(typed) => type({ number: typed.trim() === '' ? null : typed.trim() }, 'Change number')}
        />
        <Segmented
          label="Purpose"
          look="detail"
          value={item.purpose ?? 'none'}
          options={purposeChoices}
          onChange={(purpose) => set({ purpose: purpose === 'none' ? null : purpose }, 'Change purpose')}
        />
        <CommitField
          label="Lead"
          value={item.lead}
          placeholder="Who presents it"
          onChange={(lead) => type({ lead }, 'Change lead')}
        />
        <CountField
          label="Minutes"
          value={item.minutes}
          most={1440}
          placeholder={item.items.length > 0 ? 'Those of its sub-items' : 'Not allotted'}
          onChange={(minutes) => type({ minutes }, 'Change minutes')}
        />
        <CommitField
          label="Expected"
          value={item.expected.join('\n')}
          placeholder="Who is expected, one a line"
          lines="many"
          onChange={(typed) => type({ expected: linesOf(typed) }, 'Change who is expected')}
        />
      </div>
      <div className="pack-part">
        <WordsArea
          label="Printed under the title"
          value={item.note}
          placeholder="To confirm and sign the minutes as a correct record."
          onChange={(note) => type({ note }, 'Change note')}
        />
        <Tick
          isSelected={item.standing}
          onChange={(standing) => set({ standing }, 'Change standing item')}
          help="The next meeting begins with it."
        >
          Standing item
        </Tick>
        <Tick
          isSelected={item.hidden}
          onChange={(hidden) => set({ hidden }, hidden ? 'Hide item' : 'Show item')}
          help="Neither printed nor counted."
        >
          Hidden
        </Tick>
      </div>
      <ExemptField
        what="this item"
        meeting={meeting}
        exempt={item.exempt}
        onChange={(exempt, typing) => actions.changeItem(item.id, { exempt }, 'Change exemption', typing)}
      />
      {item.exempt ? <Motion item={item} number={number} body={meeting.body} /> : null}
      <Late
        item={item}
        onChange={(late, typing) => actions.changeItem(item.id, { late }, 'Change lateness', typing)}
      />
      <div className="pack-part staff">
        <p className="staff-label">
          <EyeOff size={13} aria-hidden /> Never exported
        </p>
        <WordsArea
          label="Notes for staff"
          value={item.staffNotes}
          placeholder="Chase finance for the table. The chair wants this before 11."
          rows={3}
          onChange={(staffNotes) => type({ staffNotes }, 'Change staff notes')}
        />
      </div>
    </div>
  );
}

function linesOf(typed: string): string[] {
  return typed.split('\n').slice(0, 200);
}

/** The motion that the front sheet and the minutes will carry for this item. */
function Motion({
  item,
  number,
  body,
}: {
  readonly item: AgendaItem;
  readonly number: string;
  readonly body: Meeting['body'];
}) {
  if (!item.exempt) return null;
  const title = item.title === '' ? 'Untitled item' : item.title;
  const [motion] = exclusionMotions([{ number, title, exemptions: [item.exempt], inPart: false }], body);
  if (!motion) return null;
  return (
    <details className="pack-motion">
      <summary>The motion to exclude the public</summary>
      {motionLines(motion).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </details>
  );
}

interface LateProps {
  readonly item: AgendaItem;
  readonly onChange: (late: AgendaItem['late'], typing?: 'typing') => void;
}

function Late({ item: { late }, onChange }: LateProps) {
  return (
    <section className="pack-part" aria-label="Lateness">
      <Tick
        isSelected={late !== null}
        onChange={(selected) => onChange(selected ? { urgency: '', lateness: '' } : null)}
        help="Not on the agenda for the clear days before the meeting."
      >
        Taken as a late item
      </Tick>
      {late === null ? null : (
        <div className="pack-part-body">
          <WordsArea
            label="The special circumstances that make it urgent, in the chair’s opinion"
            value={late.urgency}
            rows={2}
            onChange={(urgency) => onChange({ ...late, urgency }, 'typing')}
          />
          <WordsArea
            label="Why it is late"
            value={late.lateness}
            rows={2}
            onChange={(lateness) => onChange({ ...late, lateness }, 'typing')}
          />
          <p className="quiet pack-note">
            Both are printed and minuted (Local Government Act 1972, section 100B(4)(b)).
          </p>
        </div>
      )}
    </section>
  );
}
