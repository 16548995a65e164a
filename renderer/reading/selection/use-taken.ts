import { useEffect, useState } from 'react';
import {
  CONTEXT_LENGTH,
  type TakenPassage,
  type TextRange,
  takePassage,
} from '../../../shared/evidence/taken.ts';
import type { Book } from '../book.ts';

/** White space at the ends of a selection is no part of the words, and what stands around them begins behind it. */
const ROOM = 4 * CONTEXT_LENGTH;

/** The selected words, ready to be taken; null where there are none, or not yet. */
export function useTaken(book: Book, range: TextRange | null): TakenPassage | null {
  const [taken, setTaken] = useState<{
    readonly of: TextRange;
    readonly passage: TakenPassage | null;
  } | null>(null);
  const start = range?.start;
  const end = range?.end;
  useEffect(() => {
    if (start === undefined || end === undefined) return;
    let wanted = true;
    void takeWords(book, { start, end })
      .then((passage) => {
        if (wanted) setTaken({ of: { start, end }, passage });
      })
      .catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [book, start, end]);
  return taken && taken.of.start === start && taken.of.end === end ? taken.passage : null;
}

async function takeWords(book: Book, range: TextRange): Promise<TakenPassage | null> {
  const { sourceId, edition, paged } = book.reading;
  const stretch = await book.around(range, ROOM);
  const place = { sourceId, edition, page: null, ...stretch };
  const passage = takePassage(place, range);
  const begins = passage?.locator.position?.start;
  if (!passage || begins === undefined || !paged) return passage;
  return { ...passage, locator: { ...passage.locator, page: book.pageAt(begins) } };
}
