/** Documents and their sections as rows. What a section holds is checked by those who call, never here. */
import type { Database } from 'better-sqlite3';
import type { DocumentKind, Marking } from '../../../shared/document/schema.ts';
import type { DocumentSettings } from '../../../shared/document/settings.ts';
import { parseStored } from './stored-json.ts';

export interface DocumentRow {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly subtitle: string;
  /** As stored: a newer version may know markings that this one does not. */
  readonly marking: unknown;
  /** As stored; null in documents of format 1. */
  readonly settings: unknown;
  readonly format: number;
  readonly revision: number;
  /** The version of Despatch that last found every part of the document known to it. */
  readonly understoodBy: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly deletedAt: string | null;
  readonly pendingImportRows: number;
}

export interface StoredSection {
  readonly id: string;
  readonly role: string;
  /** The JSON of the whole section, id and role included. */
  readonly body: unknown;
  readonly blockIds: readonly string[];
}

export type NewDocumentRow = Omit<DocumentRow, 'pendingImportRows' | 'deletedAt'> & {
  readonly marking: Marking | null;
  readonly settings: DocumentSettings;
};
export type DocumentChange = Pick<
  NewDocumentRow,
  'title' | 'subtitle' | 'marking' | 'settings' | 'format' | 'revision' | 'understoodBy' | 'updatedAt'
>;

type RawRow = Omit<DocumentRow, 'marking' | 'settings'> & {
  readonly marking: string | null;
  readonly settings: string | null;
};

const columns = `
  id, kind, title, subtitle, marking, settings, format, revision, understood_by AS understoodBy,
  created_at AS createdAt, updated_at AS updatedAt, deleted_at AS deletedAt,
  (SELECT count(*) FROM import_rows WHERE document_id = documents.id AND state = 'pending') AS pendingImportRows`;

function toRow(raw: RawRow): DocumentRow {
  const { marking, settings } = raw;
  return {
    ...raw,
    marking: marking === null ? null : parseStored(marking),
    settings: settings === null ? null : parseStored(settings),
  };
}

function jsonOf({ marking, settings }: Pick<NewDocumentRow, 'marking' | 'settings'>) {
  return {
    marking: marking === null ? null : JSON.stringify(marking),
    settings: JSON.stringify(settings),
  };
}

export type DocumentsRepository = ReturnType<typeof documentsRepository>;

