import './palette.css';
import { Search } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useActiveOption } from './active-option.ts';
import { type FoundEntry, find, type PaletteEntry } from './entries.ts';
import { OptionList } from './option-list.tsx';
import { OptionQuery } from './option-query.tsx';

interface Props {
  /** Names the dialog. */
  readonly title: string;
  /** Says what can be typed: name of the field, and shown while it is empty. */
  readonly asks: string;
  readonly entries: readonly PaletteEntry[];
  /** Ids of what was chosen last, newest first. */
  readonly recent?: readonly string[];
  readonly onChosen?: (entry: FoundEntry) => void;
  readonly onClose: () => void;
}

const none: readonly string[] = [];

/** A field over a list: type, choose with the arrows, Enter. The entry runs once the dialog has gone. */
export function Picker({ title, asks, entries, recent = none, onChosen, onClose }: Props) {
  const listId = useId();
  const [query, setQuery] = useState('');
  const groups = useMemo(() => find(entries, query, recent), [entries, query, recent]);
  const { active, setActive, move } = useActiveOption(groups);
  const count = groups.reduce((sum, group) => sum + group.entries.length, 0);

  const choose = (entry: FoundEntry) => {
    if (entry.unavailable !== undefined) return;
    onChosen?.(entry);
    onClose();
    // The closing dialog gives the focus back first, which the entry may then move.
    requestAnimationFrame(() => requestAnimationFrame(() => entry.run()));
  };

  return (
    <ModalOverlay
      isOpen
      isDismissable
      className="scrim palette-scrim"
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="modal palette">
        <Dialog className="dialog" aria-label={title}>
          <div className="palette-field">
            <Search size={16} aria-hidden />
            <OptionQuery
              listId={listId}
              label={asks}
              active={active}
              query={query}
              onQuery={setQuery}
              move={move}
              onChoose={() => active && choose(active)}
            />
          </div>
          <OptionList
            id={listId}
            label="Found"
            groups={groups}
            active={active}
            onActive={setActive}
            onChoose={choose}
          />
          {count === 0 ? <p className="palette-nothing">Nothing is called “{query.trim()}”.</p> : null}
          <p className="visually-hidden" role="status">
            {query.trim() === '' ? '' : `${count} found`}
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
