/** Making notes on the words that are selected, and the way from a note to its words and back. */
import { useMemo, useState } from 'react';
import type { Mark, Pin } from '../../reading/marks.ts';
import type { Desk } from '../../reading/use-desk.ts';
import { copyText } from '../../ui/copy-text.ts';
import { notify } from '../../ui/toasts.tsx';
import type { ContentsRow } from './contents.ts';
import { noteMarks, notePins, noteStep } from './note-marks.ts';
import type { NotesListProps } from './notes-list.tsx';
import { notesText } from './notes-text.ts';
import { type NoteColour, type Notes, type PackNote, useNotes } from './use-notes.ts';
import type { OpenPack } from './use-pack.ts';

export interface PackNotes {
  readonly notes: Notes;
  readonly marks: readonly Mark[];
  readonly pins: readonly Pin[];
  /** A note on the selected words. @param write whether its words are to be written at once. */
  readonly add: (colour: NoteColour, write: boolean) => Promise<void>;
  /** From its words on the pages to the note. */
  readonly open: (noteId: string) => void;
  /** To the words of the note before or after where one is. */
  readonly step: (way: 1 | -1) => void;
  readonly list: Omit<NotesListProps, 'book'>;
}

/** @param showNotes brings the list of notes into view. */
export function usePackNotes(
  pack: OpenPack,
  { desk, rows, showNotes }: { desk: Desk; rows: readonly ContentsRow[]; showNotes: () => void },
): PackNotes {
  const { book } = pack;
  const notes = useNotes(pack);
  const [writing, setWriting] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const list = notes.list;
  const marks = useMemo(() => noteMarks(list ?? [], chosen), [list, chosen]);
  const pins = useMemo(() => notePins(book, list ?? [], chosen), [book, list, chosen]);

  const open = (noteId: string) => {
    setChosen(noteId);
    showNotes();
    setWriting(noteId);
  };
  const goTo = ({ note, ranges: [first] }: PackNote) => {
    if (!first) return;
    setChosen(note.id);
    desk.view.current?.reveal(first, 'always');
    if (book.reading.sizes) focusPin(desk.scroller.current, note.id, FRAMES);
    else {
      desk.selection.select(first);
      desk.focus();
    }
  };
  return {
    notes,
    marks,
    pins,
    open,
    async add(colour, write) {
      const { range } = desk.selection;
      const made = range && (await notes.add(range, colour));
      if (!made) return;
      desk.selection.select(null);
      setChosen(null);
      if (write) open(made.id);
      else desk.focus();
    },
    step(way) {
      const place = desk.selection.selected?.focus ?? desk.view.current?.top() ?? 0;
      const found = noteStep(list ?? [], { chosen, place }, way);
      if (found) goTo(found);
      else if ((list ?? []).length === 0) notify({ tone: 'info', title: 'There are no notes.' });
      else notify({ tone: 'info', title: way === 1 ? 'This is the last note.' : 'This is the first note.' });
    },
    list: {
      notes,
      writing,
      onWriting: setWriting,
      chosen,
      onNote: goTo,
      onCopyAll: () => {
        const { plain, html } = notesText(pack.pack.title, book, rows, list ?? []);
        copyText(plain, html);
        notify({ tone: 'done', title: 'All notes are copied.', body: 'Paste them into Word or an e-mail.' });
      },
    },
  };
}

/** A page that was gone to has its words a moment later. */
const FRAMES = 120;

function focusPin(pages: HTMLElement | null, noteId: string, frames: number): void {
  const pin = pages?.querySelector<HTMLElement>(`[data-pin-button="${CSS.escape(noteId)}"]`);
  if (pin) pin.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusPin(pages, noteId, frames - 1));
}
