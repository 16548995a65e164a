/**
 * The query language of the evidence search. Total: any text is a query; what cannot be taken literally is taken for
 * plain words, and `problem` says so.
 */
import { figureForms } from './figure-forms.ts';
import { readFigures } from './figures.ts';
import { spellingVariants } from './spelling-variants.ts';
import { verbForms } from './verb-forms.ts';
import { beginningsBeyond, stemsOnTheWay } from './word-beginnings.ts';

export const queryFields = ['title', 'author', 'organisation'] as const;
export type QueryField = (typeof queryFields)[number];

export interface Phrase {
  /** Letters and digits only, at least one. */
  readonly words: readonly string[];
  /** The last of them is the beginning of a word. */
  readonly begins: boolean;
}

export type Query =
  /** One of the phrases: the spellings of one thing. Without a field: in the words of a source or in what it is called. */
  | { readonly kind: 'words'; readonly field: QueryField | null; readonly phrases: readonly Phrase[] }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Query[] }
  | { readonly kind: 'but'; readonly of: Query; readonly without: Query };
export type QueryWords = Extract<Query, { kind: 'words' }>;

export interface ParsedQuery {
  /** null: there is nothing to look for. */
  readonly query: Query | null;
  /** What of the text could not be taken literally, as a sentence; null: all of it was. */
  readonly problem: string | null;
}

/** More than anybody types, and few enough for the index, which refuses very large questions. */
const MOST_WORDS = 60;
const DEEPEST = 12;
/** As a beginning, one letter would be half of all words. */
const SHORTEST_BEGINNING = 2;

type Token =
  | { readonly kind: '(' | ')' | 'AND' | 'OR' | 'NOT' }
  | { readonly kind: 'field'; readonly field: QueryField }
  | { readonly kind: 'words'; readonly phrases: readonly Phrase[] };

const fieldNames: Readonly<Record<string, QueryField>> = {
  title: 'title',
  author: 'author',
  organisation: 'organisation',
  organization: 'organisation',
};

export function parseQuery(text: string): ParsedQuery {
  const problems: string[] = [];
  const tokens = tokensOf(text.normalize('NFC'), problems);
  const query = new Reader(tokens, problems).read();
  if (query === null && text.trim() !== '') problems.unshift('There are no words in it to look for.');
  return { query, problem: problems[0] ?? null };
}

/** Its words in a language without rules, for what a reader of rules would stumble over. */
function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}\p{Co}]+/gu) ?? [];
}

/** A piece of a query: a quoted phrase, a bracket, or anything up to the next of them or a space. */
const pieces =
  /["“”](?<quoted>[^"“”]*)(?<closed>["“”]?)|(?<bracket>[()])|(?<field>title|author|organi[sz]ation):|(?<word>[^\s()"“”]+)/giu;

function tokensOf(text: string, problems: string[]): Token[] {
  const tokens: Token[] = [];
  const figures = new Map(
    readFigures(text)
      .filter((one) => isWritten(one))
      .map((figure) => [figure.start, figure]),
  );
  let words = 0;
  pieces.lastIndex = 0;
  for (let match = pieces.exec(text); match !== null; match = pieces.exec(text)) {
    const { quoted, closed, bracket, field, word = '' } = match.groups ?? {};
    const figure = figures.get(match.index);
    let end = match.index + match[0].length;
    if (bracket !== undefined) {
      tokens.push({ kind: bracket === '(' ? '(' : ')' });
    } else if (field !== undefined) {
      tokens.push({ kind: 'field', field: fieldNames[field.toLowerCase()] ?? 'title' });
    } else if (quoted === undefined && (word === 'AND' || word === 'OR' || word === 'NOT')) {
      tokens.push({ kind: word });
    } else {
      let phrases: Phrase[];
      if (quoted !== undefined) {
        const open = closed === '' && !/\s$/u.test(quoted);
        phrases = phrasesOf([wordsIn(quoted)], open);
      } else if (figure && figure.end >= end && (figure.end < text.length || isWhole(figure.words))) {
        end = figure.end;
        pieces.lastIndex = end;
        const forms = figureForms(figure.low.value);
        phrases = phrasesOf([...forms, wordsIn(figure.words)], false);
      } else {
        phrases = phrasesOfWord(word, end === text.length, problems);
      }
      if (phrases.length === 0) continue;
      if (words > 0 && end === text.length && isOneLetter(phrases)) {
        while (['AND', 'OR', 'NOT', 'field'].includes(tokens.at(-1)?.kind ?? '')) tokens.pop();
        break;
      }
      words += 1;
      if (words > MOST_WORDS) {
        problems.push(`Only the first ${MOST_WORDS} words were looked for.`);
        break;
      }
      tokens.push({ kind: 'words', phrases });
    }
  }
  return tokens;
}

