import { Plus, X } from 'lucide-react';
import { interestWords } from '../../../shared/pack/after/declarations.ts';
import { type Declaration, interestKinds, type MeetingRecord } from '../../../shared/pack/after/record.ts';
import type { AgendaItem } from '../../../shared/pack/meeting.ts';
import { CommitField } from '../../evidence/shelf/details/commit-field.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Tick } from '../fields/small-fields.tsx';
import type { SavedActions } from '../saved/use-saved.ts';
import { replaced, without } from './record-edits.ts';

interface Props {
  readonly record: MeetingRecord;
  readonly items: readonly AgendaItem[];
  readonly numbers: ReadonlyMap<string, string>;
  readonly change: SavedActions<MeetingRecord>['change'];
}

/** Interests that members declared. */
export function Declarations({ record, items, numbers, change }: Props) {
  const one = (id: string, part: Partial<Declaration>, typing?: 'typing') =>
    void change((now) => ({ ...now, declarations: replaced(now.declarations, id, part) }), {
      name: 'Change declaration',
      ...(typing ? { merge: `${Object.keys(part).join()} of ${id}` } : {}),
    });
  const add = () =>
    void change(
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
  return (
    <>
      <h2>Declarations of interest</h2>
      {record.declarations.length === 0 ? <p className="quiet">Nobody declared an interest.</p> : null}
      {record.declarations.map((each) => (
        <section
          key={each.id}
          className="record-card"
          aria-label={`Declaration of ${each.member || 'somebody'}`}
        >
          <IconButton
            label="Remove the declaration"
            className="record-remove"
            onPress={() =>
              void change((now) => ({ ...now, declarations: without(now.declarations, each.id) }), {
                name: 'Remove declaration',
              })
            }
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
          <label className="detail-field">
            <span>Item</span>
            <select
              className="input"
              value={each.itemId ?? ''}
              onChange={(event) =>
                one(each.id, { itemId: event.target.value === '' ? null : event.target.value })
              }
            >
              <option value="">None in particular</option>
              {items.map(({ id, title }) => (
                <option key={id} value={id}>
                  {numbers.get(id)} {title}
                </option>
              ))}
            </select>
          </label>
          <label className="detail-field">
            <span>Kind</span>
            <select
              className="input"
              value={each.kind}
              onChange={(event) =>
                one(each.id, { kind: interestKinds.find((kind) => kind === event.target.value) ?? 'other' })
              }
            >
              {interestKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {interestWords[kind].replace(/^an? /, '')}
                </option>
              ))}
            </select>
          </label>
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
      <Button onPress={add}>
        <Plus size={14} aria-hidden /> Add declaration
      </Button>
    </>
  );
}
