/**
 * Patterns with classes of letters of all scripts. V8 takes such a class from ICU and compiles it, twice, in longer time
 * than reading a brief takes; and most text of officials holds no letter beyond those of English. Such text is read with
 * these alone, to the same end.
 */

/** Anything that might be a letter, a mark or a number beyond ASCII: all but the signs that officials do write. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const foreign = /[^\u0000-\u007f\u00a0£–—‘’“”•…]/;

/** What of each class is in ASCII, as it stands within brackets. */
const ascii: Readonly<Record<string, string>> = { L: 'A-Za-z', Lu: 'A-Z', Ll: 'a-z', M: '', N: '0-9' };

export class LetterPattern {
  readonly #source: string;
  #near: RegExp | undefined;
  #far: RegExp | undefined;

  /** @param source of a pattern with the flag `u`, in which every `\p{…}` stands within brackets. */
  constructor(source: string) {
    this.#source = source;
  }

  #for(text: string): RegExp {
    if (foreign.test(text)) {
      this.#far ??= new RegExp(this.#source, 'u');
      return this.#far;
    }
    this.#near ??= new RegExp(this.#source.replace(/\\p\{(\w+)\}/g, (_, name: string) => ascii[name] ?? ''));
    return this.#near;
  }

  exec(text: string): RegExpExecArray | null {
    return this.#for(text).exec(text);
  }

  test(text: string): boolean {
    return this.#for(text).test(text);
  }
}

const small = new LetterPattern(String.raw`^["'“‘(]?[\p{Ll}]`);
const large = new LetterPattern(String.raw`^["'“‘(]?[\p{Lu}\p{N}]`);
/** A quotation mark and a letter, which may be two units long. */
const OPENING = 3;

const capital = new LetterPattern(String.raw`^[\p{Lu}]`);

/** Whether the very first sign is a capital. */
export function startsWithCapital(words: string): boolean {
  return capital.test(words.slice(0, OPENING));
}

/** Whether the words begin with a small letter. */
export function startsSmall(words: string): boolean {
  return small.test(words.slice(0, OPENING));
}

/** Whether the words begin with a capital or a number. */
export function startsLarge(words: string): boolean {
  return large.test(words.slice(0, OPENING));
}
