/** What would be cited of a passage that a search found: the sentences that answer it, not all of the passage. */
import type { SearchHit } from '../../../shared/contract/evidence-search-calls.ts';
import { type Figure, readFigures } from '../../../shared/evidence/figures.ts';
import { saysInTable } from '../../../shared/evidence/tabled.ts';
import { type TakenPassage, takePassage } from '../../../shared/evidence/taken.ts';

/** UTF-16 units; longer quotations are read by nobody in a side panel or a note. */
const LONGEST = 420;

export interface QuotePart {
  readonly text: string;
  readonly hit: boolean;
}
export interface Quotation {
  readonly taken: TakenPassage;
  /** Its words on one line, what was looked for marked. */
  readonly parts: readonly QuotePart[];
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The lines of a page end within sentences, so that a line break alone ends none. */
const sentenceEnd = /(?<=[.!?]["”’)\]]{0,2})\s+(?=["“‘(]?[\p{Lu}\p{N}£$€])|\n\s*\n|\n(?=[•●▪–-]\s)/gu;

function sentencesIn(text: string): Range[] {
  const ranges: Range[] = [];
  let start = 0;
  for (const gap of text.matchAll(sentenceEnd)) {
    ranges.push({ start, end: gap.index });
    start = gap.index + gap[0].length;
  }
  ranges.push({ start, end: text.length });
  return ranges.filter((range) => text.slice(range.start, range.end).trim() !== '');
}

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

/** Figures as the passage writes them: £18.4m for the £18.4 million of the point, or 18.4 in a table of millions. */
function asWritten(text: string, figures: readonly string[]): string[] {
  const wanted = figures.flatMap((words) => readFigures(words));
  const same = (one: Figure, other: Figure) =>
    one.kind === other.kind && one.unit === other.unit && one.low.value === other.low.value;
  return readFigures(text).flatMap((found) =>
    wanted.some((each) => same(each, found) || saysInTable([found], text, each)) ? [found.words] : [],
  );
}

/** Everything in the text that was looked for; null where nothing was. */
function lookedFor(hit: Pick<SearchHit, 'snippet' | 'text'>, figures: readonly string[]): RegExp | null {
  const words = new Set([
    ...figures,
    ...asWritten(hit.text, figures),
    ...hit.snippet.flatMap((part) => (part.hit && part.text.trim() !== '' ? [part.text.trim()] : [])),
  ]);
  if (words.size === 0) return null;
  const longestFirst = [...words].sort((one, other) => other.length - one.length).map(escaped);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${longestFirst.join('|')})(?![\p{L}\p{N}])`, 'giu');
}

/** How much of what was looked for stands in a text; a figure says more than any word. */
function weigh(text: string, wanted: RegExp): number {
  const found = new Set([...text.matchAll(wanted)].map((match) => match[0].toLocaleLowerCase('en-GB')));
  let weight = 0;
  for (const words of found) weight += /\d/.test(words) ? 5 : 1;
  return weight;
}
/** Less is not worth another sentence. */
const WORTH = 2;

/** The sentence with most of what was looked for, and its neighbours as long as they have much more of it. */
function chosen(text: string, wanted: RegExp | null): Range {
  const sentences = sentencesIn(text);
  const counts = sentences.map(({ start, end }) => (wanted ? weigh(text.slice(start, end), wanted) : 0));
  let from = counts.indexOf(Math.max(...counts));
  let to = from;
  const range = (): Range => ({
    start: sentences[from]?.start ?? 0,
    end: sentences[to]?.end ?? text.length,
  });
  const found = () => (wanted ? weigh(text.slice(range().start, range().end), wanted) : 0);
  for (const step of [1, -1]) {
    for (;;) {
      const before = { from, to, found: found() };
      if (step === 1) to += 1;
      else from -= 1;
      const fits = from >= 0 && to < sentences.length && range().end - range().start <= LONGEST;
      if (fits && (found() >= before.found + WORTH || wanted === null)) continue;
      ({ from, to } = before);
      break;
    }
  }
  return range();
}

function marked(text: string, wanted: RegExp | null): QuotePart[] {
  const line = text.replace(/\s+/g, ' ');
  if (!wanted) return [{ text: line, hit: false }];
  const parts: QuotePart[] = [];
  let at = 0;
  for (const match of line.matchAll(wanted)) {
    if (match.index > at) parts.push({ text: line.slice(at, match.index), hit: false });
    parts.push({ text: match[0], hit: true });
    at = match.index + match[0].length;
  }
  if (at < line.length) parts.push({ text: line.slice(at), hit: false });
  return parts;
}

/** @param figures those of a point that stand in the passage. @returns null for a passage without words. */
export function quotationOf(hit: SearchHit, figures: readonly string[] = []): Quotation | null {
  const { text, sourceId, edition, page, start } = hit;
  const wanted = lookedFor(hit, figures);
  const range = chosen(text, wanted);
  const taken = takePassage(
    { sourceId, edition, page, text, start },
    { start: start + range.start, end: start + Math.min(range.end, range.start + 2 * LONGEST) },
  );
  return taken && { taken, parts: marked(taken.locator.quote.exact, wanted) };
}
