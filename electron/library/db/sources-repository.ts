/** Sources of the evidence library and their editions as rows. Their words are rows of their own (passages). */
import type { Database } from 'better-sqlite3';
import type { OutlineEntry } from '../../../shared/evidence/extraction.ts';
import {
  authorWords,
  fileStem,
  issuedWords,
  organisationWords,
  titleKey,
  titleWords,
  urlKey,
} from '../../../shared/evidence/naming.ts';
import type { Edition, SourceDetails, SourceKind } from '../../../shared/evidence/source.ts';
import { parseStored } from './stored-json.ts';

export interface SourceRow {
  readonly id: string;
  readonly kind: SourceKind;
  /** Never empty. */
  readonly title: string;
  /** JSON as stored; parse with `sourceDetailsSchema`. */
  readonly details: unknown;
  /** The one that is meant today. */
  readonly edition: string;
  readonly author: string;
  readonly organisation: string;
  readonly supersededBy: string | null;
  /** ISO 8601, UTC. */
  readonly addedAt: string;
  readonly updatedAt: string;
  readonly deletedAt: string | null;
}

export interface SourceListRow extends SourceRow {
  readonly issued: string;
  readonly textState: Edition['textState'];
  readonly pages: number;
  readonly words: number;
  readonly editions: number;
  /** Documents that cite it, binned ones left out. */
  readonly usedIn: number;
  readonly citations: number;
}

export interface NewEdition extends Edition {
  readonly paged: boolean;
  readonly outline: readonly OutlineEntry[];
}

export interface NewSource {
  readonly id: string;
  readonly kind: SourceKind;
  readonly details: SourceDetails;
  readonly edition: NewEdition;
  readonly addedAt: string;
}

type RawRow = Omit<SourceRow, 'details'> & { readonly details: string };
type RawListRow = Omit<SourceListRow, 'details'> & { readonly details: string };
type RawEdition = Omit<Edition, 'notices'> & { readonly notices: string };

const columns = `
  sources.id, kind, title, details, edition, author, organisation, superseded_by AS supersededBy, sources.added_at AS addedAt,
  updated_at AS updatedAt, deleted_at AS deletedAt`;
const listed = `
  SELECT ${columns}, issued, text_state AS textState, pages, words,
    (SELECT count(*) FROM editions AS every WHERE every.source_id = sources.id) AS editions,
    coalesce(usedIn, 0) AS usedIn, coalesce(citations, 0) AS citations
  FROM sources JOIN editions ON editions.id = edition
  LEFT JOIN (
    SELECT evidence_links.source_id AS cited, count(DISTINCT document_id) AS usedIn, count(*) AS citations
    FROM evidence_links JOIN documents ON documents.id = document_id AND documents.deleted_at IS NULL
    GROUP BY evidence_links.source_id
  ) ON cited = sources.id`;

function toRow<Raw extends { readonly details: string }>(
  raw: Raw,
): Omit<Raw, 'details'> & { details: unknown } {
  return { ...raw, details: parseStored(raw.details) };
}

export type SourcesRepository = ReturnType<typeof sourcesRepository>;

