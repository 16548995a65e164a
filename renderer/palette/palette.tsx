import { useEffect, useMemo, useState } from 'react';
import * as z from 'zod';
import { useCommandBus } from '../app/commands.tsx';
import { notifyFailure } from '../app/failures.ts';
import { useServices } from '../app/services.ts';
import { useRemembered } from '../ui/remembered.ts';
import { commandEntries, documentEntries } from './app-entries.ts';
import type { PaletteEntry } from './entries.ts';
import { Picker } from './picker.tsx';
import { offeredEntries } from './sources.ts';

const REMEMBERED = 6;

/** Every action of the application by name, every heading of the document, every document of the library. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { client, go } = useServices();
  const bus = useCommandBus();
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

  const entries = useMemo(() => [...offered, ...documents], [offered, documents]);
  return (
    <Picker
      title="Command palette"
      asks="Type a command, a heading or a document"
      entries={entries}
      recent={recent}
      onChosen={({ id }) =>
        setRecent((now) => [id, ...now.filter((each) => each !== id)].slice(0, REMEMBERED))
      }
      onClose={onClose}
    />
  );
}
