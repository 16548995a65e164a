import { Plus, X } from 'lucide-react';
import { interestWords } from '../../../shared/pack/after/declarations.ts';
import { type Declaration, interestKinds, type MeetingRecord } from '../../../shared/pack/after/record.ts';
import type { AgendaItem } from '../../../shared/pack/meeting.ts';
import { CommitField } from '../../evidence/shelf/details/commit-field.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Choice } from '../fields/choice.tsx';
import { Tick } from '../fields/small-fields.tsx';
import type { SavedActions } from '../saved/use-saved.ts';
import { replaced, without } from './record-edits.ts';
import { useRows } from './use-rows.ts';

interface Props {
  readonly record: MeetingRecord;
  readonly items: readonly AgendaItem[];
  readonly numbers: ReadonlyMap<string, string>;
  readonly change: SavedActions<MeetingRecord>['change'];
}

/** Of no item in particular; no item has an id like it. */
const none = 'none in particular';

const kinds = interestKinds.map((id) => {
  const [first = '', ...rest] = interestWords[id].replace(/^an? /, '');
  return { id, name: `${first.toUpperCase()}${rest.join('')}`, text: '' };
});

/** Interests that members declared. */
export function Declarations({ record, items, numbers, change }: Props) {
  const rows = useRows<HTMLDivElement>();
  const choices = [
    { id: none, name: 'None in particular', text: '' },
    ...items.map(({ id, title }) => ({ id, name: `${numbers.get(id) ?? ''} ${title}`.trim(), text: '' })),
  ];
  const one = (id: string, part: Partial<Declaration>, typing?: 'typing') =>
    void change((now) => ({ ...now, declarations: replaced(now.declarations, id, part) }), {
      name: 'Change declaration',
      ...(typing ? { merge: `${Object.keys(part).join()} of ${id}` } : {}),
    });
  const add = () => {
    change(
      (now) => ({
        ...now,
        declarations: [
          ...now.declarations,
          {
            id: crypto.randomUUID(),
            member: '',
            itemId: null,
            kind: 'disclosablePecuniary',
            nature: '',
            leftRoom: false,
            dispensation: '',
          },
        ],
      }),
      { name: 'Add declaration' },
    );
    rows.toLast();
  };
  return (
    <div className="record-list" ref={rows.list}>
      <h2>Declarations of interest</h2>
      {record.declarations.length === 0 ? <p className="quiet">Nobody declared an interest.</p> : null}
      {record.declarations.map((each, at) => (
        <section
          key={each.id}
          className="record-card"
          data-row
          aria-label={`Declaration of ${each.member || 'somebody'}`}
        >
          <IconButton
            label={`Remove the declaration of ${each.member || 'somebody'}`}
            className="record-remove"
            onPress={() => {
              change((now) => ({ ...now, declarations: without(now.declarations, each.id) }), {
                name: 'Remove declaration',
              });
              rows.toAfter(at);
            }}
          >
            <X size={14} aria-hidden />
          </IconButton>
          <CommitField
            label="Member"
            value={each.member}
            placeholder="Who declared it"
            suggestions={record.attendees.map(({ name }) => name)}
            onChange={(member) => one(each.id, { member }, 'typing')}
          />
          <Choice
            label="Item"
            isBeside
            value={choices.some(({ id }) => id === each.itemId) ? (each.itemId ?? none) : none}
            options={choices}
            onChange={(id) => one(each.id, { itemId: id === none ? null : id })}
          />
          <Choice
            label="Kind"
            isBeside
            value={each.kind}
            options={kinds}
            onChange={(id) => one(each.id, { kind: interestKinds.find((kind) => kind === id) ?? 'other' })}
          />
          <CommitField
            label="Nature"
            value={each.nature}
            placeholder="For example a berth holder at the harbour"
            onChange={(nature) => one(each.id, { nature }, 'typing')}
          />
          <CommitField
            label="Dispensation"
            value={each.dispensation}
            placeholder="None"
            onChange={(dispensation) => one(each.id, { dispensation }, 'typing')}
          />
          <Tick isSelected={each.leftRoom} onChange={(leftRoom) => one(each.id, { leftRoom })}>
            Left the room for the item
          </Tick>
        </section>
      ))}
      <Button data-add onPress={add}>
        <Plus size={14} aria-hidden /> Add declaration
      </Button>
    </div>
  );
}
