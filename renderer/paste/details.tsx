import './paste.css';
import type { PasteNote } from '../editor/clipboard/notes.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { countOf, explanation, isLoss, phrase } from './words.ts';

/** More of a kind than anybody reads one by one. */
const MOST_LISTED = 50;
const LONGEST = 300;

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en-GB') + text.slice(1);
}

function Note({ note }: { readonly note: PasteNote }) {
  const { words } = note;
  const shown = words.slice(0, MOST_LISTED);
  return (
    <li>
      <strong>{capitalised(phrase(note))}</strong>
      <p className="quiet">{explanation(note)}</p>
      {shown.length > 0 ? (
        <ul className="paste-words">
          {shown.map((each, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same words may have been left out twice, and the list never changes.
            <li key={at}>{each.length > LONGEST ? `${each.slice(0, LONGEST)}…` : each}</li>
          ))}
          {words.length > shown.length ? (
            <li className="quiet">and {countOf(words.length - shown.length, 'more', 'more')}</li>
          ) : null}
        </ul>
      ) : null}
    </li>
  );
}

function Notes({ title, notes }: { readonly title: string; readonly notes: readonly PasteNote[] }) {
  if (notes.length === 0) return null;
  return (
    <section className="paste-notes">
      <h3>{title}</h3>
      <ul>
        {notes.map((note) => (
          <Note key={note.code} note={note} />
        ))}
      </ul>
    </section>
  );
}

/** What can still be done about a paste, while nothing else was written since. */
export interface PasteActions {
  readonly undo: () => void;
  /** null where its characters alone would be no different. */
  readonly asPlainText: (() => void) | null;
}

/** Everything that a paste left out or changed, with the words it happened to. */
export function PasteDetails({
  notes,
  actions,
  onClose,
}: {
  readonly notes: readonly PasteNote[];
  readonly actions: PasteActions | null;
  readonly onClose: () => void;
}) {
  const then = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <Dialog
      title="What pasting left out or changed"
      width={560}
      scrolls
      onClose={onClose}
      actions={
        <>
          {actions ? <Button onPress={then(actions.undo)}>Undo pasting</Button> : null}
          {actions?.asPlainText ? (
            <Button onPress={then(actions.asPlainText)}>Paste as plain text instead</Button>
          ) : null}
          <Button look="primary" onPress={onClose} autoFocus>
            Close
          </Button>
        </>
      }
    >
      <Notes title="Left out" notes={notes.filter(isLoss)} />
      <Notes title="Changed" notes={notes.filter((note) => !isLoss(note))} />
    </Dialog>
  );
}
