/** Meetings as rows, what of them is derived, and the files that their papers may take. */
import type { Database } from 'better-sqlite3';
import type { PaperFileKind, WrittenKind } from '../../../shared/contract/meeting-calls.ts';
import { type MeetingRecord, recordSchema } from '../../../shared/pack/after/record.ts';
import { type Meeting, meetingSchema } from '../../../shared/pack/meeting.ts';
import { papersOf } from '../../../shared/pack/papers-of.ts';
import { parseBody } from './stored-body.ts';

export interface MeetingRow {
  readonly id: string;
  readonly meeting: Meeting;
  readonly revision: number;
  /** ISO 8601, UTC. */
  readonly updatedAt: string;
  readonly deletedAt: string | null;
  /** When a pack of it was last published; null: never. */
  readonly publishedAt: string | null;
}

export interface MeetingFile {
  readonly sha256: string;
  readonly name: string;
  readonly kind: PaperFileKind;
  readonly bytes: number;
  /** Absolute path that it was read from; null: it came as bytes alone. */
  readonly cameFrom: string | null;
}

export interface DocumentUse {
  readonly meetingId: string;
  readonly committee: string;
  readonly date: string;
  readonly item: string;
  readonly published: boolean;
}

export interface WrittenDocument {
  readonly documentId: string;
  readonly kind: WrittenKind;
  readonly title: string;
  readonly exempt: boolean;
  readonly writtenAt: string;
}

interface Raw extends Omit<MeetingRow, 'meeting'> {
  readonly body: string;
}

const columns = `id, body, revision, updated_at AS updatedAt, deleted_at AS deletedAt,
  (SELECT max(published_at) FROM packs WHERE meeting_id = meetings.id) AS publishedAt`;
const fileColumns = 'sha256, name, kind, bytes, came_from AS cameFrom';

export type MeetingsRepository = ReturnType<typeof meetingsRepository>;

