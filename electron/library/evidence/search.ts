/** From a query to hits: by the words of passages, by what their sources are called, and by both together. */
import type { CallInput, CallOutput } from '../../../shared/contract/calls.ts';
import type { SearchFilters, SearchHit } from '../../../shared/contract/evidence-search-calls.ts';
import {
  exceptionOf,
  matchOf,
  parseQuery,
  phrasesMatch,
  type Query,
  type QueryWords,
  wantedWords,
} from '../../../shared/evidence/query.ts';
import type { FoundPassage, PassageRange, RankedPassage, SearchRepository } from '../db/search-repository.ts';
import { snippetOf } from './search-snippet.ts';

/** How much more a passage weighs whose source is called by all the words. */
const TITLE_WEIGHT = 1;
/** Sources called by all the words that come before everything else; the others come last. */
const MOST_TITLES_FIRST = 3;
/** Sources called by some of the words, of which the others are looked for. */
const MOST_COMPLETED = 8;
/** Groups of sources that answer the questions for a title, an author or an organisation alike. */
const MOST_GROUPS = 16;
const DEPTH = 400;

/** Something to show: a passage, or a source that has none. */
export type Ranked = RankedPassage | { readonly id: null; readonly source: string; readonly score: number };

export interface Scope {
  /** null: everything. */
  readonly ranges: readonly PassageRange[] | null;
  readonly sources: ReadonlySet<string> | null;
}

export function search(
  index: SearchRepository,
  { query: text, filters = {}, limit, offset = 0 }: CallInput<'evidence.search'>,
): CallOutput<'evidence.search'> {
  const { query, problem } = parseQuery(text);
  if (query === null) return { hits: [], more: false, problem };
  const ranked = rankedFor(index, query, scopeOf(index, filters), offset + limit + 1);
  return {
    hits: hitsOf(index, ranked.slice(offset, offset + limit), highlightMatch(wantedWords(query))),
    more: ranked.length > offset + limit,
    problem,
  };
}

/** What a query finds, best first. @param need at least so many, where there are so many. */
export function rankedFor(index: SearchRepository, query: Query, scope: Scope, need: number): Ranked[] {
  const depth = Math.max(DEPTH, Math.ceil(need / DEPTH) * 2 * DEPTH);
  return hasFieldIn(query)
    ? rankFields(index, query, scope, depth)
    : rankWords(index, { query, names: namesFor(index, query, scope), scope, depth, need });
}

export function scopeOf(index: SearchRepository, filters: SearchFilters): Scope {
  const filtered = Object.values(filters).some((value) => value !== undefined);
  return filtered
    ? { ranges: index.ranges(filters), sources: index.sources(filters) }
    : { ranges: null, sources: null };
}

export function hasFieldIn(query: Query): boolean {
  if (query.kind === 'words') return query.field !== null;
  return query.kind === 'but' ? hasFieldIn(query.of) || hasFieldIn(query.without) : query.of.some(hasFieldIn);
}

/** Sources that are called so, best first. */
function namedBy(index: SearchRepository, { field, phrases }: QueryWords, { sources }: Scope): string[] {
  const match = phrasesMatch(phrases);
  const found = index.named(field === null ? match : `{${field}} : ${match}`);
  return sources === null ? found : found.filter((id) => sources.has(id));
}

/** Which of the words each source is called by. */
type Names = ReadonlyMap<string, ReadonlySet<QueryWords>>;

export function namesFor(index: SearchRepository, query: Query, scope: Scope): Names {
  const calls = new Map<string, Set<QueryWords>>();
  for (const words of wantedWords(query)) {
    for (const source of namedBy(index, words, scope)) {
      const by = calls.get(source) ?? new Set();
      calls.set(source, by.add(words));
    }
  }
  return calls;
}

/** The sources that are called by all that is asked for. */
export function calledSo(query: Query, names: Names): string[] {
  return [...names.keys()].filter(
    (source) => matchOf(query, (words) => names.get(source)?.has(words)) === true,
  );
}

interface WordsQuestion {
  readonly query: Query;
  readonly names: Names;
  readonly scope: Scope;
  readonly depth: number;
  readonly need: number;
}

/** Words that may stand in a passage or in what its source is called. */
function rankWords(index: SearchRepository, question: WordsQuestion): Ranked[] {
  const { query, names: calls, scope, depth, need } = question;
  const wanted = wantedWords(query);
  const match = matchOf(query);
  const passages = typeof match === 'string' ? index.rank(match, scope.ranges, depth) : [];
  if (calls.size === 0) return passages;
  const ranges = index.ranges({ sources: [...calls.keys()] });
  const sourceOf = new Map(passages.map(({ id }) => [id, rangeOf(ranges, id)?.source]));
  const byId = new Map<number, RankedPassage>();
  for (const { id, score } of passages) {
    const share = (calls.get(sourceOf.get(id) ?? '')?.size ?? 0) / wanted.length;
    byId.set(id, { id, score: score * (1 + TITLE_WEIGHT * share) });
  }
  const whole = calledSo(query, calls);
  if (byId.size < need) {
    const wholes = new Set(whole);
    const partly = [...calls]
      .filter(([source]) => !wholes.has(source))
      .sort(([, a], [, b]) => b.size - a.size);
    for (const [source, by] of partly.slice(0, MOST_COMPLETED)) {
      // A word that its source is called by need not stand in the passage too.
      const rest = matchOf(query, (words) => (by.has(words) ? true : undefined));
      if (typeof rest !== 'string') continue;
      const own = ranges.filter((range) => range.source === source);
      for (const { id, score } of index.rank(rest, own, need)) {
        if (!byId.has(id)) byId.set(id, { id, score: score * (by.size / wanted.length) });
      }
    }
  }
  return withTitles([...byId.values()].sort(byScore), whole, ranges);
}

