/**
 * HTML on the clipboard, of Word, Outlook, Excel, LibreOffice, Google Docs and web pages: words with bold, italic and
 * links, lists with their levels, headings, tables and the pictures that came along. What else was there is noted.
 */
import type { Foreign, Fragment } from '../fragment.ts';
import type { Notes } from '../notes.ts';
import { Collector, type Context, startContext } from './collector.ts';
import { nameOf } from './elements.ts';
import { parseHtml, STYLE, styleOf } from './parse.ts';
import { cellContent, cellsOf, Grid, isHiddenRow, rowsOf } from './tables.ts';
import { type Page, type ReadTable, walkPage } from './walk.ts';
import { isCommentList } from './word.ts';

/** A table in a cell is never met: a table that holds another one lays out a page. */
const readTable: ReadTable = function* (table, context, into, page) {
  const grid = new Grid(page.notes);
  const start: Context = { ...startContext, bold: context.bold, italic: context.italic, link: context.link };
  for (const row of rowsOf(table)) {
    if (isHiddenRow(row)) {
      page.notes.add(
        'hidden',
        cellsOf(row)
          .map((cell) => cell.textContent)
          .join(' '),
      );
      continue;
    }
    const cells = [];
    for (const element of cellsOf(row)) {
      // The words of one cell are too few to yield by themselves.
      yield;
      const inCell = new Collector();
      yield* walkPage(element, inCell, page, readTable, start);
      cells.push({
        element,
        content: cellContent(withoutPictures(inCell.fragments, page.notes), page.notes),
      });
    }
    grid.addRow(cells, row.parentElement !== null && nameOf(row.parentElement) === 'THEAD');
  }
  const caption = [...table.children].find((child) => nameOf(child) === 'CAPTION');
  const titled = new Collector();
  if (caption) yield* walkPage(caption, titled, page, readTable, start);
  const content = cellContent(titled.fragments, page.notes);
  const made = grid.table();
  if (made) into.add({ origin: { role: 'table', level: 0, table: made }, content });
  else if (content.length > 0) into.add({ origin: { role: 'line', level: 0 }, content });
};

/** A cell holds words only. */
function withoutPictures(fragments: readonly Fragment[], notes: Notes): Fragment[] {
  return fragments.filter(({ origin }) => {
    const isPicture = 'role' in origin && origin.role === 'picture';
    if (isPicture) notes.add('unplacedPicture', origin.alternativeText);
    return !isPicture;
  });
}

function listsComments(page: Document): boolean {
  return [...page.querySelectorAll(`div[${STYLE}]`)].some((each) => isCommentList(styleOf(each)));
}

/** Makes the ranks of the headings that were met one step apart: what began with h2 and h4 has two levels. */
function ranked(fragments: readonly Fragment[]): Fragment[] {
  const isHeading = (origin: Fragment['origin']): origin is Foreign =>
    'role' in origin && origin.role === 'heading';
  const ranks = [...new Set(fragments.flatMap(({ origin }) => (isHeading(origin) ? [origin.level] : [])))];
  ranks.sort((one, other) => one - other);
  return fragments.map(({ origin, content }) => ({
    content,
    origin: isHeading(origin) ? { ...origin, level: ranks.indexOf(origin.level) } : origin,
  }));
}

/** Yields often, for whoever must not keep the window waiting. */
export function* readHtml(html: string, notes: Notes): Generator<void, Fragment[]> {
  const parsed = yield* parseHtml(html);
  const into = new Collector();
  const page: Page = { notes, listsComments: listsComments(parsed) };
  yield* walkPage(parsed.body, into, page, readTable);
  into.close();
  return ranked(into.fragments);
}