export function meetingsRepository(database: Database) {
  const list = database.prepare<[], Raw>(
    `SELECT ${columns} FROM meetings WHERE deleted_at IS NULL
     ORDER BY date = '' DESC, date DESC, time DESC, updated_at DESC, rowid DESC`,
  );
  const bin = database.prepare<[], Raw>(
    `SELECT ${columns} FROM meetings WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, rowid DESC`,
  );
  const find = database.prepare<[string], Raw>(`SELECT ${columns} FROM meetings WHERE id = ?`);
  const insert = database.prepare(
    `INSERT INTO meetings (id, committee_id, title, date, time, body, revision, created_at, updated_at)
     VALUES (:id, :committeeId, :title, :date, :time, :body, 1, :now, :now)`,
  );
  const change = database.prepare(
    `UPDATE meetings SET committee_id = :committeeId, title = :title, date = :date, time = :time, body = :body,
       revision = :revision, updated_at = :now WHERE id = :id`,
  );
  const setDeletedAt = database.prepare('UPDATE meetings SET deleted_at = ? WHERE id = ?');
  const clearDocuments = database.prepare('DELETE FROM meeting_documents WHERE meeting_id = ?');
  const insertDocument = database.prepare(
    'INSERT INTO meeting_documents (meeting_id, paper_id, document_id, item_title) VALUES (?, ?, ?, ?)',
  );
  const usesOf = database.prepare<[string], Omit<DocumentUse, 'published'> & { published: number }>(
    `SELECT meeting_id AS meetingId, meetings.title AS committee, date, item_title AS item,
       EXISTS (SELECT 1 FROM packs, json_each(packs.sources) AS source
         WHERE packs.meeting_id = meetings.id AND published_at IS NOT NULL
           AND source.value ->> 'documentId' = meeting_documents.document_id) AS published
     FROM meeting_documents JOIN meetings ON meetings.id = meeting_id
     WHERE document_id = ? AND deleted_at IS NULL ORDER BY date DESC, meeting_id, paper_id`,
  );
  const putFile = database.prepare(
    `INSERT INTO meeting_files (meeting_id, sha256, name, kind, bytes, came_from, added_at)
     VALUES (:meetingId, :sha256, :name, :kind, :bytes, :cameFrom, :now)
     ON CONFLICT DO UPDATE SET name = excluded.name, came_from = coalesce(excluded.came_from, came_from)`,
  );
  const deleteFile = database.prepare('DELETE FROM meeting_files WHERE meeting_id = ? AND sha256 = ?');
  const files = database.prepare<[string], MeetingFile>(
    `SELECT ${fileColumns} FROM meeting_files WHERE meeting_id = ?`,
  );
  const fileOfAny = database.prepare<[string], MeetingFile>(
    `SELECT ${fileColumns} FROM meeting_files WHERE sha256 = ? ORDER BY added_at DESC LIMIT 1`,
  );
  const hashes = database.prepare<[], string>('SELECT DISTINCT sha256 FROM meeting_files').pluck();

  const record = database.prepare<[string], { body: string; revision: number }>(
    'SELECT body, revision FROM meeting_records WHERE meeting_id = ?',
  );
  const putRecord = database.prepare(
    `INSERT INTO meeting_records (meeting_id, body, revision, updated_at) VALUES (:meetingId, :body, :revision, :now)
     ON CONFLICT DO UPDATE SET body = excluded.body, revision = excluded.revision, updated_at = excluded.updated_at`,
  );

  const putWritten = database.prepare(
    `INSERT INTO meeting_written (document_id, meeting_id, kind, exempt, written_at)
     VALUES (:documentId, :meetingId, :kind, :exempt, :now)`,
  );
  const written = database.prepare<[string], Omit<WrittenDocument, 'exempt'> & { exempt: number }>(
    `SELECT document_id AS documentId, meeting_written.kind, title, exempt, written_at AS writtenAt
     FROM meeting_written JOIN documents ON documents.id = document_id
     WHERE meeting_id = ? AND deleted_at IS NULL ORDER BY written_at DESC, exempt, documents.rowid DESC`,
  );
  const recorded = database.prepare<[string, string], Raw>(
    `SELECT ${columns} FROM meetings
     WHERE committee_id = ? AND deleted_at IS NULL AND id <> ?
       AND id IN (SELECT meeting_id FROM meeting_records)
     ORDER BY date DESC, time DESC, rowid DESC LIMIT 20`,
  );

  const ofJson = ({ body, ...row }: Raw): MeetingRow => ({
    ...row,
    meeting: parseBody(meetingSchema, body, 'a meeting'),
  });
  const toRow = (meeting: Meeting) => ({
    id: meeting.id,
    committeeId: meeting.committeeId,
    title: meeting.committee,
    date: meeting.date,
    time: meeting.time,
    body: JSON.stringify(meeting),
  });
  function putDocuments(meeting: Meeting): void {
    clearDocuments.run(meeting.id);
    for (const { item, paper } of papersOf(meeting)) {
      if (paper.source.type !== 'document') continue;
      insertDocument.run(meeting.id, paper.id, paper.source.documentId, item.title);
    }
  }

  return {
    /** Those without a date first, then the latest date first; of the bin, last deleted first. */
    list: (deleted: boolean): MeetingRow[] => (deleted ? bin : list).all().map(ofJson),
    /** Binned ones included. */
    find(id: string): MeetingRow | undefined {
      const raw = find.get(id);
      return raw && ofJson(raw);
    },
    insert(meeting: Meeting, now: string): void {
      insert.run({ ...toRow(meeting), now });
      putDocuments(meeting);
    },
    change(meeting: Meeting, revision: number, now: string): void {
      change.run({ ...toRow(meeting), revision, now });
      putDocuments(meeting);
    },
    setDeletedAt(id: string, time: string | null): void {
      setDeletedAt.run(time, id);
    },
    /** Papers of meetings that are not in the bin. */
    usesOf: (documentId: string): DocumentUse[] =>
      usesOf.all(documentId).map((use) => ({ ...use, published: use.published !== 0 })),

    /** What happened at it; undefined: nobody has written anything down. */
    record(meetingId: string): { record: MeetingRecord; revision: number } | undefined {
      const row = record.get(meetingId);
      return row && { record: parseBody(recordSchema, row.body, 'a record'), revision: row.revision };
    },
    putRecord(body: MeetingRecord, revision: number, now: string): void {
      putRecord.run({ meetingId: body.meetingId, body: JSON.stringify(body), revision, now });
    },

    putWritten(
      meetingId: string,
      one: { readonly documentId: string; readonly kind: WrittenKind; readonly exempt: boolean },
      now: string,
    ): void {
      putWritten.run({ ...one, exempt: one.exempt ? 1 : 0, meetingId, now });
    },
    /** Those that are not in the bin, the latest first. */
    written: (meetingId: string): WrittenDocument[] =>
      written.all(meetingId).map((one) => ({ ...one, exempt: one.exempt !== 0 })),
    /** Meetings of a committee that have a record, the latest first; without this one. */
    recordedOf: (committeeId: string, without: string): MeetingRow[] =>
      recorded.all(committeeId, without).map(ofJson),

    putFile(meetingId: string, file: MeetingFile, now: string): void {
      putFile.run({ ...file, meetingId, now });
    },
    deleteFile(meetingId: string, sha256: string): void {
      deleteFile.run(meetingId, sha256);
    },
    /** By hash: those that papers of this meeting may take. */
    files: (meetingId: string): ReadonlyMap<string, MeetingFile> =>
      new Map(files.all(meetingId).map((file) => [file.sha256, file])),
    /** As any meeting has it. */
    fileOfAny: (sha256: string): MeetingFile | undefined => fileOfAny.get(sha256),
    /** Of all meetings, those in the bin among them: their originals are kept. */
    fileHashes: (): string[] => hashes.all(),
  };
}