const byScore = (one: RankedPassage, other: RankedPassage): number =>
  other.score - one.score || one.id - other.id;

/** Puts the best passage, or the first, of the sources that are called so before the rest, a few of them. */
function withTitles(
  passages: readonly RankedPassage[],
  sources: readonly string[],
  ranges: readonly PassageRange[],
): Ranked[] {
  const best = passages[0]?.score ?? 1;
  const first: Ranked[] = [];
  const last: Ranked[] = [];
  const taken = new Set<number>();
  for (const [at, source] of sources.entries()) {
    const own = ranges.filter((range) => range.source === source);
    const found = passages.find(({ id }) => rangeOf(own, id) !== undefined);
    const id = found?.id ?? own[0]?.first ?? null;
    if (at < MOST_TITLES_FIRST) {
      const score = best * (1.5 - at / 10);
      first.push(id === null ? { id, source, score } : { id, score });
      if (id !== null) taken.add(id);
    } else if (found === undefined) {
      last.push(id === null ? { id, source, score: 0 } : { id, score: 0 });
    }
  }
  return [...first, ...passages.filter(({ id }) => !taken.has(id)), ...last];
}

/** A query that asks for titles, authors or organisations: source by source, those alike together. */
function rankFields(index: SearchRepository, query: Query, scope: Scope, depth: number): Ranked[] {
  const fields = fieldWords(query);
  const answers = new Map(fields.map((words) => [words, new Set(namedBy(index, words, scope))]));
  const groups = new Map<string, string[]>();
  for (const source of new Set([...answers.values()].flatMap((sources) => [...sources]))) {
    const signature = fields.map((words) => (answers.get(words)?.has(source) ? '1' : '0')).join('');
    groups.set(signature, [...(groups.get(signature) ?? []), source]);
  }
  const all = scope.ranges ?? index.ranges({});
  const named = new Set([...groups.values()].flat());
  const none = fields.map(() => '0').join('');
  const made: Ranked[] = [];
  const inOrder = [...groups].sort(([, a], [, b]) => b.length - a.length).slice(0, MOST_GROUPS);
  for (const [signature, sources] of [...inOrder, [none, null] as const]) {
    const known = (words: QueryWords): boolean | undefined =>
      words.field === null ? undefined : signature.charAt(fields.indexOf(words)) === '1';
    const match = matchOf(query, known);
    if (match === false) continue;
    const members = sources && new Set(sources);
    const ranges = all.filter(({ source }) => (members ? members.has(source) : !named.has(source)));
    if (typeof match === 'string') made.push(...index.rank(match, ranges, depth));
    else
      made.push(
        ...wholeSources(index, sources ?? restOf(scope, index, named), ranges, exceptionOf(query, known)),
      );
  }
  return made.sort((one, other) => other.score - one.score || (one.id ?? 0) - (other.id ?? 0));
}

function restOf({ sources }: Scope, index: SearchRepository, named: ReadonlySet<string>): string[] {
  return [...(sources ?? index.sources({}))].filter((source) => !named.has(source));
}

function fieldWords(query: Query): QueryWords[] {
  if (query.kind === 'words') return query.field === null ? [] : [query];
  return (query.kind === 'but' ? [query.of, query.without] : query.of).flatMap(fieldWords);
}

/** The first passage of each source that does not say what it must not. */
function wholeSources(
  index: SearchRepository,
  sources: readonly string[],
  ranges: readonly PassageRange[],
  exception: string | null,
): Ranked[] {
  const excluded = new Set(exception === null ? [] : index.matching(exception));
  const own = new Map<string, PassageRange[]>();
  for (const range of ranges) own.set(range.source, [...(own.get(range.source) ?? []), range]);
  return sources.flatMap((source, at): Ranked[] => {
    const score = 1 / (at + 1);
    const mine = own.get(source);
    if (!mine) return [{ id: null, source, score }];
    for (const { first, last } of mine) {
      for (let id = first; id <= last; id += 1) if (!excluded.has(id)) return [{ id, score }];
    }
    return [];
  });
}

export function rangeOf(ranges: readonly PassageRange[], id: number): PassageRange | undefined {
  let low = 0;
  let high = ranges.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ranges[middle]?.first ?? 0) <= id) low = middle;
    else high = middle - 1;
  }
  const range = ranges[low];
  return range && range.first <= id && id <= range.last ? range : undefined;
}

/** Whatever is looked for in words, each for itself: a passage whose source says the rest shows what it has. */
function highlightMatch(wanted: readonly QueryWords[]): string | null {
  const words = wanted.filter(({ field }) => field === null);
  return words.length === 0 ? null : words.map(({ phrases }) => phrasesMatch(phrases)).join(' OR ');
}

/** @param match what to mark in the words; null: nothing. */
export function hitsOf(
  index: SearchRepository,
  ranked: readonly Ranked[],
  match: string | null,
): SearchHit[] {
  const found = ranked.flatMap((one): { passage: FoundPassage; score: number }[] => {
    const passage = one.id === null ? index.wordless(one.source) : index.passages([one.id])[0];
    return passage ? [{ passage, score: one.score }] : [];
  });
  const marked =
    match === null
      ? null
      : index.marked(
          match,
          found.map(({ passage }) => passage),
        );
  return found.map(({ passage: { id, ...passage }, score }) => ({
    ...passage,
    snippet: snippetOf(marked?.get(id) ?? passage.text),
    score,
  }));
}
