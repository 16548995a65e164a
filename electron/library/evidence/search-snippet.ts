/** The words around what was found, short enough for a list. */
import type { SearchHit } from '../../../shared/contract/evidence-search-calls.ts';
import { HIT_BEGINS, HIT_ENDS } from '../db/search-repository.ts';

type Parts = SearchHit['snippet'];

/** In UTF-16 units. */
const LENGTH = 240;
const LEAD = 60;

/** @param marked a passage with HIT_BEGINS and HIT_ENDS around what was found in it. */
export function snippetOf(marked: string): Parts {
  const parts = partsOf(marked.replace(/\s+/g, ' ').trim());
  const length = parts.reduce((sum, { text }) => sum + text.length, 0);
  if (length <= LENGTH) return parts;
  return cut(parts, startOf(parts, length));
}

function partsOf(marked: string): Parts {
  const parts: Parts = [];
  for (const [at, piece] of marked.split(HIT_BEGINS).entries()) {
    const [hit = '', plain] = at === 0 ? ['', piece] : piece.split(HIT_ENDS);
    if (hit !== '') parts.push({ text: hit, hit: true });
    if (plain) parts.push({ text: plain, hit: false });
  }
  return parts;
}

/** Where the window begins that shows most of what was found. */
function startOf(parts: Parts, length: number): number {
  const hits: number[] = [];
  let at = 0;
  for (const { text, hit } of parts) {
    if (hit) hits.push(at);
    at += text.length;
  }
  let best = { start: 0, shown: 0 };
  for (const [first, place] of hits.entries()) {
    let shown = 0;
    while ((hits[first + shown] ?? Number.POSITIVE_INFINITY) < place + LENGTH - LEAD) shown += 1;
    if (shown > best.shown) best = { start: place - LEAD, shown };
  }
  return Math.max(0, Math.min(best.start, length - LENGTH));
}

function cut(parts: Parts, from: number): Parts {
  const whole = parts.map(({ text }) => text).join('');
  // At the ends of words, if there are any near.
  const start = from === 0 ? 0 : wordEnd(whole, from, 1);
  const end = from + LENGTH >= whole.length ? whole.length : wordEnd(whole, from + LENGTH, -1);
  const made: Parts = [];
  let at = 0;
  for (const { text, hit } of parts) {
    const shown = text.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (shown !== '') made.push({ text: shown, hit });
    at += text.length;
  }
  if (start > 0) made.unshift({ text: '… ', hit: false });
  if (end < whole.length) made.push({ text: ' …', hit: false });
  return made;
}

/** The next space in a direction, or the place itself where there is none near; never within a character. */
function wordEnd(text: string, from: number, step: 1 | -1): number {
  for (let at = from; Math.abs(at - from) < 30; at += step) {
    if (text.charAt(at) === ' ') return step === 1 ? at + 1 : at;
  }
  const unit = text.charCodeAt(from);
  return unit >= 0xdc00 && unit < 0xe000 ? from + step : from;
}