/** Nobody looks for a letter beside words: it is the beginning of the next one, and too little to look for yet. */
function isOneLetter([first, second]: readonly Phrase[]): boolean {
  return second === undefined && /^\p{L}$/u.test(first?.words.join(' ') ?? '');
}

/** Figures whose writing differs from text to text; a bare number is a word like others. */
function isWritten({ kind, low, high, inWords, words }: ReturnType<typeof readFigures>[number]): boolean {
  if (inWords || low.value !== high.value || !/^[£$€]?\d/u.test(words)) return false;
  return kind === 'money' || (kind === 'count' && /\D/u.test(words));
}

/** "£1.6" may be on its way to "£1.6bn", which nothing follows. */
function isWhole(words: string): boolean {
  return /\p{L}$/u.test(words);
}

function phrasesOf(forms: readonly (readonly string[])[], begins: boolean): Phrase[] {
  return forms
    .filter(({ length }) => length > 0)
    .map((words) => ({ words, begins: begins && (words.at(-1)?.length ?? 0) >= SHORTEST_BEGINNING }));
}

/** A word with everything it may be written as. */
function phrasesOfWord(written: string, last: boolean, problems: string[]): Phrase[] {
  const starred = /\p{L}\*$|\p{N}\*$/u.test(written);
  // "The minister's" is said of the minister.
  const parts = wordsIn(written.replace(/['’]s(?![\p{L}\p{N}])/giu, ''));
  const end = parts.at(-1);
  if (end === undefined) return [];
  const long = end.length >= SHORTEST_BEGINNING;
  if (starred && !long) problems.push(`“${written}” is too short: two letters or more must stand before *.`);
  const begins = (starred || (last && /[\p{L}\p{N}\p{M}]$/u.test(written))) && long;
  // "Well-being" is "wellbeing" too, and "O'Brien" is "OBrien".
  const joined = parts.length > 1 && /^[\p{L}\p{N}\p{M}*'’-]+$/u.test(written) ? [parts.join('')] : [];
  const singles = parts.length === 1 ? [end] : joined;
  const variants = singles.flatMap(spellingVariants);
  const beyond = begins ? singles.flatMap(beginningsBeyond) : [];
  const forms = [parts, ...[...joined, ...variants, ...beyond].map((one) => [one])];
  const stems = begins && !starred ? [...singles, ...variants].flatMap(stemsOnTheWay) : [];
  const verb = starred ? [] : singles.flatMap(verbForms);
  return [
    ...phrasesOf(forms, begins),
    ...phrasesOf(
      [...stems, ...verb].map((one) => [one]),
      false,
    ),
  ];
}

/** NOT binds before AND, AND (written or not) before OR. */
class Reader {
  private at = 0;
  private readonly tokens: readonly Token[];
  private readonly problems: string[];

  constructor(tokens: readonly Token[], problems: string[]) {
    this.tokens = tokens;
    this.problems = problems;
  }

  read(): Query | null {
    const parts: (Query | null)[] = [];
    while (this.at < this.tokens.length) {
      parts.push(this.any(0, null));
      if (this.peek() === ')') {
        this.problems.push('A bracket is closed that was not opened.');
        this.at += 1;
      }
    }
    return group('all', parts);
  }

  private peek(): Token['kind'] | undefined {
    return this.tokens[this.at]?.kind;
  }

  private any(depth: number, field: QueryField | null): Query | null {
    const parts = [this.all(depth, field)];
    while (this.peek() === 'OR') {
      this.at += 1;
      const next = this.all(depth, field);
      if (parts.at(-1) === null || next === null) this.lacks('OR');
      parts.push(next);
    }
    return group('any', parts);
  }

  private all(depth: number, field: QueryField | null): Query | null {
    const parts: (Query | null)[] = [];
    const without: (Query | null)[] = [];
    for (let kind = this.peek(); kind !== undefined && kind !== 'OR' && kind !== ')'; kind = this.peek()) {
      if (kind === 'AND') {
        this.at += 1;
        const next = this.peek();
        if (parts.length === 0 || next === undefined || next === 'AND' || next === 'OR' || next === ')') {
          this.lacks('AND');
        }
      } else if (kind === 'NOT') {
        this.at += 1;
        const excluded = this.one(depth, field);
        if (excluded === null) this.lacks('NOT');
        without.push(excluded);
      } else {
        parts.push(this.one(depth, field));
      }
    }
    const wanted = group('all', parts);
    const unwanted = group('any', without);
    if (unwanted === null) return wanted;
    if (wanted !== null) return { kind: 'but', of: wanted, without: unwanted };
    this.problems.push('NOT needs something beside it to look for; its words were looked for instead.');
    return unwanted;
  }

  private lacks(operator: string): void {
    this.problems.push(`${operator} needs words on both sides.`);
  }

  /** What stands between two operators. */
  private one(depth: number, field: QueryField | null): Query | null {
    const token = this.tokens[this.at];
    if (token?.kind === 'words') {
      this.at += 1;
      return { kind: 'words', field, phrases: token.phrases };
    }
    if (token?.kind === 'field') {
      this.at += 1;
      const next = this.peek();
      if (next === 'words' || next === '(') return this.one(depth, token.field);
      this.problems.push(`Nothing follows “${token.field}:”.`);
      return null;
    }
    if (token?.kind === '(') {
      this.at += 1;
      if (depth >= DEEPEST) {
        this.problems.push(`Brackets deeper than ${DEEPEST} were left out.`);
        return null;
      }
      const inner = this.any(depth + 1, field);
      if (this.peek() === ')') this.at += 1;
      return inner;
    }
    return null;
  }
}

/** Flat where it can be. */
function group(kind: 'all' | 'any', parts: readonly (Query | null)[]): Query | null {
  const of = parts.flatMap((part) => (part === null ? [] : part.kind === kind ? part.of : [part]));
  const [first] = of;
  if (of.length <= 1) return first ?? null;
  return { kind, of };
}

/** Every word that is looked for, those after NOT left out. */
export function wantedWords(query: Query): QueryWords[] {
  if (query.kind === 'words') return [query];
  return query.kind === 'but' ? wantedWords(query.of) : query.of.flatMap(wantedWords);
}

/** In the language of SQLite's FTS5. */
export function phrasesMatch(phrases: readonly Phrase[]): string {
  const alternatives = phrases.map(({ words, begins }) => `"${words.join(' ')}"${begins ? ' *' : ''}`);
  return alternatives.length === 1 ? (alternatives[0] ?? '""') : `(${alternatives.join(' OR ')})`;
}

/**
 * The query as FTS5 reads it, for the words of passages alone.
 * @param known whether a part is true already, whatever the passage says; undefined: the passage must say it.
 * @returns true or false where the passage does not matter.
 */
export function matchOf(
  query: Query,
  known: (words: QueryWords) => boolean | undefined = () => undefined,
): string | boolean {
  if (query.kind === 'words') return known(query) ?? phrasesMatch(query.phrases);
  if (query.kind === 'but') {
    const wanted = matchOf(query.of, known);
    // What a source is called excludes nothing unless it was asked about.
    const unwanted = matchOf(query.without, (words) => (words.field === null ? undefined : known(words)));
    if (wanted === false || unwanted === true) return false;
    if (unwanted === false) return wanted;
    // There is no "everything but" in the index; see `exceptionOf`.
    return wanted === true ? true : `(${wanted} NOT ${unwanted})`;
  }
  const parts = query.of.map((part) => matchOf(part, known));
  const decisive = query.kind === 'any';
  if (parts.includes(decisive)) return decisive;
  const open = parts.filter((part) => typeof part === 'string');
  const [first] = open;
  if (open.length <= 1) return first ?? !decisive;
  return `(${open.join(decisive ? ' OR ' : ' AND ')})`;
}

/** Where `matchOf` says true: what a passage must not say all the same, as FTS5 reads it; null: anything will do. */
export function exceptionOf(query: Query, known: (words: QueryWords) => boolean | undefined): string | null {
  if (query.kind !== 'but') return null;
  const unwanted = matchOf(query.without, (words) => (words.field === null ? undefined : known(words)));
  return typeof unwanted === 'string' ? unwanted : null;
}
