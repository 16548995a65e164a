import { Trash2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { TextRange } from '../../../shared/evidence/taken.ts';
import type { Book } from '../../evidence/reader/book.ts';
import { IconButton } from '../../ui/button.tsx';
import type { Notes, PackNote } from './use-notes.ts';

interface Props {
  readonly book: Book;
  readonly notes: Notes;
  readonly writing: string | null;
  readonly onWriting: (noteId: string | null) => void;
  readonly onNote: (place: TextRange) => void;
}

export function NotesList({ book, notes, writing, onWriting, onNote }: Props) {
  const { list } = notes;
  if (list === null) return <p className="pack-notes-empty quiet">Looking for your notes…</p>;
  if (list.length === 0) {
    return (
      <div className="pack-notes-empty">
        <p>You have no notes on this meeting.</p>
        <p className="quiet">
          Select words on a page: H highlights them, N writes a note. Notes hang on the words, so they are
          there in the next version of the pack too.
        </p>
      </div>
    );
  }
  return (
    <ul className="pack-notes">
      {list.map((each) => (
        <li key={each.note.id} className={`pack-note ${each.note.colour}`}>
          <Note
            each={each}
            book={book}
            notes={notes}
            isWriting={writing === each.note.id}
            onWriting={onWriting}
            onNote={onNote}
          />
        </li>
      ))}
    </ul>
  );
}

const states: Readonly<Record<PackNote['state'], string | null>> = {
  same: null,
  moved: 'The words stand elsewhere in this version.',
  changed: 'The words were changed in this version.',
  lost: 'The words are not in this version.',
};

interface NoteProps extends Omit<Props, 'writing'> {
  readonly each: PackNote;
  readonly isWriting: boolean;
}

function Note({ each, book, notes, isWriting, onWriting, onNote }: NoteProps) {
  const { note, range, state } = each;
  const [text, setText] = useState(note.text);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => setText(note.text), [note.text]);
  useEffect(() => {
    if (isWriting) area.current?.focus();
  }, [isWriting]);
  const keep = () => {
    onWriting(null);
    if (text !== note.text) void notes.change(note, { text });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setText(note.text);
    else if (!(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    event.stopPropagation();
    area.current?.blur();
  };
  const page = range === null ? null : book.pageAt(range.start);
  return (
    <>
      <button
        type="button"
        className="pack-note-quote"
        disabled={range === null}
        onClick={() => range && onNote(range)}
      >
        <span>{note.locator.quote.exact}</span>
        {page === null ? null : (
          <span className="tabular quiet">{book.reading.pages[page - 1]?.label ?? page}</span>
        )}
      </button>
      {states[state] === null ? null : <p className="pack-note-state">{states[state]}</p>}
      <div className="pack-note-foot">
        <textarea
          ref={area}
          className="input"
          aria-label="Note"
          placeholder="Write a note"
          rows={Math.min(8, Math.max(1, text.split('\n').length))}
          maxLength={20_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={keep}
          onKeyDown={onKeyDown}
        />
        <IconButton label="Remove" onPress={() => void notes.remove(note)}>
          <Trash2 size={14} aria-hidden />
        </IconButton>
      </div>
    </>
  );
}
