/** All notes as a text to take to the meeting: item by item, with the printed page and the words they hang on. */
import { passagesOf } from '../../../shared/pack/reader-note.ts';
import type { Book } from '../../reading/book.ts';
import { type ContentsRow, itemAt, rowName } from './contents.ts';
import { noteWhere } from './note-marks.ts';
import { noteStates } from './note-states.ts';
import type { PackNote } from './use-notes.ts';

interface Group {
  readonly title: string;
  readonly notes: PackNote[];
}

interface NotesText {
  readonly plain: string;
  readonly html: string;
}

/** @param title of the pack. @param notes in their order. */
export function notesText(
  title: string,
  book: Book,
  rows: readonly ContentsRow[],
  notes: readonly PackNote[],
): NotesText {
  const plain: string[] = [`Notes on ${title}`];
  const html: string[] = [`<h1>${escaped(`Notes on ${title}`)}</h1>`];
  for (const group of grouped(rows, book, notes)) {
    plain.push('', group.title);
    html.push(`<h2>${escaped(group.title)}</h2>`);
    for (const { note, ranges, state } of group.notes) {
      const where = noteWhere(
        book,
        ranges.map(({ start }) => book.pageAt(start)),
      );
      const quoted = passagesOf(note)
        .map(({ locator }) => locator.quote.exact.replace(/\s+/gu, ' '))
        .join(' … ');
      const lead = where === null ? '' : `${where.charAt(0).toUpperCase()}${where.slice(1)}: `;
      const says = noteStates[state];
      plain.push('', `${lead}“${quoted}”`);
      html.push(`<p>${escaped(lead)}“${escaped(quoted)}”</p>`);
      for (const words of [note.text, says === null ? '' : `(${says})`]) {
        if (words === '') continue;
        plain.push(words);
        html.push(`<p>${escaped(words).replaceAll('\n', '<br>')}</p>`);
      }
    }
  }
  return { plain: `${plain.join('\n')}\n`, html: html.join('\n') };
}

function grouped(rows: readonly ContentsRow[], book: Book, notes: readonly PackNote[]): Group[] {
  const groups: Group[] = [];
  for (const each of notes) {
    const [first] = each.ranges;
    const item = first ? itemAt(rows, book.pageAt(first.start)) : null;
    const title = !first ? 'Not in this version' : item ? rowName(item) : 'Front sheet';
    const last = groups.at(-1);
    if (last?.title === title) last.notes.push(each);
    else groups.push({ title, notes: [each] });
  }
  return groups;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
