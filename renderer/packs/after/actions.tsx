import { Plus, X } from 'lucide-react';
import type { Action, ItemRecord } from '../../../shared/pack/after/record.ts';
import { CommitField } from '../../evidence/shelf/details/commit-field.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { DateField } from '../fields/date-field.tsx';
import { Tick } from '../fields/small-fields.tsx';
import { replaced, type SetItem, type Withheld, without } from './record-edits.ts';
import { useRows } from './use-rows.ts';

interface Props {
  readonly own: ItemRecord;
  readonly set: SetItem;
  /** Names to choose an owner from. */
  readonly people: readonly string[];
  readonly withheld: Withheld;
}

const names = { open: 'Open', done: 'Done', dropped: 'Dropped' } as const;

/** What is to be done, by whom and by when. */
export function Actions({ own, set, people, withheld }: Props) {
  const rows = useRows<HTMLElement>();
  const change = (id: string, part: Partial<Action>, typing?: 'typing') =>
    set(
      { actions: replaced(own.actions, id, part) },
      'Change action',
      typing === undefined ? undefined : `${Object.keys(part).join()} of ${id}`,
    );
  const add = () => {
    const made = { id: crypto.randomUUID(), what: '', owner: '', due: '' };
    set(
      { actions: [...own.actions, { ...made, state: 'open', exempt: withheld === 'whole' }] },
      'Add action',
    );
    rows.toLast();
  };
  return (
    <section aria-label="Actions" ref={rows.list}>
      <h3 className="panel-heading">Actions</h3>
      {own.actions.map(({ id, what, owner, due, state, exempt }, at) => (
        <section key={id} aria-label={`Action ${at + 1}`} className="record-card" data-row>
          <IconButton
            label={`Remove action ${at + 1}`}
            className="record-remove"
            onPress={() => {
              set({ actions: without(own.actions, id) }, 'Remove action');
              rows.toAfter(at);
            }}
          >
            <X size={14} aria-hidden />
          </IconButton>
          <CommitField
            label="What"
            value={what}
            placeholder="What is to be done"
            lines="grow"
            onChange={(typed) => change(id, { what: typed }, 'typing')}
          />
          <CommitField
            label="Who"
            value={owner}
            placeholder="Whose it is"
            suggestions={people}
            onChange={(typed) => change(id, { owner: typed }, 'typing')}
          />
          <DateField label="By" value={due} onChange={(typed) => change(id, { due: typed }, 'typing')} />
          <Segmented
            label="State"
            look="detail"
            value={state}
            options={names}
            onChange={(next) => change(id, { state: next })}
          />
          {withheld === 'part' ? (
            <Tick isSelected={exempt} onChange={(next) => change(id, { exempt: next })}>
              Exempt
            </Tick>
          ) : null}
        </section>
      ))}
      <Button data-add onPress={add}>
        <Plus size={14} aria-hidden /> Add action
      </Button>
    </section>
  );
}
