/** How many of the sources that a search finds are of each kind, organisation, year, marking and availability. */
import type { CallInput, CallOutput } from '../../../shared/contract/calls.ts';
import { matchOf, parseQuery, type Query } from '../../../shared/evidence/query.ts';
import type { PassageRange, SearchRepository } from '../db/search-repository.ts';
import { calledSo, hasFieldIn, namesFor, rangeOf, rankedFor, type Scope, scopeOf } from './search.ts';

type Facets = CallOutput<'evidence.facets'>;
type Facet = Facets['kinds'];

/** Where no more passages than this answer, sources count too that say one part in their name, the other in their words. */
const FEW = 200;

export function findFacets(
  index: SearchRepository,
  { query: text, filters = {} }: CallInput<'evidence.facets'>,
): Facets {
  const { query } = parseQuery(text);
  const scope = scopeOf(index, filters);
  const found = query === null ? [] : matchingSources(index, query, scope);
  return facetsFor(
    index,
    found.filter((source) => scope.sources?.has(source) ?? true),
  );
}

function matchingSources(index: SearchRepository, query: Query, scope: Scope): string[] {
  const ranges = scope.ranges ?? index.ranges({});
  const match = hasFieldIn(query) ? null : matchOf(query);
  const ids = typeof match === 'string' ? index.matching(match) : [];
  const found = sourcesWith(ranges, ids);
  if (ids.length > FEW) {
    for (const source of calledSo(query, namesFor(index, query, scope))) found.add(source);
    return [...found];
  }
  for (const one of rankedFor(index, query, scope, FEW + 1)) {
    const source = one.id === null ? one.source : rangeOf(ranges, one.id)?.source;
    if (source !== undefined) found.add(source);
  }
  return [...found];
}

/** Of hundreds of thousands of passages in one walk. @param ids in order, as the ranges are. */
function sourcesWith(ranges: readonly PassageRange[], ids: readonly number[]): Set<string> {
  const found = new Set<string>();
  let at = 0;
  for (const id of ids) {
    for (let range = ranges[at]; range && range.last < id; range = ranges[at]) at += 1;
    const range = ranges[at];
    if (!range) break;
    if (range.first > id) continue;
    found.add(range.source);
    at += 1;
  }
  return found;
}

function facetsFor(index: SearchRepository, sources: readonly string[]): Facets {
  const rows = sources.flatMap((id) => index.facets(id) ?? []);
  const count = (values: readonly (string | null)[]): Facet => {
    const counts = new Map<string | null, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts]
      .map(([value, number]) => ({ value, sources: number }))
      .sort(
        (one, other) => other.sources - one.sources || ((one.value ?? '') < (other.value ?? '') ? -1 : 1),
      );
  };
  return {
    kinds: count(rows.map(({ kind }) => kind)),
    organisations: count(rows.map(({ organisation }) => organisation)),
    years: count(rows.map(({ issued }) => issued.slice(0, 4))),
    markings: count(rows.map(({ classification }) => classification)),
    published: count(rows.map(({ published }) => published)),
  };
}
