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
  /** The pin that the words lead to when they are clicked. */
  readonly pin?: string;
  /** Its pin is the one that is looked at. */
  readonly active?: boolean;
}

/** A button beside words, which leads to what hangs on them. */
export interface Pin {
  readonly id: string;
  /** The first of the words, in the whole text. */
  readonly at: number;
  readonly name: MarkName;
  /** What a screen reader says of it. */
  readonly label: string;
  /** Something is written there. */
  readonly written: boolean;
  /** It is the one that is looked at. */
  readonly current: boolean;
}

/** Those of a stretch of the text, cut to it. */
export function marksIn(marks: readonly Mark[], start: number, end: number): Mark[] {
  return marks
    .filter((mark) => mark.start < end && mark.end > start)
    .map((mark) => ({ ...mark, start: Math.max(start, mark.start), end: Math.min(end, mark.end) }));
}

/** The pin that words at a place lead to; null where there is none. */
export function pinAt(marks: readonly Mark[], place: number): string | null {
  return pinOf(marks.filter(({ start, end }) => start <= place && place <= end));
}

/** That of the shortest: of a note within a longer one the inner one; null where none leads anywhere. */
export function pinOf(marks: readonly Mark[]): string | null {
  let best: Mark | null = null;
  for (const mark of marks) {
    if (mark.pin === undefined) continue;
    if (!best || mark.end - mark.start < best.end - best.start) best = mark;
  }
  return best?.pin ?? null;
}
