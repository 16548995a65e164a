/** Title and headings of a brief. */

import type { Doubt } from './builder.ts';
import {
  explicitTitle,
  type GuessedHeading,
  GuessedLevels,
  guessHeading,
  lookOf,
  OutlineRanks,
} from './headings.ts';
import { doubt } from './lines.ts';
import { numberedHeadings } from './numbered-headings.ts';
import type { Passage } from './rejoin.ts';
import { isKnownHeading, labelKey, listLabel } from './vocabulary.ts';

export interface FoundHeading {
  readonly level: number;
  readonly doubt: Doubt | null;
}

const meetingTitle =
  /^(?:(?:meeting|call|visit|roundtable|bilateral)\b.*\b(?:with|to|on)\b|(?:meeting |ministerial )?brief(?:ing)?\b.*\b(?:for|on)\b)/;

export class BriefingOutline {
  readonly title: Passage | null;
  readonly levels: GuessedLevels;
  readonly #passages: readonly Passage[];
  readonly #format: 'text' | 'docx';
  readonly #ranks: OutlineRanks;
  readonly #numbered: ReadonlySet<Passage>;
  readonly #lastNumbered: number;
  /** How often each label stands in the brief. */
  readonly #labels = new Map<string, number>();
  /** How the latest heading of level 1 was written that only its look made one. */
  #mainLook: GuessedHeading['look'] | null = null;

  constructor(passages: readonly Passage[], format: 'text' | 'docx') {
    this.#passages = passages;
    this.#format = format;
    const head = passages
      .slice(0, 12)
      .find(
        ({ text, line }) =>
          !line.marker && !line.aside && text.length < 300 && meetingTitle.test(text.toLowerCase()),
      );
    this.title = explicitTitle(passages) ?? head ?? null;
    this.#ranks = new OutlineRanks(passages, this.title);
    this.#numbered = numberedHeadings(passages);
    this.#lastNumbered = passages.findLastIndex((passage) => this.#numbered.has(passage));
    for (const { text } of passages) {
      if (listLabel(text) !== null)
        this.#labels.set(labelKey(text), (this.#labels.get(labelKey(text)) ?? 0) + 1);
    }
    this.levels = new GuessedLevels(this.#numbered.size > 0 || this.#ranks.any ? 2 : 1);
  }

  isNumbered(passage: Passage): boolean {
    return this.#numbered.has(passage);
  }

  /**
   * "Points to make" heads a section of its own where the brief has it once, written as its sections are written;
   * where every section has one, it is a label within them.
   */
  isMainLabel({ line, content, text }: Passage): boolean {
    if ((this.#labels.get(labelKey(text)) ?? 0) > 1) return false;
    if (line.heading !== null) return this.#ranks.any && this.#ranks.rank(line.heading) === 1;
    if (this.#numbered.size > 0) return false;
    return this.#mainLook !== null && this.#mainLook !== 'alone' && lookOf(text, content) === this.#mainLook;
  }

  /** @param at position of the passage. @param inFront nothing but the title block has been read yet. */
  headingOf(passage: Passage, at: number, inFront: boolean): FoundHeading | null {
    const { line, text } = passage;
    if (line.heading !== null) return this.#stated(this.#ranks.rank(line.heading), text);
    if (this.#numbered.has(passage)) {
      const depth = (line.marker?.prefix.split('.').length ?? 1) - 1;
      return this.#stated(Math.min(1 + depth, 3), text);
    }
    const next = this.#passages[at + 1];
    const guess = guessHeading(this.#passages, at, this.#format, 'briefing');
    if (!guess) return null;
    if (inFront && !guess.known && !this.#opensTopic(next)) return null;
    const known = isKnownHeading(text, 'briefing') && at > this.#lastNumbered;
    if (known || listLabel(text) !== null) {
      this.#mainLook = guess.look;
      return this.#stated(1, text);
    }
    const level = this.levels.next(text, guess);
    if (level === 1) this.#mainLook = guess.look;
    const why = `This line was taken for a heading of level ${level} because it stands alone${guess.look === 'alone' ? '' : ` in ${guess.look}`}.`;
    return { level, doubt: guess.known ? null : doubt('guessedHeading', why, '') };
  }

  #stated(level: number, text: string): FoundHeading {
    this.levels.sawHeading(level, text);
    return { level, doubt: null };
  }

  /** In the title block only a line over a list, or over its label, is a heading. */
  #opensTopic(next: Passage | undefined): boolean {
    return next !== undefined && (next.line.marker !== null || listLabel(next.text) !== null);
  }
}
