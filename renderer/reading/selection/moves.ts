/** Where a key takes the end of a selection within the words of a source. All places are UTF-16 units of `text`. */
import { lazily } from '../../../shared/lazily.ts';

export type Unit = 'character' | 'word' | 'sentence' | 'line';

const characters = lazily(() => new Intl.Segmenter('en-GB', { granularity: 'grapheme' }));
const words = lazily(() => new Intl.Segmenter('en-GB', { granularity: 'word' }));
const sentences = lazily(() => new Intl.Segmenter('en-GB', { granularity: 'sentence' }));

/** As much of the text on each side as a step may have to look at. */
const CHARACTER_ROOM = 64;
const WORD_ROOM = 400;
const SENTENCE_ROOM = 6000;

/** @returns the next place in a direction; the end or beginning of the text where there is none. */
export function moved(text: string, at: number, unit: Unit, way: 1 | -1): number {
  const place = Math.min(text.length, Math.max(0, at));
  if (unit === 'character') return boundary(characters(), text, place, way, CHARACTER_ROOM, () => true);
  if (unit === 'word') {
    return boundary(words(), text, place, way, WORD_ROOM, ({ isWordLike }) => isWordLike === true);
  }
  if (unit === 'sentence') return nextSentence(text, place, way);
  return lineEdge(text, place, way);
}

/** Word: forwards to the end of the next, backwards to the beginning of the one before. */
function boundary(
  segmenter: Intl.Segmenter,
  text: string,
  at: number,
  way: 1 | -1,
  room: number,
  counts: (segment: Intl.SegmentData) => boolean,
): number {
  const from = Math.max(0, way === 1 ? at - room : at - room);
  const to = Math.min(text.length, at + room);
  let before: number | null = null;
  for (const segment of segmenter.segment(text.slice(from, to))) {
    if (!counts(segment)) continue;
    const start = from + segment.index;
    const end = start + segment.segment.length;
    if (way === 1 && end > at) return end;
    if (start < at) before = start;
  }
  if (way === 1) return to === text.length ? text.length : to;
  return before ?? from;
}

/** A line break alone ends no sentence: in a PDF every line has one. */
function flat(text: string): string {
  return text.replace(/\n(?!\n)/gu, ' ');
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function* sentencesIn(text: string, from: number, to: number): Generator<Stretch> {
  for (const { index, segment } of sentences().segment(flat(text.slice(from, to)))) {
    const words = segment.trim();
    if (words === '') continue;
    const start = from + index + (segment.length - segment.trimStart().length);
    yield { start, end: start + words.length };
  }
}

function nextSentence(text: string, at: number, way: 1 | -1): number {
  const from = paragraphStart(text, at);
  const to = Math.min(text.length, at + SENTENCE_ROOM);
  let before = from;
  for (const { start, end } of sentencesIn(text, from, to)) {
    if (way === 1 && end > at) return end;
    if (start < at) before = start;
  }
  return way === 1 ? to : before;
}

/** A place before `at` at which sentences can be counted from. */
function paragraphStart(text: string, at: number): number {
  const from = Math.max(0, at - SENTENCE_ROOM);
  const gap = text.lastIndexOf('\n\n', at - SENTENCE_ROOM / 2);
  return Math.max(gap, from);
}

/** The sentence at a place, or the next one behind it; null where there is none. */
export function sentenceAt(text: string, at: number): Stretch | null {
  const from = paragraphStart(text, at);
  const to = Math.min(text.length, at + SENTENCE_ROOM);
  for (const sentence of sentencesIn(text, from, to)) if (sentence.end > at) return sentence;
  return null;
}

function lineEdge(text: string, at: number, way: 1 | -1): number {
  if (way === -1) return text.slice(0, at).lastIndexOf('\n') + 1;
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}
