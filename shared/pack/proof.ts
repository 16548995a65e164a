/**
 * Which words stand only in exempt parts, and whether a text shows any of them. One pass over every text, in linear
 * time.
 *
 * What is looked for, and why:
 * - every sequence of four words that stands in an exempt part and in no public one. Three words of everyday English
 *   meet by chance wherever columns are read across or a table becomes lines ("to the council"); four almost never do,
 *   and whoever leaks a sentence leaks four words of it;
 * - every word and figure that stands in no public part at all, however short the passage: a name, a sum. Small bare
 *   figures are no evidence, because pages and paragraphs bear them: alone a figure counts from four digits, with a
 *   decimal point, a letter, a currency or a percent sign;
 * - names of documents and files as a whole, if they have two words or more;
 * - runs of letters without their spaces, for text that is stored letter by letter or all in one;
 * - the same words in disguise (`proof/disguises.ts`).
 * Sequences that stand in public parts too are public. How many there are is told, because a passage that was marked
 * exempt in one place and forgotten in another shows itself there.
 */
import { disguised, type Known, SHORTEST_JOINED } from './proof/disguises.ts';
import { furnitureTokens } from './proof/furniture.ts';
import { lettersOf, partedTokensOf, type Token, tokensOf } from './proof/tokens.ts';
import { WINDOW, Windows } from './proof/windows.ts';

export const SEQUENCE = 4;

export interface ExemptText {
  /** "Agenda Item 8" */
  readonly item: string;
  readonly kind: 'words' | 'name';
  readonly text: string;
}

/**
 * prose: written for people, where every single word counts. machine: among names that programs give, where of single
 * words only names and figures count. binary: bytes that look like letters here and there, where only long ones do.
 */
export type Speech = 'prose' | 'machine' | 'binary';

export interface Hit {
  readonly item: string;
  /** Words that stand one after another. */
  readonly words: number;
}

export interface SoughtPart {
  readonly item: string;
  readonly words: number;
  readonly sought: number;
  readonly alsoPublic: number;
}

interface Single {
  readonly part: number;
  /** A name or a figure, which no program writes of itself. Written large wherever it stands, a word passes for a name. */
  readonly telling: boolean;
  /** Also written small somewhere, so only a capital inside of a sentence makes it a name. */
  readonly small: boolean;
  /** Too small a figure to count without its sign. */
  readonly needsSign: boolean;
}

const figure = /\d/u;
/** Letters that bytes do not spell by chance. */
const LONG = 7;

/** Whether a word that stands in exempt parts alone is looked for by itself. */
function single({ word, capital, signed }: Token, part: number, known: Single | undefined): Single | null {
  if (!figure.test(word)) {
    // One letter is the pronoun, an initial or an option.
    if (word.length < 2 || (word.length < 3 && capital !== 'inside')) return known ?? null;
    const small = capital === null || known?.small === true;
    const isName = capital === 'inside' || (known?.telling === true && (known.small || !small));
    return { part: known?.part ?? part, telling: isName || !small, small, needsSign: false };
  }
  const digits = word.replace(/\D/gu, '').length;
  const large =
    digits >= 4 || (digits >= 2 && word.includes('.')) || (word.length >= 3 && /\p{L}/u.test(word));
  if (!large && !signed) return known ?? null;
  return {
    part: known?.part ?? part,
    telling: true,
    small: false,
    needsSign: !large && known?.needsSign !== false,
  };
}

function joined(tokens: readonly Token[], at: number, length: number): string {
  let key = tokens[at]?.word ?? '';
  for (let next = at + 1; next < at + length; next += 1) key += ` ${tokens[next]?.word}`;
  return key;
}

function counts(speech: Speech, { telling }: Single, word: string): boolean {
  return speech === 'prose' || (telling && word.length >= (speech === 'machine' ? 3 : LONG));
}

type Marks = (number | undefined)[];

function mark(marks: Marks, from: number, length: number, part: number): void {
  for (let at = from; at < from + length; at += 1) marks[at] ??= part;
}

