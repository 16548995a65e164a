/**
 * Plain text on the clipboard: one block a line, lists by their markers, rows of tab-separated values as a table. Lines
 * wrapped by a mail program are joined as the importer joins them.
 */

import type { Inline, TableCell } from '../../../shared/document/schema.ts';
import { readMarker } from '../../../shared/import/markers.ts';
import type { ListMarker } from '../../../shared/import/source.ts';
import type { Fragment } from './fragment.ts';
import type { Notes } from './notes.ts';

const lineEnd = /\r\n|[\n\r\u2028\u2029]/u;
const TAB = 4;
/** Far enough back for the letter before an interrupted "i". */
const REMEMBERED = 12;

function wordsOf(text: string): Inline[] {
  return text === '' ? [] : [{ type: 'text', text }];
}

function lineOf(text: string): Fragment {
  return { origin: { role: 'line', level: 0 }, content: wordsOf(text.replaceAll('\t', ' ')) };
}

function linesOf(text: string): string[] {
  const lines = text.split(lineEnd);
  // Blank lines separate blocks in most programs' text and are no blocks themselves.
  return lines.length > 1 ? lines.filter((line) => line.trim() !== '') : lines;
}

/** Exactly what stands there: one block a line. */
export function fragmentsFromText(text: string): Fragment[] {
  return linesOf(text).map(lineOf);
}

/** Tab-separated values: at least two lines with as many tabs each, and words around most of them. */
function isTable(lines: readonly string[]): boolean {
  const tabs = lines.map((line) => line.split('\t').length - 1);
  const [first = 0] = tabs;
  return (
    lines.length > 1 &&
    first > 0 &&
    tabs.every((count) => count === first) &&
    !lines.some((line) => /^\t/.test(line) && line.trim() === '')
  );
}

function tableOf(lines: readonly string[]): Fragment {
  const rows = lines.map((line) =>
    line.split('\t').map((cell): TableCell => ({ content: wordsOf(cell.trim()) })),
  );
  return {
    origin: { role: 'table', level: 0, table: { headerRow: true, headerColumn: false, rows } },
    content: [],
  };
}

function indentOf(line: string): number {
  let width = 0;
  for (const character of line) {
    if (character === '\t') width = (Math.floor(width / TAB) + 1) * TAB;
    else if (/\s/u.test(character)) width += 1;
    else break;
  }
  return width;
}

interface Marked {
  readonly indent: number;
  readonly style: ListMarker['style'];
}

/** The depth of each item, by its indentation and, where that is the same, by the style of its marker. */
class Depths {
  #open: Marked[] = [];

  reset(): void {
    this.#open = [];
  }

  depth(item: Marked): number {
    const same = this.#open.findLastIndex(
      ({ indent, style }) => style === item.style && Math.abs(indent - item.indent) < 2,
    );
    if (same >= 0) this.#open.length = same + 1;
    else {
      while ((this.#open.at(-1)?.indent ?? -1) > item.indent + 1) this.#open.pop();
      this.#open.push(item);
    }
    return this.#open.length - 1;
  }
}

/** Markers off, in lists of at least two items: a single "1. May" or "- and so on" is words. */
export function fragmentsFromMarkedText(text: string, notes: Notes): Fragment[] {
  const lines = linesOf(text);
  if (isTable(lines)) return [tableOf(lines)];
  const previous: ListMarker[] = [];
  const marked = lines.map((line) => {
    const read = readMarker(line.trimStart(), previous);
    if (read && read.marker.style !== 'bullet') {
      previous.push(read.marker);
      if (previous.length > REMEMBERED) previous.shift();
    }
    return read;
  });
  if (marked.filter((read) => read !== null).length < 2) return fragmentsFromText(text);
  const depths = new Depths();
  return lines.map((line, at) => {
    const read = marked[at];
    if (!read) {
      depths.reset();
      return lineOf(line);
    }
    if (read.marker.style !== 'bullet') notes.add('number', read.marker.text);
    const level = depths.depth({ indent: indentOf(line), style: read.marker.style });
    const words = line.trimStart().slice(read.length).replaceAll('\t', ' ').trimEnd();
    return { origin: { role: 'item', level }, content: wordsOf(words) };
  });
}
