/**
 * Page numbers and running titles that a program which extracts text leaves between the lines, often in the middle
 * of a sentence. They are no words of the author's, but none is taken without a row of the report that puts it back.
 */
import { plainText } from '../document/walk.ts';
import { hasAt } from './first-signs.ts';
import { pageNumberIn } from './page-number.ts';
import { sentenceGoesOn } from './rejoin.ts';
import type { OriginalLine, SourceLine, SourceText } from './source.ts';
import { isKnownLine } from './vocabulary.ts';
import { withoutLines } from './without-lines.ts';

export interface UnfurnishedSource {
  readonly source: SourceText;
  /** What stood directly before a line of the source, by the line's position; its length stands for the end. */
  readonly furniture: ReadonlyMap<number, readonly OriginalLine[]>;
}

/** Page numbers that count on from each other this often are page numbers wherever they stand. */
const FEWEST_COUNTED = 3;
const LONGEST_RUNNING_TITLE = 120;
const MOST_TITLE_LINES = 3;
/** A title that the pages repeat stands first at the top of the file, where it is the title. */
const TOP = 3;
/** The page number that a running title may end with. */
const ownNumber = /(?:\s*\||\s+page)\s*\d{1,3}(?:\s*of\s*\d{1,3})?$/;

function wordsOf({ marker, content }: SourceLine): string {
  return `${marker?.text ?? ''} ${plainText(content)}`.trim();
}

function isFlow({ cell, aside, heading, quoted }: SourceLine): boolean {
  return cell === null && !aside && heading === null && !quoted;
}

class Pages {
  readonly #lines: readonly SourceLine[];
  readonly #texts: readonly string[];
  readonly taken = new Set<number>();

  constructor(lines: readonly SourceLine[]) {
    this.#lines = lines;
    this.#texts = lines.map(wordsOf);
  }

  find(): void {
    this.#takeNumbers();
    // A running title may take several lines, each beside the one found before.
    for (let line = 0; line < MOST_TITLE_LINES && this.#takeRunningTitles(); line += 1);
  }

  #takeNumbers(): void {
    const bare: number[] = [];
    for (const [at, line] of this.#lines.entries()) {
      const kind = isFlow(line) ? pageNumberIn(this.#texts[at] ?? '') : null;
      if (kind === 'named') this.taken.add(at);
      else if (kind === 'bare') bare.push(at);
    }
    const values = bare.map((at) => Number(/\d+/.exec(this.#texts[at] ?? '')?.[0]));
    const counted =
      bare.length >= FEWEST_COUNTED &&
      values.every((value, at) => at === 0 || value === (values[at - 1] ?? 0) + 1);
    for (const at of bare) if (counted || this.#atPageEdge(at) || this.#inSentence(at)) this.taken.add(at);
  }

  #atPageEdge(at: number): boolean {
    return this.#lines[at]?.pageBreakBefore === true || this.#lines[at + 1]?.pageBreakBefore === true;
  }

  #inSentence(at: number): boolean {
    const [before, after] = [this.#texts[at - 1], this.#lines[at + 1]];
    return before !== undefined && after?.marker === null && sentenceGoesOn(before, plainText(after.content));
  }

  #takeRunningTitles(): boolean {
    const places = new Map<string, number[]>();
    for (const [at, line] of this.#lines.entries()) {
      const text = this.#texts[at] ?? '';
      if (!isFlow(line) || line.marker || this.taken.has(at)) continue;
      if (text.length > LONGEST_RUNNING_TITLE || isKnownLine(text)) continue;
      const small = text.toLowerCase();
      const key = hasAt(small, -1, '0123456789') ? small.replace(ownNumber, '') : small;
      const known = places.get(key);
      if (known) known.push(at);
      else places.set(key, [at]);
    }
    const before = this.taken.size;
    for (const repeated of places.values()) {
      const beside = repeated.filter((at) => this.#besidePageEdge(at));
      const [first = 0] = repeated;
      const titled = beside.length > 0 && first < TOP && beside[0] !== first;
      if (beside.length < 2 && !titled) continue;
      for (const at of beside) if (at >= TOP) this.taken.add(at);
    }
    return this.taken.size > before;
  }

  #besidePageEdge(at: number): boolean {
    return this.taken.has(at - 1) || this.taken.has(at + 1) || (at > 0 && this.#atPageEdge(at));
  }
}

/** Takes page numbers and running titles out of the lines. */
export function takeFurniture(source: SourceText): UnfurnishedSource {
  const pages = new Pages(source.lines);
  pages.find();
  const furniture = new Map<number, OriginalLine[]>();
  const broken = new Set<number>();
  let kept = 0;
  for (const [at, { original }] of source.lines.entries()) {
    if (!pages.taken.has(at)) kept += 1;
    else {
      const known = furniture.get(kept);
      if (known) known.push(...original);
      else furniture.set(kept, [...original]);
      broken.add(kept);
    }
  }
  const rest = withoutLines(source, pages.taken);
  const lines = rest.lines.map((line, at) => (broken.has(at) ? { ...line, pageBreakBefore: true } : line));
  return { source: { ...rest, lines }, furniture };
}