/** What is looked for. */
export class Sought {
  readonly #items: string[] = [];
  readonly #singles = new Map<string, Single>();
  /** Sequences of each length that is looked for, with the part each is of. */
  readonly #sequences = new Map<number, Map<string, number>>();
  readonly #windows = new Windows();
  /** Every word of a public part. */
  readonly #public = new Set<string>();
  /** What the words begin with that are looked for by themselves. */
  readonly #beginnings = new Set<string>();
  readonly #known: Known = {
    isPublic: (word) => this.#public.has(word),
    isBeginning: (letters) => this.#beginnings.has(letters),
  };
  readonly #words: number[] = [];
  readonly #alsoPublic: number[] = [];
  #steps = 0;

  /** @param open all that is meant to be published. */
  constructor(exempt: Iterable<ExemptText>, open: Iterable<string>) {
    for (const text of exempt) this.#add(text);
    for (const tokens of furnitureTokens()) this.#remove(tokens);
    for (const text of open) {
      this.#remove(tokensOf(text));
      const parted = partedTokensOf(text);
      if (parted) this.#remove(parted);
    }
    for (const word of this.#singles.keys()) {
      if (word.length < SHORTEST_JOINED) continue;
      for (let end = 1; end < word.length; end += 1) this.#beginnings.add(word.slice(0, end));
    }
  }

  /** How often a word or letter was looked at: what is to grow no faster than the texts. */
  get steps(): number {
    return this.#steps + this.#windows.steps;
  }

  get parts(): SoughtPart[] {
    const sought = this.#items.map(() => 0);
    const count = (part: number) => {
      sought[part] = (sought[part] ?? 0) + 1;
    };
    for (const { part } of this.#singles.values()) count(part);
    for (const own of this.#sequences.values()) for (const part of own.values()) count(part);
    return this.#items.map((item, part) => ({
      item,
      words: this.#words[part] ?? 0,
      sought: sought[part] ?? 0,
      alsoPublic: this.#alsoPublic[part] ?? 0,
    }));
  }

  #partOf(item: string): number {
    const at = this.#items.lastIndexOf(item);
    return at >= 0 ? at : this.#items.push(item) - 1;
  }

  #add({ item, kind, text }: ExemptText): void {
    const part = this.#partOf(item);
    const tokens = tokensOf(text);
    this.#words[part] = (this.#words[part] ?? 0) + tokens.length;
    this.#addTokens(tokens, kind, part);
    const parted = partedTokensOf(text);
    if (parted) this.#addTokens(parted, kind, part);
    const starts = new Set<number>();
    let letters = 0;
    for (const { word } of tokens) {
      starts.add(letters);
      letters += word.length;
    }
    if (letters >= WINDOW) this.#windows.add(lettersOf(tokens), starts, part);
  }

  #addTokens(tokens: readonly Token[], kind: ExemptText['kind'], part: number): void {
    const length = kind === 'name' && tokens.length < SEQUENCE ? tokens.length : SEQUENCE;
    for (const [at, token] of tokens.entries()) {
      this.#steps += 1;
      const alone = single(token, part, this.#singles.get(token.word));
      if (alone) this.#singles.set(token.word, alone);
      if (length < 2 || at + length > tokens.length) continue;
      const own = this.#sequences.get(length) ?? new Map<string, number>();
      this.#sequences.set(length, own);
      const key = joined(tokens, at, length);
      if (!own.has(key)) own.set(key, part);
    }
  }

  #remove(tokens: readonly Token[]): void {
    for (const [at, { word }] of tokens.entries()) {
      this.#steps += 1;
      this.#public.add(word);
      this.#singles.delete(word);
      for (const [length, own] of this.#sequences) {
        if (at + length > tokens.length) continue;
        const key = joined(tokens, at, length);
        const part = own.get(key);
        if (part === undefined) continue;
        own.delete(key);
        this.#alsoPublic[part] = (this.#alsoPublic[part] ?? 0) + 1;
      }
    }
    this.#windows.remove(lettersOf(tokens));
  }

  /**
   * What of it stands in a text.
   * @param ignored figures that the place itself bears, such as the number of the page.
   * @returns one hit for all that stands together; `words` is how many words the text has.
   */
  find(text: string, speech: Speech, ignored: ReadonlySet<string> = none): { hits: Hit[]; words: number } {
    const tokens = tokensOf(text);
    const whole = this.#marked(tokens, speech, ignored);
    this.#markRuns(tokens, whole);
    const parted = speech === 'binary' ? null : partedTokensOf(text);
    if (speech !== 'binary') this.#markDisguised(tokens, speech, whole);
    const hits = this.#gathered(whole);
    // Only what is not found in whole words: the same words would be told twice.
    if (parted && hits.length === 0) hits.push(...this.#gathered(this.#marked(parted, speech, ignored)));
    return { hits, words: tokens.length };
  }

  /** For each word the withheld part it is of, if it is of one. */
  #marked(tokens: readonly Token[], speech: Speech, ignored: ReadonlySet<string>): Marks {
    const marks: Marks = [];
    for (const [at, token] of tokens.entries()) {
      this.#steps += 1;
      const alone = this.#singles.get(token.word);
      if (
        alone &&
        counts(speech, alone, token.word) &&
        (!alone.needsSign || token.signed) &&
        !ignored.has(token.word)
      )
        mark(marks, at, 1, alone.part);
      for (const [length, own] of this.#sequences) {
        const of = at + length <= tokens.length ? own.get(joined(tokens, at, length)) : undefined;
        if (of !== undefined) mark(marks, at, length, of);
      }
    }
    return marks;
  }

  #markDisguised(tokens: readonly Token[], speech: Speech, marks: Marks): void {
    for (const { word, from, count, inside } of disguised(tokens, this.#known)) {
      this.#steps += 1;
      const alone = this.#singles.get(word);
      if (!alone || alone.needsSign || !counts(inside ? 'machine' : speech, alone, word)) continue;
      mark(marks, from, count, alone.part);
    }
  }

  /** Whether a word by itself is of a withheld part. @returns that part; null: it is not. */
  findWord(word: string): Hit | null {
    const [only] = tokensOf(word);
    const alone = only && this.#singles.get(only.word);
    return alone && only.word.length >= SHORTEST_JOINED
      ? { item: this.#items[alone.part] ?? '', words: 1 }
      : null;
  }

  #markRuns(tokens: readonly Token[], marks: Marks): void {
    const starts: number[] = [];
    let letters = 0;
    for (const { word } of tokens) {
      starts.push(letters);
      letters += word.length;
    }
    const beyond = Number.POSITIVE_INFINITY;
    let from = 0;
    for (const { at, part } of this.#windows.find(lettersOf(tokens))) {
      while ((starts[from + 1] ?? beyond) <= at) from += 1;
      let to = from;
      while ((starts[to] ?? beyond) < at + WINDOW) to += 1;
      mark(marks, from, to - from, part);
    }
  }

  #gathered(part: Marks): Hit[] {
    const hits: { part: number; words: number }[] = [];
    for (let at = 0; at < part.length; at += 1) {
      const own = part[at];
      if (own === undefined) continue;
      const last = hits.at(-1);
      if (last && part[at - 1] === own) last.words += 1;
      else hits.push({ part: own, words: 1 });
    }
    return hits.map((hit) => ({ item: this.#items[hit.part] ?? '', words: hit.words }));
  }
}

const none: ReadonlySet<string> = new Set();
