import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useRef } from 'react';
import type { AgendaItem } from '../../../shared/pack/meeting.ts';
import { newItem } from '../../../shared/pack/new-item.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { focusShown } from '../../ui/focus-shown.ts';
import { itemAdded, itemChanged, itemRemoved, shifted } from '../agenda/moves.ts';

interface Props {
  readonly items: readonly AgendaItem[];
  readonly onChange: (items: readonly AgendaItem[]) => void;
}

/** What every agenda begins with, one a row. Enter goes on to the next, Alt with an arrow moves. */
export function StandardItemsField({ items, onChange }: Props) {
  const rows = useRef<HTMLDivElement>(null);
  const focus = (id: string) =>
    focusShown(() => rows.current?.querySelector<HTMLInputElement>(`[data-item="${id}"] input`));
  const add = (afterId: string | null) => {
    const item = { ...newItem(crypto.randomUUID(), ''), standing: true };
    onChange(itemAdded(items, item, afterId));
    focus(item.id);
  };
  const move = (id: string, by: -1 | 1) => {
    onChange(shifted(items, id, by));
    focus(id);
  };
  return (
    <div className="members" ref={rows}>
      {items.map((item, at) => {
        const name = item.title === '' ? `item ${at + 1}` : item.title;
        return (
          <div className="standard-row" key={item.id} data-item={item.id}>
            <span className="agenda-number">{at + 1}</span>
            <input
              className="input"
              aria-label={`Title of standard item ${at + 1}`}
              value={item.title}
              onChange={(event) => onChange(itemChanged(items, item.id, { title: event.target.value }))}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing) return;
                if (event.key === 'Enter') add(item.id);
                else if (event.altKey && event.key === 'ArrowUp') move(item.id, -1);
                else if (event.altKey && event.key === 'ArrowDown') move(item.id, 1);
                else return;
                event.preventDefault();
              }}
            />
            <IconButton label={`Move ${name} up`} isDisabled={at === 0} onPress={() => move(item.id, -1)}>
              <ArrowUp size={14} aria-hidden />
            </IconButton>
            <IconButton
              label={`Move ${name} down`}
              isDisabled={at === items.length - 1}
              onPress={() => move(item.id, 1)}
            >
              <ArrowDown size={14} aria-hidden />
            </IconButton>
            <IconButton label={`Remove ${name}`} onPress={() => onChange(itemRemoved(items, item.id))}>
              <X size={14} aria-hidden />
            </IconButton>
          </div>
        );
      })}
      <Button onPress={() => add(items.at(-1)?.id ?? null)}>
        <Plus size={14} aria-hidden /> Add item
      </Button>
      <p className="quiet">
        Notes under the title, purposes and minutes of standard items are those of the agenda they were first
        written in.
      </p>
    </div>
  );
}
