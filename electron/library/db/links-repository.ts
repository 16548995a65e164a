/** Which citation of which document rests on which source, derived from the sections and written with them. */
import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { DespatchError } from '../../../shared/contract/errors.ts';
import {
  type AnySection,
  bearings,
  type Citation,
  locatorSchema,
  type Marking,
  markingSchema,
} from '../../../shared/document/schema.ts';
import { editionId, isoDate, type SourceKind, sourceKinds } from '../../../shared/evidence/source.ts';
import { parseStored } from './stored-json.ts';

export interface CitationLink {
  readonly documentId: string;
  readonly sectionId: string;
  readonly blockId: string;
  readonly citationId: string;
  /** As the document has it; the source may be part of another by now. */
  readonly citedId: string;
  readonly edition: string | null;
  readonly bearing: Citation['bearing'];
  readonly locator: Citation['locator'];
}

/** A cited source as it is today. */
export interface CitedSource {
  readonly id: string;
  readonly title: string;
  readonly kind: SourceKind;
  readonly edition: string;
  readonly paged: boolean;
  readonly published: boolean | null;
  readonly marking: Marking | null;
  readonly reviewBy: string | null;
  /** The last of those that took its place one after the other, without those in the bin. */
  readonly supersededBy: { readonly title: string; readonly edition: string } | null;
  /** ISO 8601, UTC; null: it is not in the bin. */
  readonly deletedAt: string | null;
}

/** Stands before the edition of a look that was at words which have been read anew since. */
const REREAD = '~';

/** How far somebody has looked at a citation: at which edition, or other state of its source, and at which words of it. */
export interface Look {
  readonly at: string;
  /** The words have been read anew since, and may be others. */
  readonly reread: boolean;
}

interface RawLink {
  readonly documentId: string;
  readonly sectionId: string;
  readonly blockId: string;
  readonly citationId: string;
  readonly body: string;
}

const bodySchema = z.object({
  evidenceId: z.string(),
  edition: editionId.nullable(),
  bearing: z.enum(bearings),
  locator: locatorSchema,
});
const storedSourceSchema = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(sourceKinds),
  edition: z.string(),
  paged: z.number().transform((paged) => paged !== 0),
  published: z
    .number()
    .nullable()
    .transform((published) => (published === null ? null : published !== 0)),
  details: z
    .string()
    .transform(parseStored)
    .pipe(
      z.object({
        marking: markingSchema.nullable().default(null),
        reviewBy: isoDate.nullable().default(null),
      }),
    ),
  deletedAt: z.string().nullable(),
  laterId: z.string().nullable(),
});
const laterSchema = z.object({
  title: z.string(),
  edition: z.string(),
  deletedAt: z.string().nullable(),
  laterId: z.string().nullable(),
});

export type LinksRepository = ReturnType<typeof linksRepository>;

