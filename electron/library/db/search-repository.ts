/** Questions to the two indexes of evidence. Whatever is asked of them comes from `shared/evidence/query.ts`. */
import type { Database } from 'better-sqlite3';
import type { SearchFilters, SearchHit } from '../../../shared/contract/evidence-search-calls.ts';

/** Passages of one source, from the first to the last id. */
export interface PassageRange {
  readonly source: string;
  readonly first: number;
  readonly last: number;
}

export interface RankedPassage {
  readonly id: number;
  /** Higher is better; 0 or more. */
  readonly score: number;
}

export type FoundPassage = Omit<SearchHit, 'snippet' | 'score'> & { readonly id: number };
type RawPassage = Omit<FoundPassage, 'end'> & { readonly paged: number };

export interface SourceFacets {
  readonly kind: string;
  readonly organisation: string;
  readonly issued: string;
  readonly classification: string | null;
  readonly published: string | null;
}

const MOST_SOURCES = 2000;

/** Around words that were found; no text has these. */
export const HIT_BEGINS = '\u0002';
export const HIT_ENDS = '\u0003';

export type SearchRepository = ReturnType<typeof searchRepository>;

export function searchRepository(database: Database) {
  let within: readonly Pick<PassageRange, 'first' | 'last'>[] = [];
  // Asked for every passage that a filtered question finds, so it must not go to the database.
  database.function('in_searched_range', (id) => (isWithin(within, Number(id)) ? 1 : 0));

  // By bm25() and not by FTS5's own `rank`, which sorts all that was found before the first row comes: twice as long.
  const rank = database.prepare<[string, number], RankedPassage>(
    `SELECT rowid AS id, -bm25(passage_index) AS score FROM passage_index WHERE passage_index MATCH ?
     ORDER BY score DESC, id LIMIT ?`,
  );
  const rankWithin = database.prepare<[string, number, number, number], RankedPassage>(
    `SELECT rowid AS id, -bm25(passage_index) AS score FROM passage_index
     WHERE passage_index MATCH ? AND rowid BETWEEN ? AND ? AND in_searched_range(rowid)
     ORDER BY score DESC, id LIMIT ?`,
  );
  const matching = database
    .prepare<[string], number>('SELECT rowid FROM passage_index WHERE passage_index MATCH ? ORDER BY rowid')
    .pluck();
  const frequency = database
    .prepare<[string, number], number>(
      'SELECT count(*) FROM (SELECT 1 FROM passage_index WHERE passage_index MATCH ? LIMIT ?)',
    )
    .pluck();
  const named = database
    .prepare<[string], string>(
      `SELECT source_id FROM source_index JOIN source_words ON id = source_index.rowid
       WHERE source_index MATCH ? ORDER BY bm25(source_index, 4, 2, 1, 1), id LIMIT ${MOST_SOURCES}`,
    )
    .pluck();
  const passage = database.prepare<[number], RawPassage>(
    `SELECT passages.id, source_id AS sourceId, edition_row.id AS edition, sources.title, sources.kind, organisation,
       issued, page, pages.label, passages.start, text, paged
     FROM passages
     JOIN passage_ranges ON first = (SELECT max(first) FROM passage_ranges WHERE first <= passages.id)
     JOIN editions AS edition_row ON edition_row.id = passage_ranges.edition
     JOIN sources ON sources.id = source_id
     LEFT JOIN pages ON pages.edition = edition_row.id AND pages.number = page
     WHERE passages.id = ?`,
  );
  const wordless = database.prepare<[string], RawPassage>(
    `SELECT 0 AS id, sources.id AS sourceId, sources.edition, title, kind, organisation, issued, 1 AS page, label,
       0 AS start, '' AS text, paged
     FROM sources JOIN editions ON editions.id = sources.edition
     LEFT JOIN pages ON pages.edition = editions.id AND pages.number = 1
     WHERE sources.id = ?`,
  );
  const facetsOf = database.prepare<[string], SourceFacets>(
    `SELECT kind, organisation, issued, classification,
       CASE published WHEN 1 THEN 'published' WHEN 0 THEN 'unpublished' END AS published
     FROM sources WHERE id = ?`,
  );

  /** A small index of its own marks exactly what the large one found, and only in what is shown. Made when needed. */
  let shown: ReturnType<typeof prepareShown> | undefined;
  function prepareShown() {
    database.exec(
      `CREATE VIRTUAL TABLE IF NOT EXISTS temp.shown USING fts5 (
         text, tokenize = 'porter unicode61 remove_diacritics 2'
       )`,
    );
    return {
      put: database.prepare('INSERT INTO temp.shown (rowid, text) VALUES (?, ?)'),
      clear: database.prepare('DELETE FROM temp.shown'),
      marked: database.prepare<[string], { readonly id: number; readonly text: string }>(
        `SELECT rowid AS id, highlight(shown, 0, '${HIT_BEGINS}', '${HIT_ENDS}') AS text
         FROM temp.shown WHERE shown MATCH ?`,
      ),
    };
  }

  function toFound({ paged, page, ...raw }: RawPassage): FoundPassage {
    // A description is words about its source and not a part of its text.
    const end = raw.start + raw.text.length;
    return { ...raw, page: paged === 1 ? page : null, end };
  }

  return {
    /**
     * The best passages for a match. @param ranges sorted, none overlapping another; null: all there are.
     */
    rank(match: string, ranges: readonly PassageRange[] | null, limit: number): RankedPassage[] {
      if (ranges === null) return rank.all(match, limit);
      const [first] = ranges;
      const last = ranges.at(-1);
      if (!first || !last) return [];
      within = ranges;
      return rankWithin.all(match, first.first, last.last, limit);
    },
    /** The ids of all passages that answer, in order. */
    matching: (match: string): number[] => matching.all(match),
    /** In how many passages something stands; those beyond `most` are not counted. */
    frequency: (match: string, most: number): number => frequency.get(match, most) ?? 0,
    /** Sources that are called so, best first. @param match may name the columns title, author, organisation and own. */
    named: (match: string): string[] => named.all(match),

    /** What a search looks into, in order. */
    ranges(filters: SearchFilters): PassageRange[] {
      const { sql, values } = condition(filters);
      return database
        .prepare<unknown[], PassageRange>(
          `SELECT source_id AS source, first, last FROM passage_ranges
           JOIN editions ON editions.id = passage_ranges.edition JOIN sources ON sources.id = source_id
           WHERE indexed AND deleted_at IS NULL AND ${sql} ORDER BY first`,
        )
        .all(...values);
    },
    /** The same for sources, those without words too. */
    sources(filters: SearchFilters): Set<string> {
      const { sql, values } = condition(filters);
      return new Set(
        database
          .prepare<unknown[], string>(`SELECT id FROM sources WHERE deleted_at IS NULL AND ${sql}`)
          .pluck()
          .all(...values),
      );
    },
    /** In the order of the ids. */
    passages: (ids: readonly number[]): FoundPassage[] =>
      ids.flatMap((id) => {
        const raw = passage.get(id);
        return raw ? [toFound(raw)] : [];
      }),
    /** For a source that has not a word. */
    wordless(sourceId: string): FoundPassage | null {
      const raw = wordless.get(sourceId);
      return raw ? toFound(raw) : null;
    },
    facets: (sourceId: string): SourceFacets | undefined => facetsOf.get(sourceId),

    /** The words of passages with HIT_BEGINS and HIT_ENDS around what a match finds in them, by id. */
    marked(match: string, passages: readonly Pick<FoundPassage, 'id' | 'text'>[]): Map<number, string> {
      shown ??= prepareShown();
      shown.clear.run();
      for (const { id, text } of passages) {
        shown.put.run(id, text.replaceAll(HIT_BEGINS, ' ').replaceAll(HIT_ENDS, ' '));
      }
      return new Map(shown.marked.all(match).map(({ id, text }) => [id, text]));
    },
  };
}

