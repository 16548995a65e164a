/**
 * Sentences that a page break of the source had broken in two become one again. Conservative, because a wrong
 * join hides a paragraph: the first piece must break off in mid-sentence, and the second must go on with it.
 */
import type { Inline } from '../document/schema.ts';
import { plainText } from '../document/walk.ts';
import { lazily } from '../lazily.ts';
import { hasAt } from './first-signs.ts';
import { startsLarge, startsSmall } from './letters.ts';
import { isOwnStyle } from './own-styles.ts';
import { joinRuns } from './runs.ts';
import type { OriginalLine, SourceLine } from './source.ts';
import { isBareLabel, isKnownLine } from './vocabulary.ts';

export interface Join {
  /** A sentence made whole, or the lines below a label taken as its one value. */
  readonly code: 'rejoinedPageBreak' | 'gatheredLines';
  readonly before: string;
  readonly after: string;
  /** Whether the second piece had a list marker of its own, which the joined text no longer has. */
  readonly marked: boolean;
  readonly original: readonly OriginalLine[];
  /** Page numbers and running titles that stood between the two pieces. */
  readonly between: readonly OriginalLine[];
  /** Position in the source text of the second piece. */
  readonly at: number;
}

/** A line of the source, or several that were one sentence. */
export interface Passage {
  readonly line: SourceLine;
  /** Position of its first line in the source text. */
  readonly at: number;
  readonly content: readonly Inline[];
  readonly text: string;
  readonly original: readonly OriginalLine[];
  readonly joins: readonly Join[];
  /** The words of the first and of the last piece, where several were joined. */
  readonly firstPiece: string;
  readonly lastPiece: string;
  /** Page numbers and running titles that stood directly before it. */
  readonly furniture: readonly OriginalLine[];
}

/** A stand-alone line this short may be a heading, of which nothing goes on. */
const SHORTEST_BROKEN_LINE = 50;
/** No sentence runs over more pages; and each join copies the words before it. */
const MOST_JOINS = 20;
/** Enough of either piece to find the seam again after edits elsewhere in the block. */
const SEAM_CONTEXT = 60;

const endsSentence = /[.!?:;…]["'”’)\]]*$/;
const hangingWords: ReadonlySet<string> = new Set(
  'a an the and or of to in on at by for with from as that which is are was were be been has have had will would should could may must not their its our your this these those than into between'.split(
    ' ',
  ),
);
const possessive = lazily(() => /\b(?:\p{L}+['’]s|\p{L}+s['’])$/u);

/** Whether a line ends with a word that needs another. One pattern for all of them took 2 ms to compile. */
function hangs(text: string): boolean {
  const end = text.slice(-40);
  if (hasAt(end, -1, ',–-')) return true;
  const word = /\w+$/.exec(end)?.[0];
  if (word !== undefined && hangingWords.has(word)) return true;
  return /['’]s?$/.test(end) && possessive().test(end);
}

function breaksOff(text: string): boolean {
  const end = text.slice(-40);
  return !endsSentence.test(end) && !/[;,]\s+(?:and|or)$/.test(end);
}

/** Whether a sentence that breaks off in the first line goes on in the second. */
export function sentenceGoesOn(first: string, second: string): boolean {
  if (!breaksOff(first)) return false;
  return startsSmall(second) || (startsLarge(second) && hangs(first));
}

/** The sentence goes on in a line that is marked as no item of its own. */
function goesOnUnmarked(first: Passage, second: SourceLine, words: string): boolean {
  if (second.marker || !breaksOff(first.text)) return false;
  const prose = first.line.marker !== null || first.text.length >= SHORTEST_BROKEN_LINE;
  if (!prose) return false;
  if (startsSmall(words)) return true;
  return first.text.length >= SHORTEST_BROKEN_LINE && startsLarge(words) && hangs(first.text);
}

/**
 * Bulleted lists whose items are sentences: a small letter is then no new item, if a gap comes before it or the
 * words before it hang in the air.
 */
function goesOnBulleted(first: Passage, second: SourceLine, words: string, sentences: boolean): boolean {
  const gap = second.gapBefore || second.pageBreakBefore;
  return (
    second.marker?.style === 'bullet' &&
    first.line.marker?.style === 'bullet' &&
    sentences &&
    breaksOff(first.text) &&
    startsLarge(first.text) &&
    startsSmall(words) &&
    first.text.length >= SHORTEST_BROKEN_LINE &&
    ((gap && endsSentence.test(words.slice(-40))) || hangs(first.text))
  );
}

/** For each line, whether its bulleted list starts every other item with a capital. */
function listsOfSentences(lines: readonly SourceLine[]): boolean[] {
  const verdict: boolean[] = [];
  let small = 0;
  let from = 0;
  const close = (to: number) => {
    for (let at = from; at < to; at += 1) verdict[at] = small <= 1;
    small = 0;
    from = to;
  };
  for (const [at, line] of lines.entries()) {
    const bulleted = line.marker?.style === 'bullet';
    if (!bulleted && (line.marker || line.heading !== null)) close(at);
    if (bulleted && startsSmall(plainText(line.content))) small += 1;
  }
  close(lines.length);
  return verdict;
}

function passageOf(line: SourceLine, at: number, furniture: readonly OriginalLine[]): Passage {
  const { content, original } = line;
  const text = plainText(content);
  return { line, at, content, text, original, joins: [], firstPiece: text, lastPiece: text, furniture };
}

/** One passage of two; the seam is remembered for the report and for undoing it. */
export function joinPassages(first: Passage, second: Passage, code: Join['code']): Passage {
  const join: Join = {
    code,
    before: first.lastPiece.slice(-SEAM_CONTEXT),
    after: second.firstPiece.slice(0, SEAM_CONTEXT),
    marked: second.line.marker !== null,
    original: [...first.original.slice(-1), ...second.furniture, ...second.original.slice(0, 1)],
    between: second.furniture,
    at: second.at,
  };
  const content = joinRuns(first.content, second.content, code === 'gatheredLines' ? 'break' : 'space');
  return {
    ...first,
    content,
    text: plainText(content),
    original: [...first.original, ...second.original],
    joins: [...first.joins, ...(first.lastPiece === '' ? [] : [join]), ...second.joins],
    firstPiece: first.lastPiece === '' ? second.firstPiece : first.firstPiece,
    lastPiece: second.lastPiece,
  };
}

/**
 * Groups the lines of a source into passages, rejoining what was broken.
 * @param furniture what stood between two pages directly before a line, by the line's position.
 */
export function rejoin(
  lines: readonly SourceLine[],
  furniture: ReadonlyMap<number, readonly OriginalLine[]>,
): Passage[] {
  const sentences = listsOfSentences(lines);
  const passages: Passage[] = [];
  for (const [at, line] of lines.entries()) {
    const passage = passageOf(line, at, furniture.get(at) ?? []);
    const words = passage.text;
    const first = passages.at(-1);
    const joinable =
      first !== undefined &&
      line.heading === null &&
      first.line.heading === null &&
      first.joins.length < MOST_JOINS &&
      !line.aside &&
      !first.line.aside &&
      line.quoted === first.line.quoted &&
      !(isOwnStyle(line.style) || isOwnStyle(first.line.style)) &&
      !isKnownLine(words) &&
      !isBareLabel(first.text);
    if (
      joinable &&
      (goesOnUnmarked(first, line, words) || goesOnBulleted(first, line, words, sentences[at] ?? false))
    ) {
      passages[passages.length - 1] = joinPassages(first, passage, 'rejoinedPageBreak');
    } else {
      passages.push(passage);
    }
  }
  return passages;
}
