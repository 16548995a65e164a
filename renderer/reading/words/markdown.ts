/** What of a line of Markdown is words and what only says how they look. Nothing is changed: marks are left undrawn. */
import type { LineRole } from '../../../shared/evidence/extraction.ts';
import type { Words } from './words.ts';

const openings: Readonly<Partial<Record<LineRole, RegExp>>> = {
  heading: /^ {0,3}#{1,6}(?:\s+|$)/,
  item: /^\s*[-*+]\s+/,
  quote: /^ {0,3}(?:>\s?)+/,
};

/** Code fences, and lines that underline a heading or divide a table's head from its body. */
export function isOnlyMarks(role: LineRole, line: string): boolean {
  if (role === 'row') return /^[\s|:-]+$/.test(line) && line.includes('-');
  return role === 'text' && /^ {0,3}(?:(?:```|~~~).*|=+|-+)\s*$/.test(line);
}

const inline =
  /\*\*(?=\S)([^*\n]{1,400}\S|\S)\*\*|__(?=\S)([^_\n]{1,400}\S|\S)__|(?<![\w*])\*(?=[^\s*])([^*\n]{1,400})\*(?![\w*])|(?<!\w)_(?=[^\s_])([^_\n]{1,400})_(?!\w)|`([^`\n]{1,400})`|\[([^[\]\n]{1,400})\]\([^()\s]{1,2000}\)/g;

/** The drawn pieces of a line. @param start of the line in its page. */
export function markdownPieces(line: string, role: LineRole, start: number): Words[] {
  let at = openings[role]?.exec(line)?.[0].length ?? 0;
  const end = role === 'heading' ? line.replace(/\s+#+\s*$/, '').length : line.length;
  const pieces: Words[] = [];
  const add = (from: number, to: number, strong = false) => {
    if (to > from)
      pieces.push({ at: start + from, text: line.slice(from, to), ...(strong ? { strong } : {}) });
  };
  for (const match of line.slice(0, end).matchAll(inline)) {
    if (match.index < at) continue;
    const inner = match.slice(1).find((group) => group !== undefined) ?? '';
    const from = match.index + match[0].indexOf(inner);
    add(at, match.index);
    add(from, from + inner.length, match[1] !== undefined || match[2] !== undefined);
    at = match.index + match[0].length;
  }
  add(at, end);
  return pieces;
}

/** The cells of `| a | b |`. */
export function markdownCells(line: string, start: number): Words[] {
  const from = /^\s*\|/.exec(line)?.[0].length ?? 0;
  const end = line.replace(/\|\s*$/, '').length;
  let at = from;
  return line
    .slice(from, Math.max(from, end))
    .split(/(?<!\\)\|/)
    .map((cell) => {
      const lead = cell.length - cell.trimStart().length;
      const words = { at: start + at + lead, text: cell.trim() };
      at += cell.length + 1;
      return words;
    });
}
