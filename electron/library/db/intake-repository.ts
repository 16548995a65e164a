/** Batches of files on their way into the evidence library, kept so that they can be resumed, and watched folders. */
import type { Database } from 'better-sqlite3';
import type { IntakeRow } from '../../../shared/contract/evidence-source-calls.ts';
import { parseStored } from './stored-json.ts';

export interface BatchRow {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** Name of the watched folder it came from. */
  readonly folder: string | null;
  /** The source that its files are new editions of. */
  readonly editionOf: string | null;
}

export interface IntakeFileRow {
  /** Absolute; empty for bytes that came without a file and are kept as an original already. */
  readonly path: string;
  readonly status: IntakeRow['status'];
  readonly body: IntakeFileBody;
}

export interface IntakeFileBody {
  readonly row: Omit<IntakeRow, 'status'>;
  /** What it is called, which is not always what its path ends in. */
  readonly name: string;
  /** The original that holds its bytes, where they have no other place. */
  readonly original: string | null;
  /** The source that an earlier state of the same file became. */
  readonly before: string | null;
  /** Whether it failed for a reason that had nothing to do with it, and may well succeed another time. */
  readonly again: boolean;
}

export interface WatchedFolderRow {
  readonly id: string;
  readonly path: string;
  readonly addedAt: string;
}

export interface WatchedFileRow {
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
  readonly sourceId: string | null;
}

interface RawFile {
  readonly path: string;
  readonly status: IntakeRow['status'];
  readonly body: string;
}

export type IntakeRepository = ReturnType<typeof intakeRepository>;

export function intakeRepository(database: Database) {
  const batchColumns =
    'id, started_at AS startedAt, finished_at AS finishedAt, folder, edition_of AS editionOf';
  const batches = database.prepare<[], BatchRow>(
    `SELECT ${batchColumns} FROM intake_batches WHERE NOT dismissed ORDER BY started_at DESC, rowid DESC`,
  );
  const batch = database.prepare<[string], BatchRow>(
    `SELECT ${batchColumns} FROM intake_batches WHERE id = ?`,
  );
  const files = database.prepare<[string], RawFile>(
    'SELECT path, status, body FROM intake_files WHERE batch_id = ? ORDER BY place',
  );
  const insertBatch = database.prepare(
    `INSERT INTO intake_batches (id, started_at, finished_at, folder, edition_of, dismissed)
     VALUES (:id, :startedAt, :finishedAt, :folder, :editionOf, 0)`,
  );
  const insertFile = database.prepare(
    'INSERT INTO intake_files (batch_id, place, path, status, body) VALUES (?, ?, ?, ?, ?)',
  );
  const setFile = database.prepare(
    'UPDATE intake_files SET status = ?, body = ? WHERE batch_id = ? AND place = ?',
  );
  const setFinished = database.prepare('UPDATE intake_batches SET finished_at = ? WHERE id = ?');
  const deleteBatch = database.prepare('DELETE FROM intake_batches WHERE id = ?');
  // A file that was reported as a source of its own is told as what it has become.
  const absorbed = database.prepare(
    `UPDATE intake_files SET status = iif(status = 'added', 'newEdition', status),
       body = json_set(body, '$.row.sourceId', :into, '$.row.title', :title, '$.row.offer', NULL)
     WHERE body ->> '$.row.sourceId' = :source`,
  );
  const heldOriginals = database
    .prepare<[], string>("SELECT body ->> 'original' FROM intake_files WHERE body ->> 'original' IS NOT NULL")
    .pluck();

  const folders = database.prepare<[], WatchedFolderRow>(
    'SELECT id, path, added_at AS addedAt FROM watched_folders ORDER BY added_at, rowid',
  );
  const insertFolder = database.prepare(
    'INSERT INTO watched_folders (id, path, added_at) VALUES (:id, :path, :addedAt)',
  );
  const deleteFolder = database.prepare('DELETE FROM watched_folders WHERE id = ?');
  const watchedFiles = database.prepare<[string], WatchedFileRow>(
    `SELECT path, bytes, modified_at AS modifiedAt, source_id AS sourceId FROM watched_files WHERE folder_id = ?`,
  );
  const putWatchedFile = database.prepare(
    `INSERT INTO watched_files (folder_id, path, bytes, modified_at, source_id)
     SELECT id, :path, :bytes, :modifiedAt, :sourceId FROM watched_folders WHERE id = :folderId
     ON CONFLICT DO UPDATE SET bytes = :bytes, modified_at = :modifiedAt, source_id = :sourceId`,
  );

  return {
    /** Newest first. */
    batches: (): BatchRow[] => batches.all(),
    batch: (id: string): BatchRow | undefined => batch.get(id),
    /** In order. */
    files: (batchId: string): IntakeFileRow[] =>
      files.all(batchId).map((raw) => ({ ...raw, body: parseStored(raw.body) as IntakeFileBody })),
    insertBatch(row: BatchRow, rows: readonly IntakeFileRow[]): void {
      insertBatch.run(row);
      for (const [place, { path, status, body }] of rows.entries()) {
        insertFile.run(row.id, place, path, status, JSON.stringify(body));
      }
    },
    setFile(batchId: string, place: number, { status, body }: Omit<IntakeFileRow, 'path'>): void {
      setFile.run(status, JSON.stringify(body), batchId, place);
    },
    /** A source has become an edition of another. */
    setAbsorbed(source: string, into: { readonly id: string; readonly title: string }): void {
      absorbed.run({ source, into: into.id, title: into.title });
    },
    setFinished(id: string, time: string | null): void {
      setFinished.run(time, id);
    },
    deleteBatch(id: string): boolean {
      return deleteBatch.run(id).changes > 0;
    },
    /** Originals that a batch rests on which may yet be resumed. */
    heldOriginals: (): string[] => heldOriginals.all(),

    /** In the order they were added. */
    folders: (): WatchedFolderRow[] => folders.all(),
    insertFolder(row: WatchedFolderRow): void {
      insertFolder.run(row);
    },
    deleteFolder(id: string): boolean {
      return deleteFolder.run(id).changes > 0;
    },
    watchedFiles: (folderId: string): WatchedFileRow[] => watchedFiles.all(folderId),
    /** Nothing where the folder is no longer watched. */
    putWatchedFile(folderId: string, row: WatchedFileRow): void {
      putWatchedFile.run({ ...row, folderId });
    },
  };
}