export function linksRepository(database: Database) {
  const columns = `evidence_links.document_id AS documentId, section_id AS sectionId, block_id AS blockId,
    citation_id AS citationId, body`;
  const ofSection = database.prepare<[string, string], RawLink>(
    `SELECT ${columns} FROM evidence_links WHERE document_id = ? AND section_id = ?`,
  );
  const ofDocument = database.prepare<[string], RawLink>(
    `SELECT ${columns} FROM evidence_links WHERE document_id = ?`,
  );
  const visible = 'JOIN documents ON documents.id = document_id AND documents.deleted_at IS NULL';
  // A source that has become part of another is found by the edition it has brought along.
  const present = `coalesce((SELECT id FROM sources WHERE id = source_id),
    (SELECT editions.source_id FROM editions WHERE editions.id = evidence_links.edition))`;
  const ofSource = database.prepare<{ sourceId: string }, RawLink>(
    `SELECT ${columns} FROM evidence_links ${visible}
     WHERE (source_id = :sourceId OR evidence_links.edition IN (SELECT id FROM editions WHERE source_id = :sourceId))
       AND ${present} = :sourceId
     ORDER BY documents.title, documents.rowid, block_id, citation_id`,
  );
  const outOfDate = database.prepare<[], RawLink>(
    `SELECT ${columns} FROM evidence_links ${visible} JOIN sources ON sources.id = ${present}
       LEFT JOIN looks USING (document_id, block_id, citation_id)
     WHERE evidence_links.edition <> sources.edition OR superseded_by IS NOT NULL OR sources.deleted_at IS NOT NULL
       OR looks.edition = '${REREAD}' || sources.edition
     ORDER BY documents.title, documents.rowid, block_id, citation_id`,
  );
  const remove = database.prepare(
    'DELETE FROM evidence_links WHERE document_id = ? AND block_id = ? AND citation_id = ?',
  );
  const resolved = `coalesce((SELECT id FROM sources WHERE id = :citedId),
    (SELECT editions.source_id FROM editions WHERE editions.id = :edition), :citedId)`;
  const insert = database.prepare(
    `INSERT OR REPLACE INTO evidence_links
       (document_id, block_id, citation_id, section_id, source_id, edition, body)
     VALUES (:documentId, :blockId, :citationId, :sectionId, ${resolved}, :edition, :body)`,
  );
  const repoint = database.prepare('UPDATE evidence_links SET source_id = ? WHERE source_id = ?');
  const source = database.prepare<[string]>(
    `SELECT sources.id, sources.title, sources.kind, sources.edition, paged, sources.published, sources.details,
       sources.deleted_at AS deletedAt, superseded_by AS laterId
     FROM sources JOIN editions ON editions.id = sources.edition WHERE sources.id = ?`,
  );
  const later = database.prepare<[string]>(
    'SELECT title, edition, deleted_at AS deletedAt, superseded_by AS laterId FROM sources WHERE id = ?',
  );
  const ofEdition = database.prepare<[string], string>('SELECT source_id FROM editions WHERE id = ?').pluck();
  const textVersion = database
    .prepare<[string], number>('SELECT first FROM passage_ranges WHERE edition = ? AND NOT described')
    .pluck();
  const look = database
    .prepare<[string, string, string], string>(
      'SELECT edition FROM looks WHERE document_id = ? AND block_id = ? AND citation_id = ?',
    )
    .pluck();
  const putLook = database.prepare(
    `INSERT OR REPLACE INTO looks (document_id, block_id, citation_id, edition, seen_by, seen_at)
     VALUES (:documentId, :blockId, :citationId, :edition, :by, :at)`,
  );
  const removeLook = database.prepare(
    'DELETE FROM looks WHERE document_id = ? AND block_id = ? AND citation_id = ?',
  );

  const flagLooked = database.prepare(`UPDATE looks SET edition = '${REREAD}' || edition WHERE edition = ?`);
  const flagCited = database.prepare(
    `INSERT OR IGNORE INTO looks (document_id, block_id, citation_id, edition, seen_by, seen_at)
     SELECT document_id, block_id, citation_id, '${REREAD}' || edition, '', :at FROM evidence_links WHERE edition = :edition`,
  );

  /** Circles are refused when they would be made; one in a damaged library must not hang it. */
  function lastLater(id: string | null): CitedSource['supersededBy'] {
    let last: CitedSource['supersededBy'] = null;
    const met = new Set<string>();
    for (let next = id; next !== null && !met.has(next); ) {
      met.add(next);
      const found = laterSchema.safeParse(later.get(next));
      if (!found.success) break;
      const { title, edition, deletedAt, laterId } = found.data;
      if (deletedAt === null) last = { title, edition };
      next = laterId;
    }
    return last;
  }

  function toLink({ body, ...place }: RawLink): CitationLink {
    const parsed = bodySchema.safeParse(parseStored(body));
    if (!parsed.success) {
      throw new DespatchError('library.damaged', { reason: 'a link to the evidence has lost its shape' });
    }
    const { evidenceId, ...rest } = parsed.data;
    return { ...place, citedId: evidenceId, ...rest };
  }

  return {
    /**
     * Instead of the links these sections had; only what differs is written, so that a keystroke writes nothing.
     * @returns whether anything was.
     */
    putSections(documentId: string, sections: readonly AnySection[]): boolean {
      const before = new Map<string, RawLink>();
      for (const { id } of sections) {
        for (const link of ofSection.all(documentId, id)) before.set(keyOf(link), link);
      }
      const now = sections.flatMap((section) => linksIn(documentId, section));
      const kept = new Set(now.map(keyOf));
      // Before anything comes: a block may have moved from one of the sections to another.
      let changed = false;
      for (const [key, { blockId, citationId }] of before) {
        if (kept.has(key)) continue;
        remove.run(documentId, blockId, citationId);
        changed = true;
      }
      for (const link of now) {
        const old = before.get(keyOf(link));
        if (old?.body === link.body && old.sectionId === link.sectionId) continue;
        insert.run(link);
        changed = true;
      }
      return changed;
    },
    /** A source has become part of another. */
    repoint(from: string, to: string): void {
      repoint.run(to, from);
    },
    ofDocument: (documentId: string): CitationLink[] => ofDocument.all(documentId).map(toLink),
    /** Of documents that are not in the bin, one document after the other. */
    ofSource: (sourceId: string): CitationLink[] => ofSource.all({ sourceId }).map(toLink),
    /**
     * Those whose source has another edition than they were taken from, is superseded or in the bin, or whose words were
     * read anew; looked at or not.
     */
    outOfDate: (): CitationLink[] => outOfDate.all().map(toLink),
    /**
     * The source that a citation means, binned ones too; where it has become part of another, that.
     * @throws DespatchError `library.damaged`
     */
    cited(citedId: string, edition: string | null): CitedSource | null {
      const owner = edition === null ? undefined : ofEdition.get(edition);
      const row = source.get(citedId) ?? (owner === undefined ? undefined : source.get(owner));
      if (row === undefined) return null;
      const parsed = storedSourceSchema.safeParse(row);
      if (!parsed.success) {
        throw new DespatchError('library.damaged', { reason: 'a source is not as this version writes it' });
      }
      const { details, laterId, ...rest } = parsed.data;
      return { ...rest, ...details, supersededBy: lastLater(laterId) };
    },
    /** Another number when the words of an edition were put anew; null where it has none. */
    textVersion: (edition: string): number | null => textVersion.get(edition) ?? null,
    /** How far somebody has looked at a citation last; null: nobody has. */
    look({
      documentId,
      blockId,
      citationId,
    }: Pick<CitationLink, 'documentId' | 'blockId' | 'citationId'>): Look | null {
      const at = look.get(documentId, blockId, citationId);
      if (at === undefined) return null;
      const reread = at.startsWith(REREAD);
      return { at: reread ? at.slice(REREAD.length) : at, reread };
    },
    putLook(
      { documentId, blockId, citationId }: Pick<CitationLink, 'documentId' | 'blockId' | 'citationId'>,
      { look, by, at }: { look: Look; by: string; at: string },
    ): void {
      const edition = `${look.reread ? REREAD : ''}${look.at}`;
      putLook.run({ documentId, blockId, citationId, edition, by, at });
    },
    /** The words of an edition have been read anew: what was looked at beside them, or taken from them, is in doubt. */
    flagReread(edition: string, at: string): void {
      flagLooked.run(edition);
      flagCited.run({ edition, at });
    },
    removeLook({
      documentId,
      blockId,
      citationId,
    }: Pick<CitationLink, 'documentId' | 'blockId' | 'citationId'>): void {
      removeLook.run(documentId, blockId, citationId);
    },
  };
}

function keyOf({ blockId, citationId }: { blockId: string; citationId: string }): string {
  return JSON.stringify([blockId, citationId]);
}

function linksIn(documentId: string, section: AnySection) {
  return section.blocks.flatMap((block) =>
    block.kind === 'unknown'
      ? []
      : block.citations.map(({ id, evidenceId, edition, bearing, locator }) => ({
          documentId,
          sectionId: section.id,
          blockId: block.id,
          citationId: id,
          citedId: evidenceId,
          edition,
          body: JSON.stringify({ evidenceId, edition, bearing, locator }),
        })),
  );
}
