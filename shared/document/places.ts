/**
 * Places in the words of a block, counted in UTF-16 code units: a line break and a reference take one place each, as
 * they do in the editor. A table has words in its cells beside those of its caption.
 */
import type { Inline, KnownBlock } from './schema.ts';

/** What stands for a reference among the characters (U+FFFC, object replacement character). */
export const REFERENCE_PLACE = '\uFFFC';

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Words that stand together: those of a block, or of one cell of a table. */
export interface Passage {
  /** null for the block's own words. */
  readonly cell: Cell | null;
  readonly content: readonly Inline[];
}

/** One stretch of characters of a block. */
export interface Stretch {
  readonly blockId: string;
  readonly cell: Cell | null;
  readonly start: number;
  /** Behind the last place. */
  readonly end: number;
}

/** Replaces the places from start to end of one passage. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly by: readonly Inline[];
}

/** The characters of a passage, one for each place. */
export function placedText(content: readonly Inline[]): string {
  let text = '';
  for (const inline of content) {
    text += inline.type === 'text' ? inline.text : inline.type === 'break' ? '\n' : REFERENCE_PLACE;
  }
  return text;
}

/** Every passage of a block, its own words first, then the cells row by row. */
export function* passagesOf(block: KnownBlock): Generator<Passage> {
  yield { cell: null, content: block.content };
  if (block.kind !== 'table') return;
  for (const [row, cells] of block.rows.entries()) {
    for (const [column, { content }] of cells.entries()) yield { cell: { row, column }, content };
  }
}

/** The inlines between two places, runs cut where they are. */
export function sliceContent(content: readonly Inline[], start: number, end: number): Inline[] {
  const kept: Inline[] = [];
  let at = 0;
  for (const inline of content) {
    const size = inline.type === 'text' ? inline.text.length : 1;
    const from = Math.max(0, start - at);
    const to = Math.min(size, end - at);
    if (to > from) {
      kept.push(inline.type === 'text' ? { ...inline, text: inline.text.slice(from, to) } : inline);
    }
    at += size;
  }
  return kept;
}

/** @param edits in order, none overlapping another. */
export function editContent(content: readonly Inline[], edits: readonly Edit[]): Inline[] {
  const made: Inline[] = [];
  let at = 0;
  for (const { start, end, by } of edits) {
    made.push(...sliceContent(content, at, start), ...by);
    at = end;
  }
  made.push(...sliceContent(content, at, Number.POSITIVE_INFINITY));
  return made;
}

/** The block with other words in one of its passages. */
export function withPassage(block: KnownBlock, cell: Cell | null, content: readonly Inline[]): KnownBlock {
  if (cell === null) return { ...block, content: [...content] };
  if (block.kind !== 'table') return block;
  const rows = block.rows.map((row, at) =>
    at === cell.row
      ? row.map((old, column) => (column === cell.column ? { ...old, content: [...content] } : old))
      : row,
  );
  return { ...block, rows };
}
