/** Standing lines, their versions, and where documents use them. Uses are derived from sections and written with them. */
import type { Database } from 'better-sqlite3';
import type * as z from 'zod';
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { AnySection } from '../../../shared/document/schema.ts';
import {
  type LineVersion,
  lineBodySchema,
  lineVersionSchema,
  lineWordsSchema,
  type StandingLine,
  standingLineSchema,
} from '../../../shared/lines/line.ts';
import { parseStored } from './stored-json.ts';

export interface StoredLine {
  readonly line: StandingLine;
  readonly deleted: boolean;
}

export interface StoredUse {
  readonly documentId: string;
  readonly blockId: string;
  readonly sectionId: string;
  readonly lineId: string;
  readonly version: number;
  /** Who saved it there first, and when. */
  readonly usedBy: string;
  readonly usedAt: string;
}

interface RawLine {
  readonly id: string;
  readonly version: number;
  readonly revision: number;
  readonly body: string;
  readonly updatedAt: string;
  readonly deletedAt: string | null;
  readonly author: string;
}

export type LinesRepository = ReturnType<typeof linesRepository>;

export function linesRepository(database: Database) {
  const columns = `id, standing_lines.version, revision, standing_lines.body, updated_at AS updatedAt,
    deleted_at AS deletedAt, author`;
  const present = `standing_lines JOIN standing_line_versions
    ON line_id = id AND standing_line_versions.version = standing_lines.version`;
  const kept = database.prepare<[], RawLine>(
    `SELECT ${columns} FROM ${present} WHERE deleted_at IS NULL ORDER BY updated_at DESC, standing_lines.rowid DESC`,
  );
  const binned = database.prepare<[], RawLine>(
    `SELECT ${columns} FROM ${present} WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, standing_lines.rowid DESC`,
  );
  const find = database.prepare<[string], RawLine>(`SELECT ${columns} FROM ${present} WHERE id = ?`);
  const versions = database.prepare<[string], { version: number; body: string; author: string; at: string }>(
    'SELECT version, body, author, at FROM standing_line_versions WHERE line_id = ? ORDER BY version DESC',
  );
  const put = database.prepare(
    `INSERT INTO standing_lines (id, kind, title, version, revision, body, updated_at)
     VALUES (:id, :kind, :title, :version, :revision, :body, :updatedAt)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title, version = excluded.version,
       revision = excluded.revision, body = excluded.body, updated_at = excluded.updated_at`,
  );
  const putVersion = database.prepare(
    `INSERT INTO standing_line_versions (line_id, version, body, author, at)
     VALUES (:id, :version, :body, :author, :at)
     ON CONFLICT (line_id, version) DO UPDATE SET body = excluded.body`,
  );
  const setDeletedAt = database.prepare('UPDATE standing_lines SET deleted_at = ? WHERE id = ?');

  const useColumns = `document_id AS documentId, block_id AS blockId, section_id AS sectionId, line_id AS lineId,
    version, used_by AS usedBy, used_at AS usedAt`;
  const usesOfSection = database.prepare<[string, string], StoredUse>(
    `SELECT ${useColumns} FROM standing_line_uses WHERE document_id = ? AND section_id = ?`,
  );
  const visible = 'JOIN documents ON documents.id = document_id AND documents.deleted_at IS NULL';
  const usesOfLine = database.prepare<[string], StoredUse>(
    `SELECT ${useColumns} FROM standing_line_uses ${visible} WHERE line_id = ?
     ORDER BY documents.updated_at DESC, documents.rowid DESC, block_id`,
  );
  const linesOfDocument = database
    .prepare<[string], string>('SELECT DISTINCT line_id FROM standing_line_uses WHERE document_id = ?')
    .pluck();
  const useCounts = database.prepare<[], { lineId: string; uses: number }>(
    `SELECT line_id AS lineId, count(*) AS uses FROM standing_line_uses ${visible} GROUP BY line_id`,
  );
  const removeUse = database.prepare('DELETE FROM standing_line_uses WHERE document_id = ? AND block_id = ?');
  const putUse = database.prepare(
    `INSERT INTO standing_line_uses (document_id, block_id, section_id, line_id, version, used_by, used_at)
     VALUES (:documentId, :blockId, :sectionId, :lineId, :version, :usedBy, :usedAt)
     ON CONFLICT (document_id, block_id) DO UPDATE SET section_id = excluded.section_id,
       line_id = excluded.line_id, version = excluded.version, used_by = excluded.used_by,
       used_at = excluded.used_at`,
  );

  return {
    /** Last changed first; of the bin, last deleted first. @throws DespatchError `library.damaged` */
    list: (deleted: boolean): StandingLine[] => (deleted ? binned : kept).all().map(toLine),
    find(id: string): StoredLine | null {
      const raw = find.get(id);
      return raw === undefined ? null : { line: toLine(raw), deleted: raw.deletedAt !== null };
    },
    /** The present one first. */
    versions: (id: string): LineVersion[] =>
      versions.all(id).map(({ body, ...rest }) => read(lineVersionSchema, { ...asObject(body), ...rest })),
    /** The line, and the version that it is now; whoever wrote a version first remains its author. */
    put({ id, version, revision, updatedAt, author, ...body }: StandingLine): void {
      put.run({
        id,
        kind: body.kind,
        title: body.title,
        version,
        revision,
        body: JSON.stringify(body),
        updatedAt,
      });
      const { content, citations, details } = body;
      putVersion.run({
        id,
        version,
        body: JSON.stringify(lineWordsSchema.parse({ content, citations, details })),
        author,
        at: updatedAt,
      });
    },
    setDeletedAt(id: string, time: string | null): void {
      setDeletedAt.run(time, id);
    },

    /**
     * Instead of the uses these sections had; only what differs is written, so that a keystroke writes nothing.
     * @returns whether anything was.
     */
    putSections(
      documentId: string,
      sections: readonly AnySection[],
      { by, at }: { readonly by: string; readonly at: string },
    ): boolean {
      const before = new Map<string, StoredUse>();
      for (const { id } of sections) {
        for (const use of usesOfSection.all(documentId, id)) before.set(use.blockId, use);
      }
      const now = sections.flatMap((section) =>
        section.blocks.flatMap((block) =>
          block.kind === 'unknown' || !block.line
            ? []
            : {
                blockId: block.id,
                sectionId: section.id,
                lineId: block.line.id,
                version: block.line.version,
              },
        ),
      );
      let changed = false;
      const used = new Set(now.map(({ blockId }) => blockId));
      for (const blockId of before.keys()) {
        if (used.has(blockId)) continue;
        removeUse.run(documentId, blockId);
        changed = true;
      }
      for (const use of now) {
        const old = before.get(use.blockId);
        const isOld = old?.lineId === use.lineId;
        if (isOld && old.version === use.version && old.sectionId === use.sectionId) continue;
        // Where a line moves to and what becomes of its words, it was used by whoever took it first.
        const first = isOld ? { usedBy: old.usedBy, usedAt: old.usedAt } : { usedBy: by, usedAt: at };
        putUse.run({ ...use, ...first, documentId });
        changed = true;
      }
      return changed;
    },
    /** In documents that are not in the bin, last saved first. */
    uses: (lineId: string): StoredUse[] => usesOfLine.all(lineId),
    linesOfDocument: (documentId: string): string[] => linesOfDocument.all(documentId),
    useCounts: (): ReadonlyMap<string, number> =>
      new Map(useCounts.all().map(({ lineId, uses }) => [lineId, uses])),
  };
}

function asObject(body: string): object {
  const value = parseStored(body);
  return value instanceof Object ? value : {};
}

function read<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new DespatchError('library.damaged', { reason: 'a standing line has lost its shape' });
}

function toLine({ body, deletedAt: _, ...rest }: RawLine): StandingLine {
  return read(standingLineSchema, { ...read(lineBodySchema, parseStored(body)), ...rest });
}
