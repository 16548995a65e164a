/** What SQLite and the file system say about a library, in the contract's terms. */
import { DespatchError, type ErrorCode } from '../../../shared/contract/errors.ts';

/** The longest matching start wins, because SQLite's extended codes begin with the plain ones. */
const codes: Readonly<Record<string, ErrorCode>> = {
  SQLITE_CORRUPT: 'library.damaged',
  SQLITE_NOTADB: 'library.damaged',
  SQLITE_FULL: 'library.full',
  ENOSPC: 'library.full',
  EDQUOT: 'library.full',
  SQLITE_BUSY: 'library.locked',
  SQLITE_LOCKED: 'library.locked',
  SQLITE_READONLY: 'library.notWritable',
  SQLITE_CANTOPEN: 'library.notWritable',
  SQLITE_PERM: 'library.notWritable',
  SQLITE_IOERR: 'library.notWritable',
  SQLITE_IOERR_SHORT_READ: 'library.damaged',
  // What a full disk makes of the memory that processes share.
  SQLITE_IOERR_SHMSIZE: 'library.full',
  EACCES: 'library.notWritable',
  EPERM: 'library.notWritable',
  EROFS: 'library.notWritable',
  EIO: 'library.notWritable',
  ENOENT: 'library.notWritable',
  ENOTDIR: 'library.notADirectory',
  EEXIST: 'library.notADirectory',
};

/** SQLite speaks to programmers. */
const reasons: Readonly<Record<string, string>> = {
  SQLITE_CORRUPT: 'parts of its file make no sense',
  SQLITE_NOTADB: 'its file is no database',
  SQLITE_CANTOPEN: 'its file cannot be opened',
  SQLITE_READONLY: 'its file is read-only',
  SQLITE_PERM: 'you have no permission',
  SQLITE_IOERR: 'the drive failed to read or write it',
};

function reasonOf(code: string, thrown: unknown): string {
  const plain = /^SQLITE_[A-Z]+/.exec(code)?.[0] ?? '';
  return reasons[plain] ?? (thrown as Error).message;
}

function codeOf(thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  return typeof code === 'string' ? code : '';
}

/** What was thrown, as a DespatchError where it tells of the library's file or folder; otherwise as it was. */
export function libraryFailure(thrown: unknown, folder: string): unknown {
  if (thrown instanceof DespatchError && thrown.code.startsWith('library.')) {
    return new DespatchError(thrown.code, { folder, ...thrown.details }, { cause: thrown });
  }
  const code = codeOf(thrown);
  const match = Object.keys(codes)
    .filter((start) => code === start || code.startsWith(`${start}_`))
    .sort((a, b) => b.length - a.length)[0];
  const meaning = match === undefined ? undefined : codes[match];
  if (meaning === undefined) return thrown;
  return new DespatchError(meaning, { folder, reason: reasonOf(code, thrown) }, { cause: thrown });
}

/** Runs work on the library; what goes wrong with its file comes out in the contract's terms. */
export function guarded<Result>(folder: string, work: () => Result): Result {
  try {
    return work();
  } catch (thrown) {
    throw libraryFailure(thrown, folder);
  }
}
