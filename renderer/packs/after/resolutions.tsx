import { Plus, X } from 'lucide-react';
import type { ItemRecord } from '../../../shared/pack/after/record.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Tick } from '../fields/small-fields.tsx';
import { replaced, type SetItem, type Withheld, without } from './record-edits.ts';
import { useRows } from './use-rows.ts';

interface Props {
  readonly own: ItemRecord;
  readonly set: SetItem;
  readonly isMinisterial: boolean;
  readonly withheld: Withheld;
}

/** What was resolved, or at a minister's meeting agreed. */
export function Resolutions({ own, set, isMinisterial, withheld }: Props) {
  const rows = useRows<HTMLElement>();
  const one = isMinisterial ? 'what was agreed' : 'resolution';
  const put = (resolutions: ItemRecord['resolutions'], name: string, typing?: string) =>
    set({ resolutions }, name, typing);
  const add = () => {
    set(
      {
        resolutions: [
          ...own.resolutions,
          { id: crypto.randomUUID(), text: '', exempt: withheld === 'whole' },
        ],
        outcome: own.outcome ?? 'resolved',
      },
      `Add ${one}`,
    );
    rows.toLast();
  };
  return (
    <section aria-label="Resolutions" ref={rows.list}>
      <h3 className="panel-heading">{isMinisterial ? 'Agreed' : 'Resolutions'}</h3>
      {own.resolutions.map(({ id, text, exempt }, at) => (
        <div key={id} className="record-line" data-row>
          <span className="quiet">{at === 0 ? 'That' : 'and that'}</span>
          <textarea
            className="input"
            rows={1}
            aria-label={`Resolution ${at + 1}`}
            value={text}
            placeholder="the winter timetable be agreed"
            onChange={(event) =>
              put(
                replaced(own.resolutions, id, { text: event.target.value }),
                'Write the resolution',
                `text of ${id}`,
              )
            }
          />
          {withheld === 'part' ? (
            <Tick
              isSelected={exempt}
              onChange={(next) => put(replaced(own.resolutions, id, { exempt: next }), 'Change resolution')}
            >
              Exempt
            </Tick>
          ) : null}
          <IconButton
            label={`Remove resolution ${at + 1}`}
            onPress={() => {
              put(without(own.resolutions, id), 'Remove resolution');
              rows.toAfter(at);
            }}
          >
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      ))}
      <Button data-add onPress={add}>
        <Plus size={14} aria-hidden /> Add {one}
      </Button>
    </section>
  );
}
