import './palette.css';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import * as z from 'zod';
import { useCommandBus } from '../app/commands.tsx';
import { notifyFailure } from '../app/failures.ts';
import { useServices } from '../app/services.ts';
import { useRemembered } from '../ui/remembered.ts';
import { useActiveOption } from './active-option.ts';
import { commandEntries, documentEntries } from './app-entries.ts';
import { type FoundEntry, find, type PaletteEntry } from './entries.ts';
import { OptionList, optionId } from './option-list.tsx';
import { offeredEntries } from './sources.ts';

const REMEMBERED = 6;

/** Every action of the application by name: type, choose with the arrows, Enter. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { client, go } = useServices();
  const bus = useCommandBus();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [recent, setRecent] = useRemembered('palette.recent', z.array(z.string()).max(50), []);
  const [documents, setDocuments] = useState<readonly PaletteEntry[]>([]);
  const [offered] = useState(() => [...offeredEntries(), ...commandEntries(bus)]);

  useEffect(() => {
    let open = true;
    client.call('documents.list', {}).then(
      (list) => {
        if (open) setDocuments(documentEntries(list, go));
      },
      (thrown) => notifyFailure(thrown),
    );
    return () => {
      open = false;
    };
  }, [client, go]);

  const groups = useMemo(
    () => find([...offered, ...documents], query, recent),
    [offered, documents, query, recent],
  );
  const { active, setActive, move } = useActiveOption(groups);
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);

  const choose = (entry: FoundEntry) => {
    if (entry.unavailable !== undefined) return;
    setRecent((now) => [entry.id, ...now.filter((id) => id !== entry.id)].slice(0, REMEMBERED));
    onClose();
    // The closing dialog gives the focus back first, which the action may then move.
    requestAnimationFrame(() => requestAnimationFrame(() => entry.run()));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && active) choose(active);
    else if (!move(event.key)) return;
    event.preventDefault();
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
        <Dialog className="dialog" aria-label="Command palette">
          <div className="palette-field">
            <Search size={16} aria-hidden />
            <input
              autoFocus
              role="combobox"
              aria-label="Command, heading or document"
              aria-expanded
              aria-autocomplete="list"
              aria-controls={listId}
              aria-activedescendant={active ? optionId(listId, active) : undefined}
              placeholder="Type a command, a heading or a document"
              spellCheck={false}
              autoComplete="off"
              value={query}
              onChange={(event) => setQuery(event.target.value)}
              onKeyDown={onKeyDown}
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
