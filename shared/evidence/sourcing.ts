/** The figures of a block, and what each of them rests on. */
import { hasInlineSource } from '../checks/inline-source.ts';
import { placedSentences } from '../checks/words.ts';
import type { Cell } from '../document/places.ts';
import type { Citation, KnownBlock } from '../document/schema.ts';
import { coverOf } from './cover.ts';
import { type Figure, readFigures, sameFigure, saysFigure } from './figures.ts';
import { placeIn, type SpokenPassage } from './spoken.ts';
import { isOfTable, saysInTable } from './tabled.ts';
import { timeUnits } from './units.ts';

/**
 * cited: in the words of a citation that is about it. named: its sentence names a source. elsewhere: it has citations,
 * and none of them says it. none: nothing.
 */
export type Standing = 'cited' | 'named' | 'elsewhere' | 'none';

export interface SourcedFigure {
  readonly figure: Figure;
  /** Where it stands in the block. */
  readonly place: { readonly cell: Cell | null; readonly start: number; readonly end: number };
  readonly standing: Standing;
  /** A reader will ask where it is from; the others matter only beside a citation that says something else. */
  readonly asked: boolean;
  /** Those that are about it, whatever they say; without those that contradict it. */
  readonly citations: readonly Citation[];
  /** What the citations say in its place, where they say something like it. */
  readonly instead: string | null;
}

/** A figure with the word behind it, which says what it counts. */
interface Counted {
  readonly figure: Figure;
  readonly counts: string;
}

/** Whether a reader will ask where it is from: money, shares and large numbers. */
export function isAsked({ kind, unit, high, words, inWords }: Figure): boolean {
  if (kind === 'percent' || kind === 'points' || kind === 'ratio') return true;
  if (kind === 'money') return !inWords || high.value >= 100;
  if (kind === 'count') return high.value >= 100;
  // "Within 500m of the school" and "within 120 days" set terms.
  if (kind !== 'measure' || timeUnits.has(unit) || /\dm$/u.test(words)) return false;
  return Number.parseFloat(words.replaceAll(',', '')) >= 100;
}

/** In their order. */
export function sourcedFigures(block: KnownBlock, passages: readonly SpokenPassage[]): SourcedFigure[] {
  const cover = coverOf(block);
  const made: SourcedFigure[] = [];
  for (const passage of passages) {
    const { cell, text } = passage;
    for (const sentence of placedSentences(text)) {
      const counted = countedIn(sentence.text);
      if (counted.length === 0) continue;
      const named = hasInlineSource(sentence.text);
      for (const { figure, counts } of counted) {
        const start = placeIn(passage, sentence.start + figure.start);
        const end = placeIn(passage, sentence.start + figure.end);
        const citations = cover(cell, start, end).filter(({ bearing }) => bearing !== 'contradicts');
        const asked = isAsked(figure);
        if (!asked && citations.length === 0) continue;
        const said = citations.some((citation) => saysIt(citation, figure));
        const instead = said ? null : rival(citations, { figure, counts }, counted);
        const standing = said
          ? 'cited'
          : named
            ? 'named'
            : citations.length === 0
              ? 'none'
              : asked || isMeasured(figure) || instead !== null
                ? 'elsewhere'
                : 'cited';
        made.push({ figure, place: { cell, start, end }, standing, asked, citations, instead });
      }
    }
  }
  return made;
}

function isMeasured({ kind, unit }: Figure): boolean {
  return kind === 'measure' && !timeUnits.has(unit);
}

function countedIn(text: string): Counted[] {
  return readFigures(text).map((figure) => ({
    figure,
    counts: /^[\s-](\p{L}+)/u.exec(text.slice(figure.end, figure.end + 40))?.[1]?.toLowerCase() ?? '',
  }));
}

const known = new WeakMap<Citation, readonly Counted[]>();

/** The figures of the words that are cited; one that the selection cut, "1.6b" of "£1.6b", is read whole. */
function quoted(citation: Citation): readonly Counted[] {
  const before = known.get(citation);
  if (before) return before;
  const { exact, prefix, suffix } = citation.locator.quote;
  const end = prefix.length + exact.length;
  const found = countedIn(prefix + exact + suffix).filter(
    ({ figure }) => figure.start < end && prefix.length < figure.end,
  );
  known.set(citation, found);
  return found;
}

/** A citation of what has no words, a scan or a picture, cannot be gainsaid. */
function saysIt(citation: Citation, figure: Figure): boolean {
  if (citation.locator.quote.exact.trim() === '') return true;
  const said = quoted(citation).map((one) => one.figure);
  if (saysFigure(said, figure)) return true;
  const { exact } = citation.locator.quote;
  return isOfTable(exact) && saysInTable(said, exact, figure);
}

/** A figure of the citations that stands for the same thing and that no figure of the sentence repeats. */
function rival(citations: readonly Citation[], mine: Counted, sentence: readonly Counted[]): string | null {
  for (const theirs of citations.flatMap(quoted)) {
    if (!competes(mine, theirs)) continue;
    if (!sentence.some(({ figure }) => sameFigure(figure, theirs.figure))) return theirs.figure.words;
  }
  return null;
}

function competes(
  { figure: mine, counts }: Counted,
  { figure: theirs, counts: theirCounts }: Counted,
): boolean {
  if (mine.kind !== theirs.kind || mine.unit !== theirs.unit) return false;
  // "47 schools" against "74 schools", not against "12 wards"; a "one" is seldom a number.
  if (mine.kind === 'count') return !mine.inWords && counts !== '' && counts === theirCounts;
  if (mine.kind !== 'date') return true;
  // A day against a day, a year against a year.
  return mine.date !== null && theirs.date !== null && precision(mine.date) === precision(theirs.date);
}

function precision({ day, month }: NonNullable<Figure['date']>): number {
  return Number(day !== null) + Number(month !== null);
}
