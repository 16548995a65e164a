/** Highlights and notes of a pack: they hang on words of its papers, so that they survive its next version. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import type { TextRange } from '../../../shared/evidence/taken.ts';
import { MOST_NOTE_PAGES, type ReaderNote } from '../../../shared/pack/reader-note.ts';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';
import type { Book } from '../../reading/book.ts';
import { notify } from '../../ui/toasts.tsx';
import type { OpenPack } from './use-pack.ts';

type Placed = CallOutput<'packs.notes'>[number];
export type NoteColour = ReaderNote['colour'];

export interface PackNote extends Placed {
  /** Page by page in the whole text of the pack; none: its words are not in it. */
  readonly ranges: readonly TextRange[];
}

export interface Notes {
  /** Those with a place in the order of the pack, then those without. null: not read yet. */
  readonly list: readonly PackNote[] | null;
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
    add: async (range, colour) => {
      const places = book.onPages(range);
      if (places.length > MOST_NOTE_PAGES) {
        tell(
          'A note runs over too many pages',
          `It can run over ${MOST_NOTE_PAGES} pages at most; these are ${places.length}.`,
        );
        return null;
      }
      const made = await tried(async () => ({
        note: await client.call('packs.addNote', { packId, places, colour, text: '' }),
      }));
      if (made && made.note === null) {
        tell(
          'There are no words of a paper here',
          'What the pack itself prints on its pages is another in its next version.',
        );
      }
      return made?.note ?? null;
    },
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

const tell = (title: string, body: string) => notify({ tone: 'info', title, body });

function inOrder(placed: readonly Placed[], book: Book): PackNote[] {
  const notes = placed.map(
    (each): PackNote => ({ ...each, ranges: each.places.map((place) => book.rangeOf(place)) }),
  );
  const last = Number.MAX_SAFE_INTEGER;
  const start = ({ ranges: [first] }: PackNote) => first?.start ?? last;
  return notes.sort((one, other) => start(one) - start(other));
}
