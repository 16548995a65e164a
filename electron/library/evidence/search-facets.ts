/** How many of the sources that were found are of each kind, organisation, year, marking and availability. */
import type { CallOutput } from '../../../shared/contract/calls.ts';
import type { SearchRepository } from '../db/search-repository.ts';

type Facets = NonNullable<CallOutput<'evidence.search'>['facets']>;
type Facet = Facets['kinds'];

export function facetsFor(index: SearchRepository, sources: readonly string[]): Facets {
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
