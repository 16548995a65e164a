/** Highlights and notes of a pack: they hang on words of its papers, so that they survive its next version. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import type { TextRange } from '../../../shared/evidence/taken.ts';
import type { ReaderNote } from '../../../shared/pack/reader-note.ts';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';
import type { Book } from '../../evidence/reader/book.ts';
import type { Mark } from '../../evidence/reader/marks.ts';
import { notify } from '../../ui/toasts.tsx';
import type { OpenPack } from './use-pack.ts';

type Placed = CallOutput<'packs.notes'>[number];
export type NoteColour = ReaderNote['colour'];

export interface PackNote extends Placed {
  /** In the whole text of the pack; null: its words are not in it. */
  readonly range: TextRange | null;
}

export interface Notes {
  /** Those with a place in the order of the pack, then those without. null: not read yet. */
  readonly list: readonly PackNote[] | null;
  readonly marks: readonly Mark[];
  add(range: TextRange, colour: NoteColour): Promise<ReaderNote | null>;
  change(note: ReaderNote, change: Partial<Pick<ReaderNote, 'colour' | 'text'>>): Promise<void>;
  remove(note: ReaderNote): Promise<void>;
}

export function useNotes({ pack, book }: OpenPack): Notes {
  const { client } = useServices();
  const [placed, setPlaced] = useState<readonly Placed[] | null>(null);
  const packId = pack.id;
  const load = useCallback(
    () => client.call('packs.notes', { packId }).then(setPlaced, notifyFailure),
    [client, packId],
  );
  useEffect(() => void load(), [load]);

  const list = useMemo(() => placed && inOrder(placed, book), [placed, book]);
  const marks = useMemo(
    () =>
      (list ?? []).flatMap(({ note, range }): Mark[] =>
        range ? [{ name: `note-${note.colour}`, ...range }] : [],
      ),
    [list],
  );
  const tried = async <Result>(work: () => Promise<Result>): Promise<Result | null> => {
    try {
      return await work();
    } catch (thrown) {
      notifyFailure(thrown);
      return null;
    } finally {
      await load();
    }
  };
  return {
    list,
    marks,
    add: (range, colour) =>
      tried(() => {
        const page = book.pageAt(range.start);
        const start = range.start - book.startOf(page);
        const length = book.reading.pages[page - 1]?.length ?? 0;
        // A highlight hangs on words of one page: what runs on is cut at its end.
        const end = Math.min(range.end - book.startOf(page), length);
        return client.call('packs.addNote', { packId, page, start, end, colour, text: '' });
      }),
    change: async (note, change) => {
      const { colour, text } = { ...note, ...change };
      await tried(() => client.call('packs.changeNote', { noteId: note.id, colour, text }));
    },
    remove: async (note) => {
      const removed = await tried(() => client.call('packs.removeNote', { noteId: note.id }));
      if (!removed) return;
      notify({
        tone: 'info',
        title: note.text === '' ? 'The highlight is removed' : 'The note is removed',
        actions: [
          {
            label: 'Undo',
            run: () =>
              void tried(() => client.call('packs.restoreNote', { meetingId: pack.meetingId, note })),
          },
        ],
      });
    },
  };
}

function inOrder(placed: readonly Placed[], book: Book): PackNote[] {
  const notes = placed.map((each): PackNote => {
    if (each.place === null) return { ...each, range: null };
    const from = book.startOf(each.place.page);
    return { ...each, range: { start: from + each.place.start, end: from + each.place.end } };
  });
  const last = Number.MAX_SAFE_INTEGER;
  return notes.sort((one, other) => (one.range?.start ?? last) - (other.range?.start ?? last));
}
