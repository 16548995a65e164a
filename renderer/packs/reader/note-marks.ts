/** Notes as they are shown on the pages: tinted words, and a pin beside the first of them. */
import { quotedIn } from '../../../shared/pack/reader-note.ts';
import type { Book } from '../../reading/book.ts';
import type { Mark, Pin } from '../../reading/marks.ts';
import type { PackNote } from './use-notes.ts';

/** @param chosen the note that is looked at. */
export function noteMarks(notes: readonly PackNote[], chosen: string | null): Mark[] {
  return notes.flatMap(({ note, ranges }) =>
    ranges.map(
      (range): Mark => ({ name: `note-${note.colour}`, ...range, pin: note.id, active: note.id === chosen }),
    ),
  );
}

export function notePins(book: Book, notes: readonly PackNote[], chosen: string | null): Pin[] {
  return notes.flatMap((each): Pin[] => {
    const [first] = each.ranges;
    if (!first) return [];
    const { note } = each;
    return [
      {
        id: note.id,
        at: first.start,
        name: `note-${note.colour}`,
        label: `${noteName(book, each)}: ${shortened(note.text === '' ? quotedIn(note) : note.text)}`,
        written: note.text !== '',
        current: note.id === chosen,
      },
    ];
  });
}

/** "Note on pages 12 to 13" */
export function noteName(book: Book, { note, ranges }: PackNote): string {
  const kind = note.text === '' ? 'Highlight' : 'Note';
  const where = noteWhere(
    book,
    ranges.map(({ start }) => book.pageAt(start)),
  );
  return where === null ? `${kind}, not in this version` : `${kind} on ${where}`;
}

/** "page 12", "pages 12 to 13"; null: nowhere. */
export function noteWhere(book: Book, pages: readonly number[]): string | null {
  const [first, last] = [pages[0], pages.at(-1)];
  if (first === undefined || last === undefined) return null;
  return first === last ? book.nameOf(first) : `pages ${book.labelOf(first)} to ${book.labelOf(last)}`;
}

const LONGEST = 120;

function shortened(words: string): string {
  const line = words.replace(/\s+/gu, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line;
}

/** The note before or after a place; of several at one place each in turn. null where there is none. */
export function noteStep(
  notes: readonly PackNote[],
  { chosen, place }: { readonly chosen: string | null; readonly place: number },
  way: 1 | -1,
): PackNote | null {
  const standing = notes.filter(({ ranges }) => ranges.length > 0);
  const at = standing.findIndex(({ note }) => note.id === chosen);
  if (at !== -1) return standing[at + way] ?? null;
  const start = ({ ranges: [first] }: PackNote) => first?.start ?? 0;
  const found =
    way === 1
      ? standing.find((each) => start(each) >= place)
      : standing.findLast((each) => start(each) < place);
  return found ?? null;
}
