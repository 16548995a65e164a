/** Plain text and Markdown, from a file or pasted. */
import type { Inline } from '../document/schema.ts';
import { plainText } from '../document/walk.ts';
import { hasAt } from './first-signs.ts';
import { parseInlineMarkup } from './inline-markup.ts';
import { readMarker } from './markers.ts';
import { mergeRuns, sliceRuns, trimRuns } from './runs.ts';
import type { ListMarker, SourceLine, SourceNotice, SourceText } from './source.ts';
import { type LogicalLine, type PhysicalLine, unwrap } from './unwrap.ts';

/** Soft hyphens, zero-width characters and byte order marks: they print nothing and would split words in a search. */
const invisible = /[\u00ad\u200b\u200c\u2060\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters a document cannot hold
const control = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g;
const rule = /^\s*(?:[-=_*]\s*){3,}$/;
/** A bullet, or the mark of a heading, over no words. */
const wordless = /^(?:[-–*•◦▪·●\uf0b7\uf0a7]|#{1,6})$/;
const LONGEST_WORDLESS = '######'.length;
const tableRule = /^\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?)?\s*$/;
const TAB_WIDTH = 4;
/** Drawn lines are short; longer ones are not worth a pattern that may go back and forth. */
const LONGEST_RULE = 1000;

function isRule(text: string): boolean {
  if (text.length >= LONGEST_RULE) return false;
  const drawn = text.trim();
  return hasAt(drawn, 0, '-=_*') && hasAt(drawn, -1, '-=_*') && rule.test(text);
}

function physicalLines(text: string): PhysicalLine[] {
  const lines: PhysicalLine[] = [];
  let gapBefore = true;
  let pageBreakBefore = false;
  let number = 0;
  for (const physical of text.split(/\r\n|[\n\r\u0085\u2028]/)) {
    number += 1;
    for (const [at, part] of physical.split(/[\f\u2029]/).entries()) {
      if (at > 0) pageBreakBefore = true;
      const words = part.trim();
      if (words === '' || (words.length <= LONGEST_WORDLESS && wordless.test(words))) {
        gapBefore = true;
        continue;
      }
      lines.push({ line: number, text: part, gapBefore, pageBreakBefore });
      gapBefore = false;
      pageBreakBefore = false;
    }
  }
  return lines;
}

/** What stands between the outer bars of a row of a Markdown table. */
function rowOf(text: string): string | undefined {
  const row = text.trim();
  return row.length > 2 && row.startsWith('|') && row.endsWith('|') ? row.slice(1, -1) : undefined;
}

function columns(text: string): number {
  let width = 0;
  for (const character of text) {
    if (character.trim() !== '') break;
    width = character === '\t' ? (Math.floor(width / TAB_WIDTH) + 1) * TAB_WIDTH : width + 1;
  }
  return width;
}

/** Runs of spaces and tabs become one space, in the words only: the original line keeps them. */
function tidy(content: readonly Inline[]): Inline[] {
  return mergeRuns(
    content.map((inline) =>
      inline.type === 'text' && (inline.text.includes('  ') || inline.text.includes('\t'))
        ? { ...inline, text: inline.text.replace(/[ \t]+/g, ' ') }
        : inline,
    ),
  );
}

interface Read {
  readonly lines: SourceLine[];
  readonly markers: ListMarker[];
}

function frame(logical: LogicalLine) {
  const [first] = logical.pieces;
  return {
    original: logical.pieces.map(({ line, text }) => ({ line, text })),
    gapBefore: first?.gapBefore ?? true,
    pageBreakBefore: first?.pageBreakBefore ?? false,
    indent: columns(first?.text ?? ''),
    style: null,
    aside: false,
  };
}

function readCells(logical: LogicalLine, row: string, table: number, at: number): SourceLine[] {
  const cells = row.split('|');
  return cells.flatMap((cell, column) => {
    const content = tidy(trimRuns(parseInlineMarkup(cell.trim())));
    if (content.length === 0) return [];
    const place = { table, row: at, column, columns: cells.length };
    return [{ ...frame(logical), content, marker: null, heading: null, quoted: false, cell: place }];
  });
}

function readLine(logical: LogicalLine, previous: readonly ListMarker[]): SourceLine {
  let words = logical.pieces.map(({ text }) => text.trim()).join(' ');
  const quoted = words.startsWith('>');
  if (quoted) words = words.replace(/^>\s?/, '');
  const mark = words.startsWith('#') ? /^(#{1,6})\s/.exec(words) : null;
  if (mark) words = words.slice(mark[0].length).replace(/\s#+$/, '').trim();
  const content = trimRuns(parseInlineMarkup(words));
  const marked = words.startsWith('\\') ? null : readMarker(plainText(content), previous);
  return {
    ...frame(logical),
    content: tidy(marked ? trimRuns(sliceRuns(content, marked.length)) : content),
    marker: marked?.marker ?? null,
    heading: mark?.[1]?.length ?? null,
    quoted,
    cell: null,
  };
}

function readLines(logical: readonly LogicalLine[]): SourceLine[] {
  const read: Read = { lines: [], markers: [] };
  let table = -1;
  let row = 0;
  let inTable = false;
  for (const line of logical) {
    const text = line.pieces[0]?.text ?? '';
    const cells = rowOf(text);
    if (inTable && text.length < LONGEST_RULE && tableRule.test(text)) continue;
    if (cells !== undefined) {
      const goesOn = inTable && line.pieces[0]?.gapBefore === false;
      if (!goesOn) table += 1;
      row = goesOn ? row + 1 : 0;
      inTable = true;
      read.lines.push(...readCells(line, cells, table, row));
      continue;
    }
    inTable = false;
    if (isRule(text)) {
      underline(read.lines, line, text);
      continue;
    }
    const source = readLine(line, read.markers);
    if (source.marker && source.marker.style !== 'bullet') {
      read.markers.push(source.marker);
      // Far enough back for the letter before an interrupted "i"; bounded so that long lists stay linear.
      if (read.markers.length > 12) read.markers.shift();
    }
    read.lines.push(source);
  }
  return read.lines;
}

/** A line of = or - directly under words makes them a heading in Markdown; elsewhere it is only drawn. */
function underline(lines: SourceLine[], { pieces }: LogicalLine, text: string): void {
  const last = lines.at(-1);
  const character = text.trim()[0];
  if (!last || pieces[0]?.gapBefore || last.marker || last.heading !== null) return;
  if (character === '=' || character === '-') {
    lines[lines.length - 1] = { ...last, heading: character === '=' ? 1 : 2 };
  }
}

/**
 * Reads text or Markdown. Never fails: what is no markup is words.
 * @param text decoded already; line ends of every system, form feeds and tabs are understood.
 * @param name file name, or what to call pasted text.
 */
export function sourceFromText(text: string, name: string): SourceText {
  const visible = text.replace(invisible, '');
  const clean = visible.replace(control, ' ');
  const notices: SourceNotice[] = [];
  const byteOrder = text.startsWith('\ufeff') ? 1 : 0;
  if (visible.length < text.length - byteOrder) {
    notices.push({
      code: 'invisibleCharacters',
      message: `${text.length - visible.length} soft hyphens or other invisible characters were left out.`,
      original: [],
      at: null,
    });
  }
  const logical = unwrap(physicalLines(clean));
  const wrapped = logical.filter(({ pieces }) => pieces.length > 1);
  if (wrapped.length > 0) {
    notices.push({
      code: 'rejoinedLines',
      message: `${wrapped.length} paragraphs that the source had wrapped at its margin were made whole.`,
      original: wrapped.flatMap(({ pieces }) =>
        pieces.map((piece) => ({ line: piece.line, text: piece.text })),
      ),
      at: null,
    });
  }
  return { name, format: 'text', lines: readLines(logical), notices, headerMarking: null };
}
