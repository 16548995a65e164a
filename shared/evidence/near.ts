/** What stands where quoted words stood, when they are not there any more as they were. */
import search from 'approx-string-match';

/** A stretch of the folded text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The quotation and what stood around it, folded. */
export interface Sought {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Share of the units of a quotation that may be others. */
const TOLERANCE = 0.3;
/** Units of a quotation that are looked for at once; of a longer one its beginning and its end. */
const LONGEST = 320;
/** Units of the text that are searched at once. */
const CHUNK = 16_384;
/** Equally good places after which the text is taken for one that repeats itself. */
const MOST_MATCHES = 400;
/** Units on each side of short words that must be as they were for what stands between them to be theirs. */
const HOLD = 12;
/** Words that take the place of short ones are no longer than this beside them. */
const GAP = 40;

interface Near extends Span {
  readonly errors: number;
}

/**
 * @param all the folded text; @param at where the words would begin if nothing had moved.
 * @returns null where nothing like them is left, or where several places are as good as each other.
 */
export function changedWords(all: string, sought: Sought, at: number | null): Span | null {
  const found = betweenContext(all, sought) ?? nearWords(all, sought, at);
  return found && wholeWords(all, found);
}

/** The stretch with the words that it begins and ends in. */
function wholeWords(all: string, { start, end }: Span): Span {
  const isWord = (at: number) => /[\p{L}\p{N}£$€%]/u.test(all.charAt(at));
  let from = start;
  let to = end;
  for (let most = 24; most > 0 && from > 0 && isWord(from) && isWord(from - 1); most -= 1) from -= 1;
  for (let most = 24; most > 0 && to < all.length && isWord(to - 1) && isWord(to); most -= 1) to += 1;
  return { start: from, end: to };
}

/** A figure that was brought up to date: what was before and behind it still is. */
function betweenContext(all: string, { quote, prefix, suffix }: Sought): Span | null {
  const before = prefix.slice(-2 * HOLD);
  const behind = suffix.slice(0, 2 * HOLD);
  if (before.length < HOLD || behind.length < HOLD) return null;
  const most = 2 * quote.length + GAP;
  const found: Span[] = [];
  for (let place = all.indexOf(before), seen = 0; place !== -1 && seen < MOST_MATCHES; seen += 1) {
    const start = place + before.length;
    const gap = all.slice(start, start + most + behind.length).indexOf(behind);
    if (gap > 0) found.push({ start, end: start + gap });
    place = all.indexOf(before, start);
  }
  const [only, ...others] = found;
  if (!only || others.length > 0) return null;
  const now = all.slice(only.start, only.end);
  const trimmed = {
    start: only.start + now.length - now.trimStart().length,
    end: only.end - now.length + now.trimEnd().length,
  };
  if (trimmed.end <= trimmed.start) return null;
  // Of a long quotation something must be left; a short one may be another figure altogether.
  return quote.length <= LONGEST / 4 || alike(quote, now) ? trimmed : null;
}

function alike(quote: string, now: string): boolean {
  const words = new Set(quote.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  const theirs = new Set(now.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  let both = 0;
  for (const word of words) if (theirs.has(word)) both += 1;
  return both >= words.size / 2;
}

function nearWords(all: string, sought: Sought, at: number | null): Span | null {
  const { quote, prefix, suffix } = sought;
  if (quote.length > LONGEST) return nearEnds(all, quote, at);
  if (quote.length >= 24) return best(all, quote, at, { prefix, suffix });
  // Too short to be known by themselves: with what stood around them, whose share of the change is then theirs.
  const around = prefix + quote + suffix;
  if (around.length < 36) return null;
  const found = best(all, around, at, null);
  if (!found) return null;
  const now = all.slice(found.start, found.end);
  const start = prefix === '' ? 0 : endOf(now, prefix.slice(-HOLD));
  const end = suffix === '' ? now.length : startOf(now, suffix.slice(0, HOLD), start ?? 0);
  if (start === null || end === null) return null;
  const kept = now.slice(start, end);
  if (kept.trim() === '' || kept.length > 2 * quote.length + GAP) return null;
  const lead = kept.length - kept.trimStart().length;
  return { start: found.start + start + lead, end: found.start + start + kept.trimEnd().length };
}

/** Where words end that stand in a short text as they were, or nearly. */
function endOf(now: string, words: string): number | null {
  return search(now, words, Math.floor(words.length * TOLERANCE))[0]?.end ?? null;
}

function startOf(now: string, words: string, from: number): number | null {
  const found = search(now.slice(from), words, Math.floor(words.length * TOLERANCE)).at(-1);
  return found ? from + found.start : null;
}

/** A long quotation is where its beginning and its end are, not too far from each other. */
function nearEnds(all: string, quote: string, at: number | null): Span | null {
  const half = LONGEST / 2;
  const head = best(all, quote.slice(0, half), at, null);
  const tail = best(all, quote.slice(-half), at === null ? null : at + quote.length - half, null);
  if (!head || !tail) return null;
  const length = tail.end - head.start;
  if (length < quote.length / 2 || length > quote.length * 1.6) return null;
  return { start: head.start, end: tail.end };
}

function best(
  all: string,
  words: string,
  at: number | null,
  around: Pick<Sought, 'prefix' | 'suffix'> | null,
): Span | null {
  const matches = nearest(all, words);
  if (matches.length === 0) return null;
  const ranked = apart(matches)
    .map((match) => ({
      match,
      score: around ? contextScore(all, match, around) : 0,
      distance: at === null ? 0 : Math.abs(match.start - at),
    }))
    .sort((one, other) => other.score - one.score || one.distance - other.distance);
  const [first, second] = ranked;
  if (!first) return null;
  // Equally like it and equally well placed: nobody can say which it is.
  if (second && second.score === first.score && (at === null || second.distance === first.distance))
    return null;
  return first.match;
}

/** The best places in the text, searched piece by piece so that a text of one letter cannot make it endless. */
function nearest(all: string, words: string): Near[] {
  let allowed = Math.floor(words.length * TOLERANCE);
  const overlap = words.length + allowed;
  let found: Near[] = [];
  let seen = 0;
  for (let from = 0; from < all.length && seen < MOST_MATCHES; from += CHUNK) {
    const chunk = all.slice(from, from + CHUNK + overlap);
    const matches = search(chunk, words, allowed);
    seen += matches.length;
    const errors = matches[0]?.errors;
    if (errors === undefined) continue;
    if (errors < allowed || found.length === 0) found = [];
    allowed = errors;
    for (const { start, end } of matches) found.push({ start: from + start, end: from + end, errors });
  }
  return seen >= MOST_MATCHES ? [] : found.filter(({ errors }) => errors === allowed);
}

/** One place is found with several ends; the first of each stands for all. */
function apart(matches: readonly Near[]): Near[] {
  const made: Near[] = [];
  for (const match of matches) {
    const last = made.at(-1);
    if (!last || match.start >= last.end) made.push(match);
  }
  return made;
}

function contextScore(
  all: string,
  { start, end }: Span,
  { prefix, suffix }: Pick<Sought, 'prefix' | 'suffix'>,
): number {
  const before = all.slice(Math.max(0, start - 2 * prefix.length), start);
  const behind = all.slice(end, end + 2 * suffix.length);
  return shared(before, prefix) + shared(behind, suffix);
}

/** Words of what stood there that are still near. */
function shared(now: string, then: string): number {
  const words = new Set(now.match(/[\p{L}\p{N}]+/gu));
  return (then.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => words.has(word)).length;
}