function isWithin(ranges: readonly Pick<PassageRange, 'first' | 'last'>[], id: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ranges[middle]?.first ?? 0) <= id) low = middle;
    else high = middle - 1;
  }
  const range = ranges[low];
  return range !== undefined && range.first <= id && id <= range.last;
}

function condition(filters: SearchFilters): { sql: string; values: unknown[] } {
  const parts: string[] = ['1'];
  const values: unknown[] = [];
  const oneOf = (expression: string, list: readonly unknown[] | undefined): void => {
    if (list === undefined) return;
    // IS, because a source without a marking is among those that may be asked for.
    parts.push(`(${list.map(() => `${expression} IS ?`).join(' OR ') || '0'})`);
    values.push(...list.map((value) => (typeof value === 'boolean' ? Number(value) : value)));
  };
  oneOf('sources.kind', filters.kinds);
  oneOf('sources.organisation', filters.organisations);
  oneOf('substr(sources.issued, 1, 4)', filters.years);
  oneOf('sources.classification', filters.markings);
  oneOf('sources.published', filters.published);
  if (filters.sources) {
    parts.push('sources.id IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify(filters.sources));
  }
  if (filters.usedIn !== undefined) {
    parts.push('sources.id IN (SELECT source_id FROM evidence_links WHERE document_id = ?)');
    values.push(filters.usedIn);
  }
  if (filters.used !== undefined) {
    parts.push(`sources.id ${filters.used ? '' : 'NOT '}IN (
      SELECT source_id FROM evidence_links JOIN documents ON documents.id = document_id
      WHERE documents.deleted_at IS NULL)`);
  }
  return { sql: parts.join(' AND '), values };
}
