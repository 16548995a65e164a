/** The lines of a page without paper as what they are read as: headings, paragraphs, lists, tables. */
import type { LineRole } from '../../../shared/evidence/extraction.ts';
import type { SourceKind } from '../../../shared/evidence/source.ts';
import type { PageText } from '../book.ts';
import { isOnlyMarks, markdownCells, markdownPieces } from './markdown.ts';
import type { Words } from './words.ts';

export type Block =
  | { readonly kind: 'line'; readonly role: Exclude<LineRole, 'row'>; readonly pieces: readonly Words[] }
  /** A line of the head of an e-mail: its name with the colon, and what it says. */
  | { readonly kind: 'field'; readonly name: Words; readonly says: Words }
  | {
      readonly kind: 'table';
      readonly rows: readonly (readonly Words[])[];
      readonly heads: readonly string[];
    };

/** What is drawn or left out as one: large enough to be few, small enough to be drawn in a moment. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly blocks: readonly Block[];
}

const LARGEST_CHUNK = 6000;
const MOST_LINES = 60;

/**
 * @returns chunks without a gap. A table that is longer than one goes on in the next, under the same heads; its first
 *   row is taken for them. Of Markdown the marks are left out.
 */
export function chunksOf({ text, roles }: PageText, kind: SourceKind): Chunk[] {
  const isMarkdown = kind === 'markdown';
  let inHead = kind === 'email';
  const chunks: Chunk[] = [];
  let blocks: Block[] = [];
  let start = 0;
  let lines = 0;
  let heads: readonly string[] | null = null;
  let at = 0;
  for (const [number, line] of text.split('\n').entries()) {
    const end = at + line.length + 1;
    const role = roles[number] ?? 'text';
    if (role !== 'row') heads = null;
    if (lines > 0 && (lines >= MOST_LINES || end - start > LARGEST_CHUNK)) {
      chunks.push({ start, end: at, blocks });
      [blocks, start, lines] = [[], at, 0];
    }
    if (line.trim() === '') inHead = false;
    const field = inHead ? fieldOf(line, at) : null;
    if (isMarkdown && isOnlyMarks(role, line)) {
      // How the lines around it look is all that it says.
    } else if (role === 'row') {
      const row = isMarkdown ? markdownCells(line, at) : cellsOf(line, at);
      heads ??= row.map((cell) => cell.text);
      addRow(blocks, row, heads);
    } else if (field) blocks.push(field);
    else if (line.trim() !== '') {
      const pieces = isMarkdown ? markdownPieces(line, role, at) : [{ at, text: line }];
      if (pieces.length > 0) blocks.push({ kind: 'line', role, pieces });
    }
    lines += 1;
    at = end;
  }
  chunks.push({ start, end: Math.max(at - 1, start), blocks });
  return chunks;
}

function fieldOf(line: string, at: number): Block | null {
  const name = /^[A-Z][\w, -]{0,30}:(?= )/.exec(line)?.[0];
  if (name === undefined) return null;
  const says = line.slice(name.length).trimStart();
  return {
    kind: 'field',
    name: { at, text: name },
    says: { at: at + line.length - says.length, text: says },
  };
}

function cellsOf(line: string, start: number): Words[] {
  let at = start;
  return line.split('\t').map((text) => {
    const cell = { at, text };
    at += text.length + 1;
    return cell;
  });
}

function addRow(blocks: Block[], row: readonly Words[], heads: readonly string[]): void {
  const last = blocks.at(-1);
  if (last?.kind === 'table' && last.heads === heads)
    blocks[blocks.length - 1] = { ...last, rows: [...last.rows, row] };
  else blocks.push({ kind: 'table', rows: [row], heads });
}

/** CSS pixels that words will take, roughly, until they are drawn. */
export function heightOf(length: number): number {
  return 24 * Math.max(1, Math.ceil(length / 70));
}
