/**
 * A library that may not be changed: on a share that others keep, on a stick that is locked, on a disk that is full.
 * SQLite reads a file with a write-ahead log only where it may put others beside it. So its file is copied to the
 * system's folder for what does not last, and read there; it goes when the library is closed, or when the next such
 * library is opened after a crash.
 */
import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** `despatch-reading-<process>-<random>` */
const PREFIX = 'despatch-reading-';
/** A file that somebody else writes meanwhile is copied once more as often. */
const TRIES = 3;
const PARTS = ['', '-wal'] as const;

/** Why nothing may be written in the folder of a library, or to its file; null: it may. */
export function whyReadOnly(folder: string, file: string): string | null {
  if (!mayWrite(folder)) return 'its folder is read-only';
  return mayWrite(file) ? null : 'its file is read-only';
}

function mayWrite(place: string): boolean {
  try {
    accessSync(place, constants.W_OK);
    return true;
  } catch (thrown) {
    // What is not there, or cannot be asked, is for others to tell.
    const { code } = thrown as NodeJS.ErrnoException;
    return code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS';
  }
}

/** A copy of a database to read in, with what its log holds. @throws what the system says. */
export function copyToRead(file: string): { readonly file: string; remove(): void } {
  removeLeft();
  const folder = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  const copy = path.join(folder, path.basename(file));
  try {
    for (let tries = 1; ; tries += 1) {
      const before = stateOf(file);
      for (const part of PARTS) {
        rmSync(copy + part, { force: true });
        if (existsSync(file + part)) copyFileSync(file + part, copy + part);
      }
      if (stateOf(file) === before || tries === TRIES) break;
    }
  } catch (thrown) {
    remove();
    throw thrown;
  }
  return { file: copy, remove };
}

function stateOf(file: string): string {
  return PARTS.map((part) => {
    const found = statSync(file + part, { throwIfNoEntry: false });
    return `${found?.size} ${found?.mtimeMs}`;
  }).join();
}

/** Copies of processes that are gone. */
function removeLeft(): void {
  for (const name of readdirSync(tmpdir())) {
    const process = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN;
    if (Number.isNaN(process) || isRunning(process)) continue;
    try {
      rmSync(path.join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Somebody else's, on a machine that is shared: it is theirs to remove.
    }
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (thrown) {
    // Somebody else's is no business of ours.
    return (thrown as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
