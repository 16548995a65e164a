/** Which sources the evidence screen lists, and in which order. */
import type { SourceSummary } from '../../../../shared/contract/evidence-source-calls.ts';
import { classifications } from '../../../../shared/document/schema.ts';
import { type SourceKind, sourceKinds } from '../../../../shared/evidence/source.ts';
import { sourceKindNames } from '../../kinds.ts';

export const shelves = ['all', 'recent', 'unused', 'review', 'look', 'unreadable', 'bin'] as const;
/** look: citations rather than sources. bin: removed sources, which the library lists apart. */
export type Shelf = (typeof shelves)[number];

/** Days after which what was added is no longer new. */
const RECENT_DAYS = 14;
const DAY_MS = 86_400_000;

/** @param now for what is recent and what is due. */
export function isOnShelf(source: SourceSummary, shelf: Shelf, now: Date): boolean {
  switch (shelf) {
    case 'recent':
      return now.getTime() - Date.parse(source.addedAt) < RECENT_DAYS * DAY_MS;
    case 'unused':
      return source.usedIn === 0;
    case 'review':
      return isDue(source.reviewBy, now);
    case 'unreadable':
      return source.textState !== 'text';
    default:
      return true;
  }
}

/** The day has come on which it must be looked at again. */
export function isDue(reviewBy: string | null, now: Date): boolean {
  return reviewBy !== null && reviewBy <= localDay(now);
}

/** "2026-02-14" where one is. */
export function localDay(now: Date): string {
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

export const facetNames = ['kinds', 'organisations', 'years', 'markings', 'published'] as const;
export type FacetName = (typeof facetNames)[number];
/** What was chosen under each; nothing chosen means everything. Values as `facetValue` gives them. */
export type Facets = Readonly<Record<FacetName, readonly string[]>>;

export const noFacets: Facets = { kinds: [], organisations: [], years: [], markings: [], published: [] };

/** What stands where a source has none. */
export const NONE = '';

export function facetValue(source: SourceSummary, facet: FacetName): string {
  switch (facet) {
    case 'kinds':
      return source.kind;
    case 'organisations':
      return source.organisation;
    case 'years':
      return source.issued.slice(0, 4);
    case 'markings':
      return source.marking?.classification ?? NONE;
    case 'published':
      return source.published === null ? NONE : source.published ? 'published' : 'unpublished';
  }
}

export function hasFacets(facets: Facets): boolean {
  return facetNames.some((name) => facets[name].length > 0);
}

export function toggleFacet(facets: Facets, name: FacetName, value: string): Facets {
  const chosen = facets[name];
  return {
    ...facets,
    [name]: chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value],
  };
}

export function passes(source: SourceSummary, facets: Facets, except?: FacetName): boolean {
  return facetNames.every(
    (name) => name === except || facets[name].length === 0 || facets[name].includes(facetValue(source, name)),
  );
}

export interface FacetRow {
  readonly value: string;
  readonly sources: number;
}

/**
 * What each facet could be narrowed to, with how many sources that would leave: the facet's own choice is left out of
 * the count, so that one can add a second value to a first. What is chosen is listed even where nothing is left of it.
 */
export function facetRows(sources: readonly SourceSummary[], facets: Facets): Record<FacetName, FacetRow[]> {
  const rowsOf = (name: FacetName): FacetRow[] => {
    const counts = new Map<string, number>(facets[name].map((value) => [value, 0]));
    for (const source of sources) {
      if (!passes(source, facets, name)) continue;
      const value = facetValue(source, name);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts].map(([value, count]) => ({ value, sources: count })).sort(inFacetOrder(name));
  };
  return {
    kinds: rowsOf('kinds'),
    organisations: rowsOf('organisations'),
    years: rowsOf('years'),
    markings: rowsOf('markings'),
    published: rowsOf('published'),
  };
}

const markingOrder: readonly string[] = [...classifications].reverse();

/** Organisations with most sources first, years newest first; what is not known stands last. */
function inFacetOrder(name: FacetName): (a: FacetRow, b: FacetRow) => number {
  return (a, b) => {
    if ((a.value === NONE) !== (b.value === NONE)) return a.value === NONE ? 1 : -1;
    if (name === 'years') return b.value.localeCompare(a.value);
    if (name === 'markings') return markingOrder.indexOf(a.value) - markingOrder.indexOf(b.value);
    return b.sources - a.sources || collator.compare(a.value, b.value);
  };
}

const publishedNames: Readonly<Record<string, string>> = {
  published: 'Published',
  unpublished: 'Unpublished',
  [NONE]: 'Not said',
};

const noneNames: Readonly<Record<FacetName, string>> = {
  kinds: '',
  organisations: 'No organisation',
  years: 'No date',
  markings: 'No marking',
  published: 'Not said',
};

export function facetWords(name: FacetName, value: string): string {
  if (name === 'published') return publishedNames[value] ?? value;
  if (value === NONE) return noneNames[name];
  const kind = name === 'kinds' ? sourceKinds.find((known) => known === value) : undefined;
  return kind === undefined ? value : sourceKindNames[kind];
}

export const sortColumns = [
  'kind',
  'title',
  'organisation',
  'issued',
  'pages',
  'marking',
  'usedIn',
  'addedAt',
] as const;
export type SortColumn = (typeof sortColumns)[number];
export interface Sort {
  readonly column: SortColumn;
  readonly descending: boolean;
}

/** What one wants to see first. */
const startsDescending: ReadonlySet<SortColumn> = new Set([
  'issued',
  'pages',
  'marking',
  'usedIn',
  'addedAt',
]);

export function sortBy(now: Sort, column: SortColumn): Sort {
  if (now.column === column) return { column, descending: !now.descending };
  return { column, descending: startsDescending.has(column) };
}

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base', ignorePunctuation: true });

/** Where it is not known, last either way round; equals by title, then newest first. */
export function sorted(sources: readonly SourceSummary[], sort: Sort): readonly SourceSummary[] {
  const direction = sort.descending ? -1 : 1;
  const keys = new Map(sources.map((source) => [source, sortKey(source, sort.column)]));
  const compare = (a: string | number, b: string | number) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return sources.toSorted((a, b) => {
    const [left, right] = [keys.get(a) ?? '', keys.get(b) ?? ''];
    if ((left === '') !== (right === '')) return left === '' ? 1 : -1;
    return (
      direction * compare(left, right) ||
      (sort.column === 'title' ? 0 : collator.compare(a.title, b.title)) ||
      b.addedAt.localeCompare(a.addedAt)
    );
  });
}

function sortKey(source: SourceSummary, column: SortColumn): string | number {
  switch (column) {
    case 'kind':
      return sourceKindNames[source.kind];
    case 'marking':
      return source.marking === null ? '' : classifications.indexOf(source.marking.classification);
    default:
      return source[column];
  }
}

/** Every word of the query must begin a word of the source's title, authors, organisation or kind. */
export function called(sources: readonly SourceSummary[], query: string): readonly SourceSummary[] {
  const wanted = words(query);
  if (wanted.length === 0) return sources;
  return sources.filter((source) => {
    const present = words(
      `${source.title} ${source.author} ${source.organisation} ${sourceKindNames[source.kind]} ${source.issued}`,
    );
    return wanted.every((word) => present.some((candidate) => candidate.startsWith(word)));
  });
}

function words(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

export function asKinds(values: readonly string[]): SourceKind[] {
  return sourceKinds.filter((kind) => values.includes(kind));
}
