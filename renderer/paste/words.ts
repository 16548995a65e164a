/** What is said of a paste. */
import { type NoteCode, noteCodes, type PasteNote } from '../editor/clipboard/notes.ts';

interface Words {
  /** Of one, and of several: "1 comment", "3 comments". */
  readonly one: string;
  readonly many: string;
  /** What happened, and what can be done. */
  readonly why: string;
}

const words: Readonly<Record<NoteCode, Words>> = {
  remotePicture: {
    one: 'picture from the internet',
    many: 'pictures from the internet',
    why: 'Despatch never fetches anything. Copy the picture by itself, or save it and insert the file.',
  },
  farPicture: {
    one: 'picture that stayed in the other program',
    many: 'pictures that stayed in the other program',
    why: 'The other program did not hand it over with the words. Copy the picture by itself and paste it.',
  },
  refusedPicture: {
    one: 'picture that cannot be kept',
    many: 'pictures that cannot be kept',
    why: 'It is damaged, too large or of a kind that documents cannot hold.',
  },
  unplacedPicture: {
    one: 'picture where none may stand',
    many: 'pictures where none may stand',
    why: 'Pictures stand in running text, not in cells, fields or lists. Copy it by itself and paste it there.',
  },
  trackingPicture: {
    one: 'invisible tracking picture',
    many: 'invisible tracking pictures',
    why: 'It would have told somebody that the words were read.',
  },
  comment: {
    one: 'comment',
    many: 'comments',
    why: 'Comments of the other program do not come along. Import the file to keep them.',
  },
  deleted: {
    one: 'deletion of a reviewer',
    many: 'deletions of a reviewer',
    why: 'These words were struck out by tracked changes. Copy them from here if they should stay.',
  },
  hidden: {
    one: 'hidden passage',
    many: 'hidden passages',
    why: 'It was not to be seen where it came from.',
  },
  active: {
    one: 'script',
    many: 'scripts',
    why: 'Nothing that could run is ever taken over.',
  },
  embedded: {
    one: 'embedded object',
    many: 'embedded objects',
    why: 'Films, drawings and frames have no place in a document.',
  },
  form: {
    one: 'form field',
    many: 'form fields',
    why: 'What had been filled in is listed here.',
  },
  link: {
    one: 'address that is not a web or mail address',
    many: 'addresses that are not web or mail addresses',
    why: 'The words stay; only where they led is left out.',
  },
  inserted: {
    one: 'insertion of a reviewer kept',
    many: 'insertions of a reviewer kept',
    why: 'Tracked insertions became plain words.',
  },
  struck: {
    one: 'struck-out passage',
    many: 'struck-out passages',
    why: 'The words stay, without the line through them. Delete them if they should go.',
  },
  footnote: {
    one: 'footnote',
    many: 'footnotes',
    why: 'Its words stand behind the text, its number in brackets where it was.',
  },
  number: {
    one: 'typed number',
    many: 'typed numbers',
    why: 'Items are numbered by this document where their kind bears numbers.',
  },
  level: {
    one: 'level too deep',
    many: 'levels too deep',
    why: 'The item or heading stands at the deepest level that its kind has here.',
  },
  merged: {
    one: 'merged cell',
    many: 'merged cells',
    why: 'It was unfolded: its words stand in the first cell, the others are empty.',
  },
  wide: {
    one: 'cell beyond the widest table',
    many: 'cells beyond the widest table',
    why: 'A table has at most 100 columns; the words were joined to the last one.',
  },
  cellList: {
    one: 'list in a cell',
    many: 'lists in cells',
    why: 'Its items became lines with dashes.',
  },
  layout: {
    one: 'table within a table',
    many: 'tables within tables',
    why: 'The outer one became text, cell below cell.',
  },
  tableAsLines: {
    one: 'table as lines',
    many: 'tables as lines',
    why: 'No table may stand here, so every row became a line.',
  },
  formula: {
    one: 'formula as plain characters',
    many: 'formulas as plain characters',
    why: 'Check that it still reads right.',
  },
  kind: {
    one: 'block of another kind',
    many: 'blocks of another kind',
    why: 'Its kind may not stand here, so it became what may; every word stayed.',
  },
  reference: {
    one: 'cross-reference as words',
    many: 'cross-references as words',
    why: 'What it points at does not stand in this document.',
  },
};

export function countOf(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

export function phrase({ code, count }: PasteNote): string {
  return countOf(count, words[code].one, words[code].many);
}

export function explanation({ code }: PasteNote): string {
  return words[code].why;
}

export function isLoss({ code }: PasteNote): boolean {
  return noteCodes[code] === 'left out';
}

function listed(notes: readonly PasteNote[]): string {
  return notes.map(phrase).join(', ');
}

export function titleOf(blocks: number): string {
  return blocks === 0 ? 'Pasted' : `Pasted ${countOf(blocks, 'block', 'blocks')}`;
}

/** One line for the notice; undefined where there is nothing to say. */
export function summary(notes: readonly PasteNote[]): string | undefined {
  const lost = notes.filter(isLoss);
  const changed = notes.filter((note) => !isLoss(note));
  const parts = [
    ...(lost.length > 0 ? [`Left out: ${listed(lost)}.`] : []),
    ...(changed.length > 0 ? [`Changed: ${listed(changed)}.`] : []),
  ];
  return parts.length > 0 ? parts.join(' ') : undefined;
}
