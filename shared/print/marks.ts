/** Where among the words of a block the notes of its citations are marked. */
import type { Citation, Inline } from '../document/schema.ts';
import type { PrintInline, PrintRun } from './blocks.ts';

/** Ids of the citations that some of these words are about. */
export function citedIn(content: readonly Inline[]): ReadonlySet<string> {
  return new Set(content.flatMap((inline) => (inline.type === 'break' ? [] : (inline.cited ?? []))));
}

/** The citations whose last words each inline has, by its index. */
export function marksAfter(
  content: readonly Inline[],
  citations: readonly Citation[],
): ReadonlyMap<number, Citation[]> {
  const marks = new Map<number, Citation[]>();
  for (const citation of citations) {
    const last = content.findLastIndex(
      (inline) => inline.type !== 'break' && inline.cited?.includes(citation.id),
    );
    if (last >= 0) marks.set(last, [...(marks.get(last) ?? []), citation]);
  }
  return marks;
}

const closing = /^[.,;:!?…)\]”’"']+/u;

/**
 * Marks after the full stop or comma that follows the words, before the space, and one where there were several.
 * @param join two marks by their numbers.
 */
export function settledMarks(
  runs: readonly PrintInline[],
  join: (one: number, other: number) => PrintInline,
): PrintInline[] {
  const settled: PrintInline[] = [];
  const rest = [...runs];
  for (let inline = rest.shift(); inline; inline = rest.shift()) {
    if (inline.type !== 'note') {
      settled.push(inline);
      continue;
    }
    const next = rest[0];
    if (next?.type === 'note') {
      rest[0] = join(inline.number, next.number);
      continue;
    }
    const moved = next?.type === 'text' ? (closing.exec(next.text)?.[0] ?? '') : '';
    if (moved !== '' && next?.type === 'text') {
      settled.push({ ...next, text: moved });
      if (moved.length === next.text.length) rest.shift();
      else rest[0] = { ...next, text: next.text.slice(moved.length) };
      // What came to stand behind it may be another mark, for the same place now.
      rest.unshift(inline);
      continue;
    }
    const last = settled.at(-1);
    const space = last?.type === 'text' ? (/\s+$/u.exec(last.text)?.[0] ?? '') : '';
    if (space === '' || last?.type !== 'text') {
      settled.push(inline);
      continue;
    }
    settled.pop();
    const before: PrintRun = { ...last, text: last.text.slice(0, -space.length) };
    if (before.text !== '') settled.push(before);
    settled.push(inline, { type: 'text', text: space });
  }
  return settled;
}