export function sourcesRepository(database: Database) {
  const list = database.prepare<[], RawListRow>(
    `${listed} WHERE deleted_at IS NULL ORDER BY sources.added_at DESC, sources.rowid DESC`,
  );
  const bin = database.prepare<[], RawListRow>(
    `${listed} WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, sources.rowid DESC`,
  );
  const find = database.prepare<[string], RawRow>(`SELECT ${columns} FROM sources WHERE id = ?`);
  const ofEdition = database.prepare<[string], string>('SELECT source_id FROM editions WHERE id = ?').pluck();
  const editions = database.prepare<[string], RawEdition>(
    `SELECT id, file_name AS fileName, media_type AS mediaType, bytes, added_at AS addedAt, text_state AS textState,
       pages, words, notices FROM editions WHERE source_id = ? ORDER BY number DESC`,
  );
  const editionIds = database.prepare<[], string>('SELECT id FROM editions').pluck();
  const lastNumber = database
    .prepare<[string], number>('SELECT coalesce(max(number), 0) FROM editions WHERE source_id = ?')
    .pluck();
  const insert = database.prepare(
    `INSERT INTO sources (id, kind, title, author, organisation, issued, classification, published, details, edition,
       added_at, updated_at, title_key, url)
     VALUES (:id, :kind, :title, :author, :organisation, :issued, :classification, :published, :details, :edition,
       :addedAt, :addedAt, :titleKey, :url)`,
  );
  const change = database.prepare(
    `UPDATE sources SET title = :title, author = :author, organisation = :organisation, issued = :issued,
       classification = :classification, published = :published, details = :details, title_key = :titleKey,
       url = :url, updated_at = :updatedAt WHERE id = :id`,
  );
  const setEdition = database.prepare(
    'UPDATE sources SET edition = ?, kind = ?, updated_at = ? WHERE id = ?',
  );
  const setDeletedAt = database.prepare('UPDATE sources SET deleted_at = ?, updated_at = ? WHERE id = ?');
  const setSupersededBy = database.prepare(
    'UPDATE sources SET superseded_by = ?, updated_at = ? WHERE id = ?',
  );
  const insertEdition = database.prepare(
    `INSERT INTO editions (id, source_id, number, file_name, media_type, bytes, added_at, text_state, paged, pages,
       words, outline, notices, stem)
     VALUES (:id, :sourceId, :number, :fileName, :mediaType, :bytes, :addedAt, :textState, :paged, :pages, :words,
       :outline, :notices, :stem)`,
  );
  const firstNumber = database
    .prepare<[string], number>('SELECT coalesce(min(number), 1) FROM editions WHERE source_id = ?')
    .pluck();
  const moveEdition = database.prepare('UPDATE editions SET source_id = ?, number = ? WHERE id = ?');
  const completeEdition = database.prepare(
    `UPDATE editions SET text_state = :textState, paged = :paged, pages = :pages, words = :words, outline = :outline,
       notices = :notices WHERE id = :id`,
  );
  const deleteSource = database.prepare('DELETE FROM sources WHERE id = ?');
  const repoint = database.prepare('UPDATE sources SET superseded_by = ? WHERE superseded_by = ?');
  const citing = database
    .prepare<[string], number>('SELECT count(DISTINCT document_id) FROM evidence_links WHERE source_id = ?')
    .pluck();
  const known = (condition: string) =>
    database.prepare<[string], { sourceId: string; title: string }>(
      `SELECT id AS sourceId, title FROM sources
       WHERE ${condition} AND deleted_at IS NULL AND superseded_by IS NULL ORDER BY updated_at DESC, rowid DESC LIMIT 1`,
    );
  const byUrl = known('url = ?');
  const byStem = known('id IN (SELECT source_id FROM editions WHERE stem = ?)');
  const byTitle = known('title_key = ?');

  function described(details: SourceDetails, fileName: string) {
    const { csl, marking, published } = details;
    return {
      title: titleWords(csl, fileName),
      author: authorWords(csl),
      organisation: organisationWords(csl),
      issued: issuedWords(csl),
      classification: marking?.classification ?? null,
      published: published === null ? null : Number(published),
      details: JSON.stringify(details),
      titleKey: titleKey(csl),
      url: urlKey(csl),
    };
  }

  function putEdition(
    sourceId: string,
    edition: NewEdition,
    number = (lastNumber.get(sourceId) ?? 0) + 1,
  ): void {
    const { paged, outline, notices, ...rest } = edition;
    insertEdition.run({
      ...rest,
      sourceId,
      number,
      paged: Number(paged),
      outline: JSON.stringify(outline),
      notices: JSON.stringify(notices),
      stem: fileStem(edition.fileName),
    });
  }

  return {
    /** Newest first; of the bin, last deleted first. */
    list: (deleted: boolean): SourceListRow[] => (deleted ? bin : list).all().map(toRow),
    /** Binned sources included. */
    find(id: string): SourceRow | undefined {
      const raw = find.get(id);
      return raw && toRow(raw);
    },
    /** Id of the source that these bytes are an edition of. */
    ofEdition: (edition: string): string | undefined => ofEdition.get(edition),
    /** Newest first. */
    editions: (id: string): Edition[] =>
      editions.all(id).map((raw) => ({ ...raw, notices: parseStored(raw.notices) as string[] })),
    editionIds: (): string[] => editionIds.all(),
    /** How many documents cite it, binned ones among them. */
    citing: (id: string): number => citing.get(id) ?? 0,

    /** The source with its only edition; the edition's words are put in by whoever has them. */
    insert({ id, kind, details, edition, addedAt }: NewSource): void {
      const row = described(details, edition.fileName);
      insert.run({ ...row, id, kind, edition: edition.id, addedAt });
      putEdition(id, edition);
    },
    change(id: string, details: SourceDetails, updatedAt: string): void {
      const [newest] = editions.all(id);
      const row = described(details, newest?.fileName ?? '');
      change.run({ ...row, id, updatedAt });
    },
    /** Becomes the edition that is meant. */
    addEdition(id: string, kind: SourceKind, edition: NewEdition, updatedAt: string): void {
      putEdition(id, edition);
      setEdition.run(edition.id, kind, updatedAt, id);
    },
    /** Older than all that the source has; what is meant today stays so. */
    addPastEdition(id: string, edition: NewEdition): void {
      putEdition(id, edition, (firstNumber.get(id) ?? 1) - 1);
    },
    /** What is known of an edition, instead of what was: its file has come after its details. */
    completeEdition({ id, textState, paged, pages, words, outline, notices }: NewEdition): void {
      completeEdition.run({
        id,
        textState,
        paged: Number(paged),
        pages,
        words,
        outline: JSON.stringify(outline),
        notices: JSON.stringify(notices),
      });
    },
    /** The editions of one source become the newest of another, in their order; the first is gone then. */
    absorb(from: SourceRow, into: string, updatedAt: string): void {
      for (const { id } of editions.all(from.id).reverse()) {
        moveEdition.run(into, (lastNumber.get(into) ?? 0) + 1, id);
      }
      setEdition.run(from.edition, from.kind, updatedAt, into);
      repoint.run(into, from.id);
      deleteSource.run(from.id);
    },
    setDeletedAt(id: string, time: string | null, updatedAt: string): void {
      setDeletedAt.run(time, updatedAt, id);
    },
    setSupersededBy(id: string, by: string | null, updatedAt: string): void {
      setSupersededBy.run(by, updatedAt, id);
    },
    /** A source that a file looks like a new edition of: by its address, its name, then its title and organisation. */
    looksLike(details: SourceDetails, fileName: string): { sourceId: string; title: string } | undefined {
      const { csl } = details;
      const tries = [
        { by: byUrl, key: urlKey(csl) },
        { by: byStem, key: fileStem(fileName) },
        { by: byTitle, key: titleKey(csl) },
      ];
      for (const { by, key } of tries) {
        const found = key === null ? undefined : by.get(key);
        if (found) return found;
      }
      return undefined;
    },
  };
}
