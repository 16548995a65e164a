/**
 * Notes that Typst set on another page than their marks, and what is done about it. Of several notes in one line, in a
 * block that no page may part or in a row of a table, Typst makes room for the first alone. Where a page happened to end
 * there, the document is typeset again: a block asks beforehand for the room of all its notes, and the row before one in
 * a long table grows until the next page takes that.
 */
import type { PrintBlock, PrintDocument, PrintInline } from '../../../../shared/print/blocks.ts';

/** What `sheet` in common.typ collects. */
export const APART = { selector: '<apart>', field: 'value' } as const;

export interface Held {
  /** Ids of blocks that ask for room before they begin; of a table too long for one page, its first row does. */
  readonly blocks: ReadonlySet<string>;
  /** How often the row before was made higher: by table, by row. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<number, number>>;
}
export const nothingHeld: Held = { blocks: new Set(), rows: new Map() };

/** With more pages each time costs seconds, and what one page end gains another may lose. */
const MANY_PAGES = 200;
export const mostTimes = (pages: number): number => (pages > MANY_PAGES ? 2 : 8);

/**
 * Looked at by hand, because loading zod for it would take a tenth of the command line's time.
 * @param answer what Typst answers to the query `APART`: one list of numbers for each of its marks.
 * @returns the numbers of notes, in order.
 */
export function apartIn(answer: unknown): readonly number[] {
  const found: readonly unknown[] = Array.isArray(answer) ? answer.flat() : [answer];
  return found.map((number) => {
    if (typeof number !== 'number') throw new Error(`Typst named a note ${JSON.stringify(number)}.`);
    return number;
  });
}

interface Marked {
  readonly block: PrintBlock;
  /** Of a table; -1: in its caption or header. */
  readonly row: number;
}

/** Where each of the notes is marked. */
function marksOf(print: PrintDocument, numbers: ReadonlySet<number>): Marked[] {
  const marked: Marked[] = [];
  const look = (content: readonly PrintInline[], place: Marked) => {
    for (const inline of content) {
      if (inline.type === 'note' && numbers.has(inline.number)) marked.push(place);
    }
  };
  for (const block of print.blocks) {
    look(block.content, { block, row: -1 });
    if ('details' in block) for (const { content } of block.details) look(content, { block, row: -1 });
    if (block.type !== 'table') continue;
    for (const { content } of block.header ?? []) look(content, { block, row: -1 });
    for (const [row, cells] of block.rows.entries()) {
      for (const { content } of cells) look(content, { block, row });
    }
  }
  return marked;
}

const canAsk: ReadonlySet<PrintBlock['type']> = new Set(['numbered', 'bulleted', 'text', 'table']);

function higher({ rows, blocks }: Held, table: string, row: number): Held {
  const own = new Map(rows.get(table));
  own.set(row, (own.get(row) ?? 0) + 1);
  return { blocks, rows: new Map(rows).set(table, own) };
}

/** What to hold next time; null: nothing can be done that was not. */
export function holdMore(print: PrintDocument, held: Held, apart: readonly number[]): Held | null {
  const marked = marksOf(print, new Set(apart));
  const within = ({ block, row }: Marked) => block.type === 'table' && !block.together && row > 0;
  const asking = marked.filter(
    (mark) => !within(mark) && canAsk.has(mark.block.type) && !held.blocks.has(mark.block.id),
  );
  if (asking.length > 0) {
    return { ...held, blocks: new Set([...held.blocks, ...asking.map(({ block }) => block.id)]) };
  }
  // One at a time: all that follows it moves, and with it the other places where a page ends.
  const first = marked.find(within);
  return first === undefined ? null : higher(held, first.block.id, first.row);
}
