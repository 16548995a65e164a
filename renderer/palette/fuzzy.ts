/** How well a name answers what somebody types, and with which of its letters. */

export interface Match {
  /** Higher is better; only for comparing names under one query. */
  readonly score: number;
  /** Positions of the letters that matched, in order, each once. */
  readonly at: readonly number[];
}

/** The tiers lie so far apart that no gap in a looser match can beat a closer one. */
const START_OF_NAME = 100;
const START_OF_WORD = 80;
const INSIDE = 40;
const SCATTERED = 20;

/**
 * Every word of the query must be found, in any order: as the start of a word, within one, or as letters in order
 * that begin at a word ("ntr" finds "New table row"). Case does not matter, accents do not either.
 * @returns null where a word is not found; an empty query matches everything with no letters.
 */
export function match(query: string, name: string): Match | null {
  const letters = [...name].map(plain);
  const wanted = query.trim().split(/\s+/u).filter(Boolean);
  const at = new Set<number>();
  let score = 0;
  for (const word of wanted) {
    const found = matchWord([...word].map(plain), letters);
    if (!found) return null;
    score += found.score;
    for (const position of found.at) at.add(position);
  }
  // Of two equal matches the shorter name is meant.
  return { score: score - letters.length / 1000, at: [...at].sort((a, b) => a - b) };
}

function plain(letter: string): string {
  return letter.normalize('NFD').charAt(0).toLowerCase();
}

function isWordStart(letters: readonly string[], at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(letters[at - 1] ?? '');
}

function matchWord(word: readonly string[], letters: readonly string[]): Match | null {
  let best: Match | null = null;
  const offer = (score: number, at: readonly number[]) => {
    if (best === null || score > best.score) best = { score, at };
  };
  for (let start = 0; start < letters.length; start += 1) {
    if (letters[start] !== word[0]) continue;
    const whole = word.every((letter, index) => letters[start + index] === letter);
    const atWord = isWordStart(letters, start);
    const run = word.map((_, index) => start + index);
    if (whole) offer(start === 0 ? START_OF_NAME : atWord ? START_OF_WORD : INSIDE, run);
    else if (atWord) {
      const scattered = scatter(word, letters, start);
      if (scattered) offer(SCATTERED - gaps(scattered), scattered);
    }
  }
  return best;
}

/** The letters of a word from `start` on, each the next one there is, the start of a word where there is a choice. */
function scatter(word: readonly string[], letters: readonly string[], start: number): number[] | null {
  const at = [start];
  for (const letter of word.slice(1)) {
    const from = (at.at(-1) ?? start) + 1;
    const candidates = letters.flatMap((candidate, index) =>
      index >= from && candidate === letter ? [index] : [],
    );
    const next =
      candidates[0] === from
        ? from
        : (candidates.find((index) => isWordStart(letters, index)) ?? candidates[0]);
    if (next === undefined) return null;
    at.push(next);
  }
  return at;
}

/** Less than the distance between two tiers, however long the name. */
function gaps(at: readonly number[]): number {
  const first = at[0] ?? 0;
  const last = at.at(-1) ?? first;
  return Math.min(SCATTERED - 1, (last - first + 1 - at.length) / 2);
}
