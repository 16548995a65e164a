/**
 * Runs of letters, found at any place in linear time (Rabin and Karp 1987): what finds words in text that has lost its
 * spaces, or has them in the middle of words.
 */

/** Letters in one run: about four words, so that texts hardly share one by chance. */
export const WINDOW = 20;
const BASE = 257;
const MODULUS = 1_000_003_327;
const top = power(WINDOW - 1);

function power(exponent: number): number {
  let result = 1;
  for (let at = 0; at < exponent; at += 1) result = times(result, BASE);
  return result;
}

/** Both below the modulus; exact in a double where one of them is below 2^23. */
function times(one: number, other: number): number {
  const high = Math.floor(one / 65_536);
  const low = one % 65_536;
  return (((high * other) % MODULUS) * 65_536 + low * other) % MODULUS;
}

/** Every run of the text with its hash, one step each. */
function* runs(text: string): Generator<{ readonly at: number; readonly hash: number }> {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (at >= WINDOW) hash = (hash - times(top, text.charCodeAt(at - WINDOW) % MODULUS) + MODULUS) % MODULUS;
    hash = (times(hash, BASE) + text.charCodeAt(at)) % MODULUS;
    if (at >= WINDOW - 1) yield { at: at - WINDOW + 1, hash };
  }
}

export class Windows {
  /** By hash, the run and the part it is of; almost never two. */
  readonly #runs = new Map<number, { readonly text: string; readonly part: number }[]>();
  /** How often a letter was looked at. */
  steps = 0;

  /** @param starts where in `text` a run may begin. */
  add(text: string, starts: ReadonlySet<number>, part: number): void {
    for (const { at, hash } of runs(text)) {
      this.steps += 1;
      if (!starts.has(at)) continue;
      const run = text.slice(at, at + WINDOW);
      const own = this.#runs.get(hash);
      if (!own) this.#runs.set(hash, [{ text: run, part }]);
      else if (!own.some((each) => each.text === run)) own.push({ text: run, part });
    }
  }

  /** Takes away what stands in this text. */
  remove(text: string): void {
    for (const { at, hash } of runs(text)) {
      this.steps += 1;
      const own = this.#runs.get(hash);
      if (!own) continue;
      const rest = own.filter((each) => each.text !== text.slice(at, at + WINDOW));
      if (rest.length === 0) this.#runs.delete(hash);
      else if (rest.length < own.length) this.#runs.set(hash, rest);
    }
  }

  /** Where runs stand in this text, and of which parts they are. */
  find(text: string): { readonly at: number; readonly part: number }[] {
    const found: { at: number; part: number }[] = [];
    for (const { at, hash } of runs(text)) {
      this.steps += 1;
      const own = this.#runs.get(hash);
      const run = own?.find((each) => text.startsWith(each.text, at));
      if (run) found.push({ at, part: run.part });
    }
    return found;
  }
}
