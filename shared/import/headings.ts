/** Which lines are headings, and of which level, where the source does not say so itself. */
import type { DocumentKind, Inline } from '../document/schema.ts';
import { LetterPattern, startsLarge } from './letters.ts';
import type { Passage } from './rejoin.ts';
import { allBold } from './runs.ts';
import { isKnownHeading, isKnownLine, labelKey, listLabel } from './vocabulary.ts';

export interface GuessedHeading {
  /** What made it look like one; headings that look alike have one level. */
  readonly look: 'capitals' | 'bold' | 'alone';
  /** The words themselves are those of a usual heading. */
  readonly known: boolean;
}

const LONGEST_HEADING = 100;
/** No line of an address or of a list of names is this long. */
const SHORTEST_PROSE = 120;
const sentenceEnd = /[.!?;,]["'”’)]?$/;

const capitals = new LetterPattern(String.raw`[\p{Lu}]{2}`);
const smallLetter = new LetterPattern(String.raw`[\p{Ll}]`);

function isCapitals(text: string): boolean {
  return capitals.test(text) && !smallLetter.test(text);
}

/** How a line sets itself off from running text. */
export function lookOf(text: string, content: readonly Inline[]): GuessedHeading['look'] {
  if (isCapitals(text)) return 'capitals';
  return allBold(content) ? 'bold' : 'alone';
}

/** Whether the words could be a heading at all: short, starting large, no sentence. */
export function couldBeHeading(text: string): boolean {
  return (
    text.length > 0 &&
    text.length <= LONGEST_HEADING &&
    !text.includes('\n') &&
    startsLarge(text) &&
    !sentenceEnd.test(text) &&
    !(text.includes(':') && /:\s+\S/.test(text))
  );
}

/** In Word, where no blank lines tell a heading from an address: words follow, at most one more heading below. */
function standsOverWords(passages: readonly Passage[], at: number, nested = true): boolean {
  const next = passages[at + 1];
  if (!next) return false;
  if (next.line.marker !== null || next.text.length >= SHORTEST_PROSE) return true;
  return nested && couldBeHeading(next.text) && standsOverWords(passages, at + 1, false);
}

/** An unmarked line that stands for itself: bold, in capitals, of known words, or short between two gaps. */
export function guessHeading(
  passages: readonly Passage[],
  at: number,
  format: 'text' | 'docx',
  kind: DocumentKind,
): GuessedHeading | null {
  const passage = passages[at];
  if (!passage) return null;
  const { line, text } = passage;
  if (line.marker || line.quoted || line.aside || passage.joins.length > 0) return null;
  const known = isKnownHeading(text, kind);
  // "Annex A: Handling plan" is no label with a value.
  if (!couldBeHeading(known ? text.replace(/:\s/, ' ') : text)) return null;
  if (!line.gapBefore && !allBold(passage.content)) return null;
  const look = lookOf(text, passage.content);
  if (known || look !== 'alone') return { look, known };
  if (text.endsWith(':')) return null;
  const next = passages[at + 1];
  const alone =
    format === 'docx'
      ? standsOverWords(passages, at)
      : next !== undefined && (next.line.gapBefore || next.line.marker !== null);
  return alone ? { look, known } : null;
}

/** Explicit levels of a source, mapped to 1, 2 and 3 in their order, whatever numbers the source uses. */
export class OutlineRanks {
  readonly #ranks = new Map<number, number>();

  constructor(passages: readonly Passage[], title: Passage | null) {
    const used = new Set<number>();
    for (const passage of passages) {
      const { heading } = passage.line;
      if (heading !== null && passage !== title && listLabel(passage.text) === null) used.add(heading);
    }
    for (const [at, level] of [...used].sort((one, other) => one - other).entries())
      this.#ranks.set(level, at + 1);
  }

  get any(): boolean {
    return this.#ranks.size > 0;
  }

  /** 1 to 3. */
  rank(level: number): number {
    return Math.min(this.#ranks.get(level) ?? level, 3);
  }
}

/**
 * The passage that the source itself calls the title, or that alone has the highest explicit level, or that shares it
 * but has nothing under it before the first usual heading; else null.
 */
export function explicitTitle(passages: readonly Passage[]): Passage | null {
  const styled = passages.find(({ line }) => line.style === 'title');
  if (styled) return styled;
  const headings = passages.filter(({ line, text }) => line.heading !== null && listLabel(text) === null);
  const [first] = headings;
  if (!first) return null;
  if (headings.length === 1) return first === passages[0] && !isKnownLine(first.text) ? first : null;
  const level = first.line.heading ?? 0;
  const below = passages[passages.indexOf(first) + 1];
  if (level === 1 && below?.line.heading === 1 && isKnownLine(below.text) && !isKnownLine(first.text)) {
    return first;
  }
  return level === 1 && headings.slice(1).every(({ line }) => (line.heading ?? 0) > level) ? first : null;
}

function names(parent: string, child: string): boolean {
  const key = labelKey(child);
  return key.length > 3 && labelKey(parent).includes(key);
}

/**
 * Levels of headings that have none of their own. A heading directly below another is its child; the parent's
 * words ("… – including online safety and extra-familial harms") tell which of the following are, too.
 */
export class GuessedLevels {
  readonly #base: number;
  #last: { level: number; text: string; guessed: boolean } | null = null;
  #parent: { level: number; text: string; names: boolean } | null = null;
  readonly #looks = new Map<GuessedHeading['look'], number>();
  #directly = false;

  /** @param base level of a guessed heading that nothing speaks for: 1 where such headings are the main ones. */
  constructor(base: number) {
    this.#base = base;
  }

  /** Tells of a block that is no heading. */
  sawWords(): void {
    this.#directly = false;
  }

  /** Tells of a heading whose level the source states. */
  sawHeading(level: number, text: string): void {
    this.#last = { level, text, guessed: false };
    this.#parent = null;
    this.#directly = true;
    if (level === 1) this.#looks.clear();
  }

  next(text: string, guess: GuessedHeading): number {
    const level = this.#levelOf(text, guess);
    this.#last = { level, text, guessed: true };
    this.#directly = true;
    return level;
  }

  #levelOf(text: string, guess: GuessedHeading): number {
    const last = this.#last;
    if (last && this.#directly && (last.guessed || last.level >= this.#base) && last.level < 3) {
      this.#parent = { level: last.level, text: last.text, names: names(last.text, text) };
      return last.level + 1;
    }
    const parent = this.#parent;
    if (parent) {
      if (!parent.names || names(parent.text, text)) return parent.level + 1;
      this.#parent = null;
      return parent.level;
    }
    const alike = this.#looks.get(guess.look);
    const level = alike ?? (this.#looks.size === 0 || !last ? this.#base : Math.min(last.level + 1, 3));
    this.#looks.set(guess.look, level);
    return level;
  }
}
