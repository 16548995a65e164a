/** Opening the library's one file. */
import { existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { guarded } from './failure.ts';
import { makeFolder, removeEmpty } from './make-folder.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { copyToRead, whyReadOnly } from './read-only.ts';

export const LIBRARY_FILE = 'library.db';

/** "DSPT": tells our files from other SQLite databases. */
const APPLICATION_ID = 0x44535054;

/** The reason by which the words of the message are chosen. */
const FULL = 'the disk is full';

/** How long one process waits for another's transaction, in ms; ours last a few. */
const BUSY_TIMEOUT_MS = 5000;

export interface ConnectionOptions {
  readonly folder: string;
  /** A better-sqlite3 compiled for this runtime; null for its own. */
  readonly nativeBinding: string | null;
  readonly now: () => Date;
}

/**
 * Whether the folder holds a library. Touches nothing.
 * @throws DespatchError `library.notADirectory` when a file stands in the folder's place.
 */
export function libraryExists(folder: string): boolean {
  return guarded(folder, () => {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found && !found.isDirectory()) throw new DespatchError('library.notADirectory', { folder });
    return existsSync(path.join(folder, LIBRARY_FILE));
  });
}

/**
 * Opens the library, making folder and file where there are none, and brings it to this version.
 * @throws DespatchError `library.*`
 */
export function connect(options: ConnectionOptions): Database {
  return guarded(options.folder, () => {
    const file = path.join(options.folder, LIBRARY_FILE);
    if (!libraryExists(options.folder)) create(file, options);
    return open(file, options);
  });
}

export interface Connection {
  readonly database: Database;
  /** Why nothing may be changed, as part of a sentence; null: it may. */
  readonly readOnly: string | null;
  close(): void;
}

const unwritable: ReadonlySet<string> = new Set(['library.notWritable', 'library.full']);

/**
 * As `connect`, but a library that is there and may not be changed is opened to read in it.
 * @throws DespatchError `library.*`
 */
export function connectOrRead(options: ConnectionOptions): Connection {
  const { folder } = options;
  const file = path.join(folder, LIBRARY_FILE);
  const exists = libraryExists(folder);
  const readOnly = exists ? whyReadOnly(folder, file) : null;
  if (readOnly !== null) return guarded(folder, () => openToRead(file, options, readOnly));
  try {
    const database = connect(options);
    return { database, readOnly, close: () => database.close() };
  } catch (thrown) {
    if (!exists || !(thrown instanceof DespatchError) || !unwritable.has(thrown.code)) throw thrown;
    try {
      const reason = thrown.code === 'library.full' ? FULL : String(thrown.details['reason'] ?? '');
      return openToRead(file, options, reason);
    } catch {
      throw thrown;
    }
  }
}

function openToRead(file: string, options: ConnectionOptions, readOnly: string): Connection {
  const copy = copyToRead(file);
  try {
    const database = open(copy.file, options);
    return {
      database,
      readOnly,
      close() {
        database.close();
        copy.remove();
      },
    };
  } catch (thrown) {
    copy.remove();
    throw thrown;
  }
}

/** A new file gets its name only when it is whole, so that an empty one under that name always means damage. */
function create(file: string, options: ConnectionOptions): void {
  // What officials write is nobody else's on a shared machine.
  const made = makeFolder(options.folder, 0o700);
  const unfinished = `${file}.${process.pid}.new`;
  rmSync(unfinished, { force: true });
  try {
    const database = openSqlite(unfinished, options);
    try {
      database.pragma('journal_mode = WAL');
      database.pragma(`application_id = ${APPLICATION_ID}`);
      migrate(database, migrations, options.now());
    } finally {
      database.close();
    }
    giveName(unfinished, file);
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(unfinished + end, { force: true });
    // A disk too full for a library must not be left with its folder.
    if (!existsSync(file)) removeEmpty(made);
  }
}

/** A link never replaces what another process made in the meantime; some file systems have no links. */
function giveName(unfinished: string, file: string): void {
  try {
    linkSync(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    renameSync(unfinished, file);
  }
}

function openSqlite(file: string, { nativeBinding }: ConnectionOptions): Database {
  return new SqliteDatabase(file, {
    timeout: BUSY_TIMEOUT_MS,
    ...(nativeBinding === null ? {} : { nativeBinding }),
  });
}

function open(file: string, options: ConnectionOptions): Database {
  const database = openSqlite(file, options);
  try {
    if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      throw new DespatchError('library.damaged', {
        folder: options.folder,
        reason: `${LIBRARY_FILE} is not a Despatch library`,
      });
    }
    database.pragma('journal_mode = WAL');
    // "Saved" means on disk: in WAL mode only FULL syncs at every commit.
    database.pragma('synchronous = FULL');
    migrate(database, migrations, options.now());
    database.pragma('foreign_keys = ON');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
