/** What a search has found, as the list shows it: sources that are called so, then passages, source by source. */
import type { SearchFilters, SearchHit } from '../../../../shared/contract/evidence-search-calls.ts';
import type { SourceSummary } from '../../../../shared/contract/evidence-source-calls.ts';
import { classifications } from '../../../../shared/document/schema.ts';
import type { ReaderRequest } from '../../../../shared/evidence/reader-request.ts';
import { quotationOf } from '../../citing/quotation.ts';
import {
  asKinds,
  type FacetName,
  type FacetRow,
  type Facets,
  hasFacets,
  type Shelf,
} from '../list/shelf-model.ts';

export interface HitGroup {
  readonly sourceId: string;
  readonly hits: readonly SearchHit[];
}

/** Best source first, and within it best passage first: the order of the answer. */
export function grouped(hits: readonly SearchHit[]): HitGroup[] {
  const groups = new Map<string, SearchHit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.sourceId);
    if (group) group.push(hit);
    else groups.set(hit.sourceId, [hit]);
  }
  return [...groups].map(([sourceId, found]) => ({ sourceId, hits: found }));
}

export type Option =
  | { readonly is: 'source'; readonly id: string; readonly sourceId: string }
  | { readonly is: 'hit'; readonly id: string; readonly sourceId: string; readonly hit: SearchHit };

export function hitId(hit: SearchHit): string {
  return `hit-${hit.edition.slice(0, 12)}-${hit.start}`;
}

/** What the arrow keys go through, in the order in which it is shown. */
export function optionsOf(titles: readonly SourceSummary[], groups: readonly HitGroup[]): Option[] {
  return [
    ...titles.map(({ id }): Option => ({ is: 'source', id: `source-${id}`, sourceId: id })),
    ...groups.flatMap(({ hits }) =>
      hits.map((hit): Option => ({ is: 'hit', id: hitId(hit), sourceId: hit.sourceId, hit })),
    ),
  ];
}

/** Where the sentences stand that answer the search, not all of their passage; or the source from its beginning. */
export function requestFor(option: Option): ReaderRequest {
  if (option.is === 'source') return { sourceId: option.sourceId };
  const { edition, page, start, end } = option.hit;
  const answer = quotationOf(option.hit)?.taken.locator.position ?? { start, end };
  const position = { start: answer.start, end: answer.end };
  return { sourceId: option.sourceId, edition, at: { page, position } };
}

/**
 * The choice at the left as the search takes it.
 * @param sources of the shelf, where it is no condition that the search knows.
 */
export function filtersOf(shelf: Shelf, facets: Facets, sources: readonly string[]): SearchFilters {
  const within = shelf === 'all' || shelf === 'unused' ? {} : { sources: [...sources] };
  if (!hasFacets(facets)) return shelf === 'unused' ? { used: false } : within;
  const { kinds, organisations, years, markings, published } = facets;
  return {
    ...within,
    ...(shelf === 'unused' ? { used: false } : {}),
    ...(kinds.length > 0 ? { kinds: asKinds(kinds) } : {}),
    ...(organisations.length > 0 ? { organisations: [...organisations] } : {}),
    ...(years.length > 0 ? { years: [...years] } : {}),
    ...(markings.length > 0
      ? { markings: markings.map((value) => classifications.find((known) => known === value) ?? null) }
      : {}),
    ...(published.length > 0
      ? { published: published.map((value) => (value === '' ? null : value === 'published')) }
      : {}),
  };
}

type Found = readonly { readonly value: string | null; readonly sources: number }[];

/** The facets with as many sources as the search has found, in the order in which they stand without it. */
export function foundRows(
  found: Readonly<Record<FacetName, Found>>,
  rows: Readonly<Record<FacetName, readonly FacetRow[]>>,
): Record<FacetName, FacetRow[]> {
  const counted = (name: FacetName): FacetRow[] => {
    const counts = new Map(found[name].map(({ value, sources }) => [value ?? '', sources]));
    return rows[name].flatMap(({ value }) => {
      const sources = counts.get(value);
      return sources === undefined ? [] : [{ value, sources }];
    });
  };
  return {
    kinds: counted('kinds'),
    organisations: counted('organisations'),
    years: counted('years'),
    markings: counted('markings'),
    published: counted('published'),
  };
}
