/** Plain text on the clipboard: one block a line. */
import type { Fragment } from './fragment.ts';

/** Blank lines separate blocks in most programs' text and are no blocks themselves. */
export function fragmentsFromText(text: string): Fragment[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/u);
  const written = lines.length > 1 ? lines.filter((line) => line.trim() !== '') : lines;
  return written.map((line) => ({
    origin: { role: 'line', level: 0 },
    content: line === '' ? [] : [{ type: 'text', text: line.replaceAll('\t', ' ') }],
  }));
}
