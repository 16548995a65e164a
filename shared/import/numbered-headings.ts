/** Numbered lines that head a section, told from numbered items of a list. */
import { couldBeHeading } from './headings.ts';
import type { Passage } from './rejoin.ts';
import { allBold } from './runs.ts';

function follows(first: Passage | undefined, second: Passage | undefined): boolean {
  const [one, other] = [first?.line.marker, second?.line.marker];
  return (
    one?.style === 'decimal' &&
    other?.style === 'decimal' &&
    one.prefix === other.prefix &&
    other.value === one.value + 1
  );
}

/** "2. You are asked to:" over a, b and c. */
function introduces(passage: Passage, next: Passage | undefined): boolean {
  const style = next?.line.marker?.style;
  return passage.text.endsWith(':') && (style === 'letter' || style === 'roman');
}

function marked(passage: Passage | undefined): boolean {
  return passage?.line.heading != null || (passage !== undefined && allBold(passage.content));
}

/**
 * The headings of a brief: numbered, short, no sentence, and followed by something other than the next number.
 * Items of a list follow each other directly.
 */
export function numberedHeadings(passages: readonly Passage[]): ReadonlySet<Passage> {
  const headings = new Set<Passage>();
  for (const [at, passage] of passages.entries()) {
    const { marker, aside, quoted } = passage.line;
    if (marker?.style !== 'decimal' || aside || quoted || !couldBeHeading(passage.text)) continue;
    const previous = passages[at - 1];
    const next = passages[at + 1];
    if (introduces(passage, next)) continue;
    const listed =
      follows(passage, next) || (follows(previous, passage) && previous && !headings.has(previous));
    if (marked(passage) || (next !== undefined && !listed)) headings.add(passage);
  }
  return headings;
}
