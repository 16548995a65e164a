/** What is tinted in the words of a source, in the order in which one lies over the other. */

export const markNames = [
  'note-yellow',
  'note-green',
  'note-blue',
  'note-pink',
  'quote',
  'found',
  'current',
  'selection',
] as const;
export type MarkName = (typeof markNames)[number];

/** In the whole text, in UTF-16 units. */
export interface Mark {
  readonly name: MarkName;
  readonly start: number;
  readonly end: number;
}

/** Those of a stretch of the text, cut to it. */
export function marksIn(marks: readonly Mark[], start: number, end: number): Mark[] {
  return marks
    .filter((mark) => mark.start < end && mark.end > start)
    .map(({ name, ...mark }) => ({ name, start: Math.max(start, mark.start), end: Math.min(end, mark.end) }));
}
