/** Tables in foreign HTML: told from tables that only lay out a page, and merged cells unfolded. */
import type { Inline, TableCell } from '../../../../shared/document/schema.ts';
import { plainText } from '../../../../shared/document/walk.ts';
import { joinRuns } from '../../convert/inline.ts';
import type { ForeignTable, Fragment } from '../fragment.ts';
import type { Notes } from '../notes.ts';
import { isHidden, nameOf } from './elements.ts';
import { styleOf } from './parse.ts';

/** More columns than anybody prints; a page may claim any number. */
export const MOST_COLUMNS = 100;

function children(element: Element, ...names: readonly string[]): Element[] {
  return [...element.children].filter((child) => names.includes(nameOf(child)));
}

/** The rows of the table itself, none of a table within it. */
export function rowsOf(table: Element): Element[] {
  return [...table.children].flatMap((child) => {
    const name = nameOf(child);
    if (name === 'TR') return [child];
    return ['THEAD', 'TBODY', 'TFOOT'].includes(name) ? children(child, 'TR') : [];
  });
}

export function cellsOf(row: Element): Element[] {
  return children(row, 'TD', 'TH');
}

/** Whether it only lays out a page: its cells follow one another then, as a screen reader says them. */
export function isLayout(table: Element): boolean {
  if (/^(?:presentation|none)$/.test(table.getAttribute('role') ?? '')) return true;
  if (table.querySelector('table') !== null) return true;
  return rowsOf(table).every((row) => cellsOf(row).length <= 1);
}

/** How many rows or columns a cell claims. */
function spanOf(cell: Element, attribute: 'colspan' | 'rowspan', most: number): number {
  const span = Number.parseInt(cell.getAttribute(attribute) ?? '1', 10);
  return Number.isNaN(span) ? 1 : Math.min(most, Math.max(1, span));
}

export function isHiddenRow(row: Element): boolean {
  return isHidden(row, styleOf(row));
}

/** The words of a cell: its blocks below each other, the items of a list with a dash. */
export function cellContent(fragments: readonly Fragment[], notes: Notes): Inline[] {
  const items = fragments.filter(({ origin }) => 'role' in origin && origin.role === 'item').length;
  if (items > 1) notes.add('cellList');
  const content = fragments.flatMap(({ origin, content: words }, at): Inline[] => {
    const dash: Inline[] =
      items > 1 && 'role' in origin && origin.role === 'item' ? [{ type: 'text', text: '– ' }] : [];
    return [...(at > 0 ? [{ type: 'break' } as const] : []), ...dash, ...words];
  });
  return joinRuns(content);
}

/** Lays cells out in a grid. Cells come row by row; a merged one leaves the others it covers empty. */
export class Grid {
  readonly #rows: TableCell[][] = [];
  /** How many rows below each column is still covered by a cell above. */
  readonly #covered: number[] = [];
  readonly #notes: Notes;
  #headerRows = 0;
  #headerColumn = true;

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  addRow(cells: readonly { readonly element: Element; readonly content: Inline[] }[], inHead: boolean): void {
    const row: TableCell[] = [];
    const skipCovered = () => {
      while ((this.#covered[row.length] ?? 0) > 0) {
        this.#covered[row.length] = (this.#covered[row.length] ?? 1) - 1;
        row.push({ content: [] });
      }
    };
    for (const { element, content } of cells) {
      skipCovered();
      const last = row.at(-1);
      if (row.length >= MOST_COLUMNS && last) {
        this.#notes.add('wide');
        last.content.push({ type: 'text', text: '; ' }, ...content);
        continue;
      }
      const across = spanOf(element, 'colspan', MOST_COLUMNS - row.length);
      const down = spanOf(element, 'rowspan', 10_000);
      if (across > 1 || down > 1) this.#notes.add('merged', plainText(content));
      for (let at = 0; at < across; at += 1) {
        this.#covered[row.length] = down - 1;
        row.push({ content: at === 0 ? content : [] });
      }
    }
    skipCovered();
    const headers = cells.map(({ element }) => nameOf(element) === 'TH');
    if (this.#rows.length === this.#headerRows && (inHead || headers.every(Boolean))) this.#headerRows += 1;
    else if (headers[0] !== true) this.#headerColumn = false;
    this.#rows.push(row);
  }

  /** null where no cell has any words. */
  table(): ForeignTable['table'] | null {
    const used = (row: readonly TableCell[]) => row.findLastIndex(({ content }) => content.length > 0) + 1;
    const width = this.#rows.reduce((most, row) => Math.max(most, used(row)), 0);
    const last = this.#rows.findLastIndex((row) => used(row) > 0);
    if (width === 0) return null;
    const rows = this.#rows
      .slice(0, last + 1)
      .map((row) => Array.from({ length: width }, (_, column): TableCell => row[column] ?? { content: [] }));
    const headerColumn = this.#headerColumn && rows.length > this.#headerRows;
    // Without a word about headers the first row is one, as in a new table: a table needs one to be read aloud.
    const headerRow = this.#headerRows > 0 || (rows.length > 1 && !headerColumn);
    return {
      headerRow,
      headerColumn,
      rows: headerRow ? [rows[0]?.map(unbold) ?? [], ...rows.slice(1)] : rows,
    };
  }
}

/** A header is bold by itself. */
function unbold({ content }: TableCell): TableCell {
  const isBold = content.every(
    (inline) => inline.type !== 'text' || inline.bold || inline.text.trim() === '',
  );
  if (!isBold) return { content };
  return {
    content: content.map((inline) => {
      if (inline.type !== 'text') return inline;
      const { bold: _, ...rest } = inline;
      return rest;
    }),
  };
}
