import { ClipboardCopy, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { quotedIn } from '../../../shared/pack/reader-note.ts';
import type { Book } from '../../reading/book.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { noteName } from './note-marks.ts';
import { noteStates } from './note-states.ts';
import type { Notes, PackNote } from './use-notes.ts';

export interface NotesListProps {
  readonly book: Book;
  readonly notes: Notes;
  /** The note whose field is to have the focus. */
  readonly writing: string | null;
  readonly onWriting: (noteId: string | null) => void;
  /** The note that is looked at. */
  readonly chosen: string | null;
  /** To its words on the pages. */
  readonly onNote: (note: PackNote) => void;
  readonly onCopyAll: () => void;
}

export function NotesList({ writing, ...props }: NotesListProps) {
  const { list } = props.notes;
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
  const lost = list.filter(({ state }) => state === 'lost').length;
  return (
    <div className="pack-notes">
      <div className="pack-notes-bar">
        <Button onPress={props.onCopyAll}>
          <ClipboardCopy size={14} aria-hidden /> Copy all notes
        </Button>
      </div>
      {lost > 0 ? (
        <p className="pack-notes-lost" role="status">
          {lost === 1 ? 'The words of one note are' : `The words of ${lost} notes are`} not in this version;{' '}
          {lost === 1 ? 'it stands' : 'they stand'} at the end.
        </p>
      ) : null}
      <ul aria-label="Notes">
        {list.map((each) => (
          <li
            key={each.note.id}
            className={`pack-note ${each.note.colour}`}
            aria-current={each.note.id === props.chosen ? 'true' : undefined}
          >
            <Note each={each} isWriting={writing === each.note.id} {...props} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface NoteProps extends Omit<NotesListProps, 'writing'> {
  readonly each: PackNote;
  readonly isWriting: boolean;
}

function Note({ each, book, notes, isWriting, chosen, onWriting, onNote }: NoteProps) {
  const { note, ranges, state } = each;
  const [text, setText] = useState(note.text);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => setText(note.text), [note.text]);
  useEffect(() => {
    if (isWriting) area.current?.focus();
  }, [isWriting]);
  const isChosen = chosen === note.id;
  useEffect(() => {
    if (isChosen) area.current?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
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
    // Back to the words, from where one came.
    if (ranges.length > 0) onNote(each);
  };
  const [first, last] = [ranges[0], ranges.at(-1)];
  const name = noteName(book, each);
  const says = noteStates[state];
  return (
    <>
      <button
        type="button"
        className="pack-note-quote"
        disabled={ranges.length === 0}
        onClick={() => onNote(each)}
      >
        <span>
          <span className="visually-hidden">{name}: </span>
          {quotedIn(note)}
        </span>
        {first && last ? (
          <span className="tabular quiet" aria-hidden>
            {pagesOf(book, first.start, last.start)}
          </span>
        ) : null}
      </button>
      {says === null ? null : <p className="pack-note-state">{says}</p>}
      <div className="pack-note-foot">
        <textarea
          ref={area}
          className="input"
          aria-label={name.replace(/^Highlight/, 'Note')}
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

/** "12", "12 – 13" */
function pagesOf(book: Book, start: number, end: number): string {
  const [first, last] = [book.pageAt(start), book.pageAt(end)];
  return first === last ? book.labelOf(first) : `${book.labelOf(first)} – ${book.labelOf(last)}`;
}
