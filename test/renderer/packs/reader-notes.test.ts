/** Notes as they are shown, walked through and taken along. */
import { expect, test } from 'vitest';
import type { ContentsRow } from '../../../renderer/packs/reader/contents.ts';
import { noteMarks, noteName, notePins, noteStep } from '../../../renderer/packs/reader/note-marks.ts';
import { notesText } from '../../../renderer/packs/reader/notes-text.ts';
import type { PackNote } from '../../../renderer/packs/reader/use-notes.ts';
import { Book } from '../../../renderer/reading/book.ts';
import { pinAt } from '../../../renderer/reading/marks.ts';

const gone = () => Promise.reject(new Error('nothing is fetched here'));
/** Five pages of nine characters, printed i, 1, 2, 3, 4. */
const book = new Book(
  {
    sourceId: 'pack',
    edition: 'a'.repeat(64),
    current: true,
    kind: 'pdf',
    title: 'Harbours Committee',
    textState: 'text',
    paged: true,
    pages: ['i', '1', '2', '3', '4'].map((label, at) => ({ label, start: 10 * at, length: 9 })),
    outline: [],
    sizes: null,
    problem: null,
  },
  { text: gone, boxes: gone, picture: gone },
);
const row = (number: string, title: string, page: number): ContentsRow => ({
  id: title,
  number,
  title,
  depth: 0,
  isPaper: false,
  page,
  pages: '',
  withheld: false,
});
const rows = [row('5', 'Dues', 2), row('6', 'Dredging & depth', 4)];

function note(id: string, text: string, exact: readonly string[], at: readonly [number, number][]): PackNote {
  const [first = '', ...others] = exact;
  const passage = (words: string) => ({
    paperId: 'paper',
    locator: {
      quote: { type: 'TextQuoteSelector', exact: words, prefix: '', suffix: '' } as const,
      position: null,
      page: 1,
    },
  });
  return {
    note: {
      ...passage(first),
      more: others.map(passage),
      id,
      colour: 'yellow',
      text,
      createdAt: '2031-03-01T09:00:00Z',
      updatedAt: '2031-03-01T09:00:00Z',
    },
    state: at.length > 0 ? 'same' : 'lost',
    places: [],
    ranges: at.map(([start, end]) => ({ start, end })),
  };
}

const notes = [
  note('front', '', ['Agenda'], [[0, 6]]),
  note(
    'long',
    'Who pays?\nAsk.',
    ['the dues', 'of boats'],
    [
      [12, 19],
      [20, 28],
    ],
  ),
  note('inner', '', ['dues'], [[15, 18]]),
  note('deep', 'How deep?', ['<2 m>'], [[40, 45]]),
  note('gone', 'Old', ['the ferry'], []),
];

test('one note over two pages is tinted on both, has one pin, and says both pages', () => {
  const marks = noteMarks(notes, 'long').filter(({ pin }) => pin === 'long');
  expect(marks.map(({ start, end, active }) => [start, end, active])).toEqual([
    [12, 19, true],
    [20, 28, true],
  ]);
  const pins = notePins(book, notes, 'long');
  expect(pins.map(({ id }) => id)).toEqual(['front', 'long', 'inner', 'deep']);
  expect(pins[1]).toMatchObject({
    at: 12,
    written: true,
    current: true,
    label: 'Note on pages 1 to 2: Who pays? Ask.',
  });
  expect(notes.map((each) => noteName(book, each))).toEqual([
    'Highlight on page i (1)',
    'Note on pages 1 to 2',
    'Highlight on page 1 (2)',
    'Note on page 4 (5)',
    'Note, not in this version',
  ]);
});

test('of a note within a longer one a click opens the inner one', () => {
  const marks = noteMarks(notes, null);
  expect([13, 16, 22, 30, 40].map((place) => pinAt(marks, place))).toEqual([
    'long',
    'inner',
    'long',
    null,
    'deep',
  ]);
});

test('keys lead from note to note in the order of the pages, and end at the last that is there', () => {
  const ids: (string | undefined)[] = [];
  let chosen: string | null = null;
  for (let steps = 0; steps < 5; steps += 1) {
    const next = noteStep(notes, { chosen, place: 11 }, 1);
    ids.push(next?.note.id);
    chosen = next?.note.id ?? null;
    if (chosen === null) break;
  }
  expect(ids).toEqual(['long', 'inner', 'deep', undefined]);
  expect(noteStep(notes, { chosen: null, place: 11 }, -1)?.note.id).toBe('front');
  expect(noteStep(notes, { chosen: 'front', place: 11 }, -1)).toBeNull();
});

test('notes are taken along item by item, with printed pages, their words and what became of them', () => {
  const { plain, html } = notesText('Harbours Committee 6 March 2031', book, rows, notes);
  expect(plain).toBe(`Notes on Harbours Committee 6 March 2031

Front sheet

Page i (1): “Agenda”

5 Dues

Pages 1 to 2: “the dues … of boats”
Who pays?
Ask.

Page 1 (2): “dues”

6 Dredging & depth

Page 4 (5): “<2 m>”
How deep?

Not in this version

“the ferry”
Old
(The words are not in this version.)
`);
  expect(html).toContain('<h2>6 Dredging &amp; depth</h2>\n<p>Page 4 (5): “&lt;2 m&gt;”</p>');
  expect(html).toContain('<p>Who pays?<br>Ask.</p>');
});
