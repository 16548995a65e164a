/** Title and headings of a committee report. */
import type { DocumentKind } from '../document/schema.ts';
import type { Doubt } from './builder.ts';
import {
  couldBeHeading,
  explicitTitle,
  GuessedLevels,
  guessHeading,
  lookOf,
  OutlineRanks,
} from './headings.ts';
import { doubt, markerOf } from './lines.ts';
import type { Passage } from './rejoin.ts';

export interface ReportHeading {
  readonly level: number;
  readonly doubt: Doubt | null;
  /** It prints a number of its own, as the headings of a report numbered 1.1 do. */
  readonly numbered: boolean;
}

/** Numbered paragraphs of a report are longer; only what is this short can be a numbered heading. */
const LONGEST_NUMBERED_HEADING = 80;

export class ReportOutline {
  readonly title: Passage | null;
  readonly levels: GuessedLevels;
  /** Numbers in the shallowest path of a paragraph: 1 for "4.", 2 for "1.4". */
  readonly paragraphDepth: number;
  readonly #passages: readonly Passage[];
  readonly #format: 'text' | 'docx';
  readonly #kind: DocumentKind;
  readonly #ranks: OutlineRanks;

  constructor(passages: readonly Passage[], format: 'text' | 'docx', kind: DocumentKind) {
    this.#kind = kind;
    this.#passages = passages;
    this.#format = format;
    this.title = explicitTitle(passages);
    this.#ranks = new OutlineRanks(passages, this.title);
    this.levels = new GuessedLevels(this.#ranks.any ? 2 : 1);
    this.paragraphDepth = this.#shallowest();
  }

  /** Reports that count 1.1, 1.2 below their headings do so in most paragraphs; their lists may still count 1, 2. */
  #shallowest(): number {
    const counts = [0, 0, 0, 0, 0];
    for (const [at, passage] of this.#passages.entries()) {
      const { marker, heading } = passage.line;
      if (marker?.style !== 'decimal' || heading !== null || this.#isNumbered(passage, at)) continue;
      const depth = pathDepth(passage);
      if (depth === 1 && this.#nextPath(at) === `${marker.value}.`) return 1;
      counts[depth] = (counts[depth] ?? 0) + 1;
    }
    const [, single = 0, pair = 0, triple = 0] = counts;
    if (single >= pair + triple) return 1;
    return pair > 0 ? 2 : 3;
  }

  /** What stands before the last number of the next numbered line, "2." for 2.1; null where none follows. */
  #nextPath(at: number): string | null {
    const next = this.#passages[at + 1]?.line.marker;
    return next?.style === 'decimal' && next.prefix !== '' ? next.prefix : null;
  }

  #isNumbered({ line, text, content }: Passage, at: number): boolean {
    const { marker } = line;
    if (marker?.style !== 'decimal' || text.length > LONGEST_NUMBERED_HEADING || !couldBeHeading(text))
      return false;
    const next = this.#passages[at + 1]?.line.marker;
    const below = `${marker.prefix}${marker.value}.`;
    return (
      lookOf(text, content) !== 'alone' ||
      (next?.style === 'decimal' && next.prefix === below && next.value <= 1)
    );
  }

  /** Paragraphs count 1.1, 1.2 under numbered headings. */
  get sectional(): boolean {
    return this.paragraphDepth === 2;
  }

  /** @param at position of the passage. @param inFront nothing but the title block has been read yet. */
  headingOf(passage: Passage, at: number, inFront: boolean): ReportHeading | null {
    const { line, text } = passage;
    if (line.heading !== null) return this.#stated(this.#ranks.rank(line.heading), passage);
    if (this.#isNumbered(passage, at)) return this.#stated(Math.min(pathDepth(passage), 3), passage);
    const guess = guessHeading(this.#passages, at, this.#format, this.#kind);
    if (!guess || (inFront && !guess.known)) return null;
    const level = this.levels.next(text, guess);
    const why = `This line was taken for a heading of level ${level} because it stands alone${guess.look === 'alone' ? '' : ` in ${guess.look}`}.`;
    const numbered = this.sectional && level === 1;
    return { level, doubt: guess.known ? null : doubt('guessedHeading', why, ''), numbered };
  }

  #stated(level: number, passage: Passage): ReportHeading {
    this.levels.sawHeading(level, passage.text);
    const marker = markerOf(passage);
    const numbered = this.sectional && level === 1;
    if (numbered || !passage.line.marker || passage.line.marker.style === 'bullet') {
      return { level, doubt: null, numbered };
    }
    const why = `The heading’s number “${marker}” was left out: headings of a report print none.`;
    return { level, doubt: doubt('headingNumber', why, marker), numbered };
  }
}

/** 1 for "4." and "4.0", 2 for "1.4", 3 for "1.4.2". */
export function pathDepth({ line }: Passage): number {
  const depth = (line.marker?.prefix.split('.').length ?? 1) || 1;
  return depth > 1 && line.marker?.value === 0 ? depth - 1 : depth;
}
