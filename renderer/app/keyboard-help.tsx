import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import {
  agendaKeys,
  commandShortcuts,
  evidenceKeys,
  libraryKeys,
  type Shortcut,
  writingKeys,
} from './shortcuts.ts';

export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      title="Keyboard"
      width={720}
      scrolls
      onClose={onClose}
      actions={
        <Button look="primary" onPress={onClose} autoFocus>
          Close
        </Button>
      }
    >
      <div className="key-columns">
        <div>
          <Keys name="Anywhere" shortcuts={commandShortcuts} />
          <Keys name="In the library" shortcuts={libraryKeys} />
          <Keys name="In the evidence library" shortcuts={evidenceKeys} />
        </div>
        <div>
          <Keys name="While writing" shortcuts={writingKeys} />
          <Keys name="In an agenda" shortcuts={agendaKeys} />
        </div>
      </div>
    </Dialog>
  );
}

function Keys({ name, shortcuts }: { name: string; shortcuts: readonly Shortcut[] }) {
  return (
    <section className="keys">
      <h3>{name}</h3>
      <dl>
        {shortcuts.map(({ keys, does }) => (
          <div key={keys}>
            <dt>{does}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