export function documentsRepository(database: Database) {
  const list = database.prepare<[], RawRow>(
    `SELECT ${columns} FROM documents WHERE deleted_at IS NULL ORDER BY updated_at DESC, rowid DESC`,
  );
  const bin = database.prepare<[], RawRow>(
    `SELECT ${columns} FROM documents WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, rowid DESC`,
  );
  const find = database.prepare<[string], RawRow>(`SELECT ${columns} FROM documents WHERE id = ?`);
  const insert = database.prepare(
    `INSERT INTO documents
       (id, kind, title, subtitle, marking, settings, format, revision, understood_by, created_at, updated_at)
     VALUES (:id, :kind, :title, :subtitle, :marking, :settings, :format, :revision, :understoodBy,
       :createdAt, :updatedAt)`,
  );
  const change = database.prepare(
    `UPDATE documents SET title = :title, subtitle = :subtitle, marking = :marking, settings = :settings,
       format = :format, revision = :revision, understood_by = :understoodBy, updated_at = :updatedAt WHERE id = :id`,
  );
  const understand = database.prepare('UPDATE documents SET understood_by = ? WHERE id = ?');
  const setDeletedAt = database.prepare('UPDATE documents SET deleted_at = ? WHERE id = ?');
  const body = database
    .prepare<[string], string>(
      `SELECT body FROM section_places JOIN sections
         ON sections.document_id = section_places.document_id AND sections.id = section_id
       WHERE section_places.document_id = ? ORDER BY place`,
    )
    .pluck();
  const oneBody = database
    .prepare<[string, string], string>('SELECT body FROM sections WHERE document_id = ? AND id = ?')
    .pluck();
  const bodyOfRole = database
    .prepare<[string, string], string>(
      `SELECT body FROM sections JOIN section_places
         ON section_places.document_id = sections.document_id AND section_id = sections.id
       WHERE sections.document_id = ? AND role = ? ORDER BY place`,
    )
    .pluck();
  const sectionIds = database
    .prepare<[string], string>('SELECT section_id FROM section_places WHERE document_id = ? ORDER BY place')
    .pluck();
  const updateSection = database.prepare(
    'UPDATE sections SET role = :role, body = :body WHERE document_id = :documentId AND id = :id',
  );
  const insertSection = database.prepare(
    'INSERT INTO sections (document_id, id, role, body) VALUES (:documentId, :id, :role, :body)',
  );
  const deleteSection = database.prepare('DELETE FROM sections WHERE document_id = ? AND id = ?');
  const clearPlaces = database.prepare('DELETE FROM section_places WHERE document_id = ?');
  const insertPlace = database.prepare(
    'INSERT INTO section_places (document_id, place, section_id) VALUES (?, ?, ?)',
  );

  const blockIds = database
    .prepare<[string, string], string>('SELECT id FROM blocks WHERE document_id = ? AND section_id = ?')
    .pluck();
  const releaseBlock = database.prepare('DELETE FROM blocks WHERE document_id = ? AND id = ?');
  const claimBlock = database.prepare(
    'INSERT INTO blocks (document_id, id, section_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );

  return {
    /** Newest first; of the bin, last deleted first. */
    list: (deleted: boolean): DocumentRow[] => (deleted ? bin : list).all().map(toRow),
    /** Deleted documents included. */
    find(id: string): DocumentRow | undefined {
      const raw = find.get(id);
      return raw && toRow(raw);
    },
    /** The JSON of every section, in order, as one text that nobody has looked at. */
    sectionsText: (id: string): string => `[${body.all(id).join(',')}]`,
    /** The JSON of one section. */
    section(id: string, sectionId: string): unknown {
      const found = oneBody.get(id, sectionId);
      return found === undefined ? undefined : parseStored(found);
    },
    sectionsOfRole: (id: string, role: string): unknown[] => bodyOfRole.all(id, role).map(parseStored),
    sectionIds: (id: string): string[] => sectionIds.all(id),

    insert(row: NewDocumentRow): void {
      insert.run({ ...row, ...jsonOf(row) });
    },
    change(id: string, row: DocumentChange): void {
      change.run({ ...row, id, ...jsonOf(row) });
    },
    markUnderstood(id: string, version: string): void {
      understand.run(version, id);
    },
    setDeletedAt(id: string, time: string | null): void {
      setDeletedAt.run(time, id);
    },
    putSection(documentId: string, section: StoredSection): void {
      const row = { documentId, id: section.id, role: section.role, body: JSON.stringify(section.body) };
      if (updateSection.run(row).changes === 0) insertSection.run(row);
    },
    /**
     * Notes which section holds each block, touching only what changed; blocks may move between the given sections.
     * @returns the first block that another section holds, if any; the transaction must then be given up.
     */
    placeBlocks(documentId: string, sections: readonly StoredSection[]): string | undefined {
      const before = sections.map(({ id }) => new Set(blockIds.all(documentId, id)));
      for (const [at, section] of sections.entries()) {
        const now = new Set(section.blockIds);
        for (const id of before[at] ?? []) if (!now.has(id)) releaseBlock.run(documentId, id);
      }
      for (const [at, section] of sections.entries()) {
        for (const id of section.blockIds) {
          if (before[at]?.has(id)) continue;
          if (claimBlock.run(documentId, id, section.id).changes === 0) return id;
        }
      }
      return undefined;
    },
    /** Puts the sections in this order; those not in it are deleted. */
    setOrder(documentId: string, ids: readonly string[]): void {
      const kept = new Set(ids);
      const gone = sectionIds.all(documentId).filter((id) => !kept.has(id));
      clearPlaces.run(documentId);
      for (const id of gone) deleteSection.run(documentId, id);
      for (const [place, id] of ids.entries()) insertPlace.run(documentId, place, id);
    },
  };
}
