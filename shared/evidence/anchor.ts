/**
 * Finds quoted words again in the whole text of an edition: where they stood, elsewhere, or what stands in their place
 * now. It never guesses: words that could be any of several are lost rather than found in the wrong place.
 */
import type { Locator } from '../document/schema.ts';
import type { Anchor } from './facts.ts';
import { type Folded, fold, foldedPlace, unfolded } from './folded.ts';
import { changedWords, type Sought, type Span } from './near.ts';

/** The text of one edition, made ready once for all citations of it. */
export interface AnchorText {
  readonly edition: string;
  readonly whole: string;
  readonly folded: Folded;
  /** Where each page begins in the whole text. */
  readonly starts: readonly number[];
  /** Whether these are pages of paper. */
  readonly paged: boolean;
}

/** Linear in the length of the text. */
export function anchorText(
  edition: string,
  whole: string,
  starts: readonly number[],
  paged: boolean,
): AnchorText {
  return { edition, whole, folded: fold(whole), starts, paged };
}

/** Words shorter than this may stand anywhere: they are told apart by what is around them. */
const TELLING = 24;
/** Places of the same words that are looked at; words with more of them are too common to be told apart. */
const MOST_PLACES = 2000;

/**
 * Where the words of a citation stand in this edition. Time is linear in the length of the text.
 * @param unseen is handed on: who has looked at what is no question of the words.
 */
export function anchorIn(text: AnchorText, locator: Locator, unseen: boolean): Anchor {
  const sought = soughtOf(locator);
  const lost: Anchor = { state: 'lost', place: null, unseen };
  if (sought.quote === '') return lost;
  const same = sameWords(text, locator, sought);
  if (same) {
    const place = placeOf(text, same);
    return { state: stayed(locator, place, text.paged) ? 'same' : 'moved', place, unseen };
  }
  const changed = changedWords(text.folded.text, sought, expected(text, locator));
  return changed ? { state: 'changed', place: placeOf(text, changed), unseen } : lost;
}

function soughtOf({ quote: { exact, prefix, suffix } }: Locator): Sought {
  const around = fold(prefix + exact + suffix);
  const start = foldedPlace(around, prefix.length);
  const end = foldedPlace(around, prefix.length + exact.length);
  const quoted = around.text.slice(start, end);
  const lead = quoted.length - quoted.trimStart().length;
  const trail = quoted.length - quoted.trimEnd().length;
  // What stands at the outer ends may be half of something: a hyphen there was one inside a word.
  return {
    quote: quoted.trim(),
    prefix: around.text.slice(0, start + lead).replace(/^[-\s]+/u, ''),
    suffix: around.text.slice(end - trail).replace(/[-\s]+$/u, ''),
  };
}

/** Where the words would begin in the folded text if nothing had moved. */
function expected({ folded, starts }: AnchorText, { position, page }: Locator): number | null {
  if (position) return foldedPlace(folded, position.start);
  const start = page === null ? undefined : starts[page - 1];
  return start === undefined ? null : foldedPlace(folded, start);
}

function sameWords(text: AnchorText, locator: Locator, sought: Sought): Span | null {
  const { quote, prefix, suffix } = sought;
  const all = text.folded.text;
  const at = expected(text, locator);
  const span = (start: number): Span => ({ start, end: start + quote.length });
  // With all that stood around them, then with one side of it.
  for (const [before, behind] of [
    [prefix, suffix],
    [prefix, ''],
    ['', suffix],
  ] as const) {
    if (before === '' && behind === '' && prefix + suffix !== '') continue;
    if (before + behind === '' || (before.trim().length < 8 && behind.trim().length < 8)) continue;
    const places = placesOf(all, before + quote + behind).map((place) => place + before.length);
    const best = nearest(text, places, locator, at);
    if (best !== null) return span(best);
  }
  const places = placesOf(all, quote).filter((place) => isWhole(all, place, quote));
  if (places.length === 0 || places.length >= MOST_PLACES) return null;
  if (quote.length >= TELLING) {
    // The same sentence in several places says the same in each.
    const best = nearest(text, places, locator, at);
    return best === null ? null : span(best);
  }
  // Short words without what stood around them are these words only where nothing was noted around them.
  if (prefix + suffix === '') {
    const exactly = places.find((place) => place === at && locator.position !== null);
    if (exactly !== undefined) return span(exactly);
    const [only, ...others] = places;
    return only !== undefined && others.length === 0 ? span(only) : null;
  }
  const scored = places
    .map((place) => ({ place, score: likeness(all, place, sought) }))
    .sort((one, other) => other.score - one.score);
  const [first, second] = scored;
  const clear = first && first.score >= 10 && first.score > (second?.score ?? 0);
  return clear ? span(first.place) : null;
}

/** Places of words, none overlapping another, so that no text makes many of few. */
function placesOf(all: string, words: string): number[] {
  const places: number[] = [];
  for (let at = all.indexOf(words); at !== -1 && places.length < MOST_PLACES; ) {
    places.push(at);
    at = all.indexOf(words, at + words.length);
  }
  return places;
}

/** "£1.6" is not in "£1.65", nor "art" in "party". */
function isWhole(all: string, place: number, quote: string): boolean {
  const joins = (one: string, other: string) => /[\p{L}\p{N}]/u.test(one) && /[\p{L}\p{N}]/u.test(other);
  const end = place + quote.length;
  if (joins(all.charAt(place - 1), quote.charAt(0))) return false;
  if (/^[.,]\d/u.test(all.slice(end, end + 2)) && /\d$/u.test(quote)) return false;
  return !joins(quote.charAt(quote.length - 1), all.charAt(end));
}

/** How many units before and behind a place are as they were. */
function likeness(all: string, place: number, { quote, prefix, suffix }: Sought): number {
  let before = 0;
  while (before < prefix.length && all[place - 1 - before] === prefix[prefix.length - 1 - before])
    before += 1;
  let behind = 0;
  const end = place + quote.length;
  while (behind < suffix.length && all[end + behind] === suffix[behind]) behind += 1;
  return before + behind;
}

/** Of several places the one on the page that was noted, and there the one nearest to where the words stood. */
function nearest(
  text: AnchorText,
  places: readonly number[],
  { page }: Locator,
  at: number | null,
): number | null {
  const onPage =
    page === null ? [] : places.filter((place) => pageOf(text, text.folded.from[place] ?? 0) === page);
  const among = onPage.length > 0 ? onPage : places;
  let best: number | null = null;
  for (const place of among) {
    if (best === null || (at !== null && Math.abs(place - at) < Math.abs(best - at))) best = place;
  }
  return best;
}

function placeOf(text: AnchorText, span: Span): NonNullable<Anchor['place']> {
  const { start, end } = unfolded(text.folded, span.start, span.end);
  const page = text.paged ? pageOf(text, start) : null;
  return { edition: text.edition, page, start, end, exact: text.whole.slice(start, end) };
}

/** Counted from 1. */
function pageOf({ starts }: AnchorText, place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** On the page they were on, words are where a reader looks for them, wherever an extraction counts them. */
function stayed({ position, page }: Locator, place: NonNullable<Anchor['place']>, paged: boolean): boolean {
  if (paged && page !== null) return place.page === page;
  return position === null || position.start === place.start;
}
