/**
 * The files of sources and papers as they came in, each under the hash of its bytes: `originals/ab/<sha256>`. A file is whole
 * and on the disk before it gets its name there, and has its name before the database speaks of it, so that a crash
 * leaves nothing worse than a file nobody speaks of.
 */
import { createHash } from 'node:crypto';
import { type Dirent, promises } from 'node:fs';
import path from 'node:path';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { megabytes } from '../../extractor/limits.ts';
import { fileError } from '../../extractor/read-file.ts';
import { randomId } from '../../random-id.ts';
import { libraryFailure } from '../db/failure.ts';
import { syncFolder } from '../export/target.ts';

const ARRIVING = 'arriving';
const CHUNK = 1024 * 1024;
/** Bytes. Beyond any paper; recordings of meetings are no sources we read. */
const LARGEST = 1024 * 1024 * 1024;
/** What another process may be about to give a name, or to enter in the database, is left alone, in ms. */
const UNDISTURBED = 60 * 60 * 1000;

/** Bytes that stand in the library under no name yet. */
export interface ArrivedFile {
  /** SHA-256. */
  readonly hash: string;
  readonly bytes: number;
  /** Where they stand; gone after `keep`. */
  readonly file: string;
}

// Not `node:fs/promises`, which the bundled command line has replaced by calls that wait: others work meanwhile here.
const { mkdir, open, readdir, rename, rm, rmdir, stat } = promises;

type Handle = Awaited<ReturnType<typeof open>>;

export class Originals {
  readonly #library: string;
  readonly #folder: string;
  /** Those that have their names, by what tells the file itself from one that came there later. */
  readonly #kept = new WeakMap<ArrivedFile, bigint | null>();

  /**
   * @param library the folder of the library; touched only when something comes in.
   * @param folder in it. Packs that were built are kept in the same way.
   */
  constructor(library: string, folder: 'originals' | 'packs' = 'originals') {
    this.#library = library;
    this.#folder = folder;
  }

  pathOf(hash: string): string {
    return path.join(this.#library, this.#folder, hash.slice(0, 2), hash);
  }

  /** Size in bytes; null where it is not there. */
  async sizeOf(hash: string): Promise<number | null> {
    const found = await stat(this.pathOf(hash)).catch(() => null);
    return found?.isFile() ? found.size : null;
  }

  /**
   * Copies a file in, reading it once.
   * @throws DespatchError `input.*` for the file, `library.*` for the copy, `call.cancelled`
   */
  async takeIn(source: string, signal: AbortSignal): Promise<ArrivedFile> {
    const from = await openSource(source);
    try {
      const before = await from.stat().catch((fault) => Promise.reject(fileError(source, fault, true)));
      checkSource(source, before);
      const arrived = await this.#write(async (write) => {
        const buffer = Buffer.allocUnsafe(Math.min(CHUNK, before.size));
        for (let at = 0; ; ) {
          if (signal.aborted) throw new DespatchError('call.cancelled', { file: source });
          const { bytesRead } = await from
            .read(buffer, 0, buffer.length, at)
            .catch((fault) => Promise.reject(fileError(source, fault, true)));
          at += bytesRead;
          await write(buffer.subarray(0, bytesRead));
          if (bytesRead === 0 || at === before.size) return;
        }
      });
      const after = await stat(source).catch(async (fault) => {
        await this.forget(arrived);
        throw fileError(source, fault, true);
      });
      if (arrived.bytes === before.size && after.size === before.size && after.mtimeMs === before.mtimeMs) {
        return arrived;
      }
      await this.forget(arrived);
      throw changed(source);
    } finally {
      await from.close();
    }
  }

  /**
   * A folder of the library for files that another process puts down under names of their own; they then count as
   * arrived.
   * @throws DespatchError `library.*`
   */
  async arrivals(): Promise<string> {
    const folder = path.join(this.#library, this.#folder, ARRIVING);
    await this.#onLibrary(() => mkdir(folder, { recursive: true, mode: 0o700 }));
    return folder;
  }

  /**
   * Removes what another process has put down.
   * @param all whether the folders go too, of a library that was never made.
   */
  async forgetArrivals(prefix: string, all: boolean): Promise<void> {
    const folder = path.join(this.#library, this.#folder, ARRIVING);
    const left = (await entries(folder)).filter(({ name }) => name.startsWith(prefix));
    await Promise.all(
      left.map(({ name }) =>
        rm(path.join(folder, name), { force: true, recursive: true }).catch(() => undefined),
      ),
    );
    if (!all) return;
    for (const empty of [folder, path.dirname(folder), this.#library])
      await rmdir(empty).catch(() => undefined);
  }

  /** Bytes that never were a file. @throws DespatchError `library.*` */
  takeInBytes(bytes: Uint8Array): Promise<ArrivedFile> {
    return this.#write((write) => write(bytes));
  }

  /**
   * Gives files their names, durably; those that have theirs already keep it. Bytes that stand there already are replaced by the same bytes, which mends what
   * was damaged and tells `sweep` that somebody has just come for them.
   * @throws DespatchError `library.*`
   */
  async keep(arrived: readonly ArrivedFile[]): Promise<void> {
    const files = arrived.filter((one) => !this.#kept.has(one));
    if (files.length === 0) return;
    await this.#onLibrary(async () => {
      await Promise.all(files.map(({ file }) => syncFile(file)));
      const folders = new Set(files.map(({ hash }) => path.dirname(this.pathOf(hash))));
      for (const folder of folders) await mkdir(folder, { recursive: true, mode: 0o700 });
      for (const one of files) {
        await this.#name(one.file, this.pathOf(one.hash));
        this.#kept.set(one, await fileIn(this.pathOf(one.hash)));
      }
      await Promise.all([...folders, path.join(this.#library, this.#folder)].map(syncFolder));
    });
  }

  async #name(file: string, named: string): Promise<void> {
    try {
      await rename(file, named);
    } catch (fault) {
      // On Windows a file that somebody reads cannot be replaced; it is there then, and the same.
      const [there, same] = await Promise.all([stat(named).catch(() => null), stat(file).catch(() => null)]);
      if (there === null || there.size !== same?.size) throw fault;
      await rm(file, { force: true });
    }
  }

  /**
   * Removes what arrived and is not to be kept after all. Under its name it is removed too, unless somebody else has
   * come for the same bytes since.
   * @param isSpokenOf whether the database names these bytes, for whatever reason.
   */
  async forget(arrived: ArrivedFile, isSpokenOf: (hash: string) => boolean = () => true): Promise<void> {
    await rm(arrived.file, { force: true }).catch(() => undefined);
    const kept = this.#kept.get(arrived) ?? null;
    const named = this.pathOf(arrived.hash);
    if (kept === null || isSpokenOf(arrived.hash) || (await fileIn(named)) !== kept) return;
    await rm(named, { force: true }).catch(() => undefined);
    await rmdir(path.dirname(named)).catch(() => undefined);
  }

  /**
   * Removes what nobody speaks of: arrivals of a process that ended over them, and originals without a row.
   * @param known hashes that the database names.
   * @returns how many files went.
   */
  async sweep(known: ReadonlySet<string>, now: Date): Promise<number> {
    const root = path.join(this.#library, this.#folder);
    let gone = 0;
    for (const folder of await entries(root)) {
      if (!folder.isDirectory()) continue;
      for (const { name } of await entries(path.join(root, folder.name))) {
        if (known.has(name)) continue;
        const file = path.join(root, folder.name, name);
        const found = await stat(file).catch(() => null);
        // Folders stand among the arrivals alone, as long as something is made in them.
        const ours = found?.isFile() || (found?.isDirectory() && folder.name === ARRIVING);
        if (!found || !ours || now.getTime() - found.mtimeMs < UNDISTURBED) continue;
        await rm(file, { force: true, recursive: true }).catch(() => undefined);
        gone += 1;
      }
    }
    return gone;
  }

  async #write(fill: (write: (bytes: Uint8Array) => Promise<void>) => Promise<void>): Promise<ArrivedFile> {
    const file = path.join(this.#library, this.#folder, ARRIVING, randomId());
    const hash = createHash('sha256');
    let bytes = 0;
    const handle = await this.#onLibrary(async () => {
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      return open(file, 'wx');
    });
    try {
      await fill(async (chunk) => {
        hash.update(chunk);
        bytes += chunk.length;
        await this.#onLibrary(() => writeAll(handle, chunk));
      });
    } catch (fault) {
      await handle.close();
      await rm(file, { force: true }).catch(() => undefined);
      throw fault;
    }
    await handle.close();
    return { hash: hash.digest('hex'), bytes, file };
  }

  /** What goes wrong in the library's own folder comes out in the contract's terms. */
  async #onLibrary<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (fault) {
      throw libraryFailure(fault, this.#library);
    }
  }
}

async function fileIn(place: string): Promise<bigint | null> {
  const found = await stat(place, { bigint: true }).catch(() => null);
  return found?.ino ?? null;
}

async function entries(folder: string): Promise<Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => []);
}

async function openSource(source: string): Promise<Handle> {
  try {
    // Opening a pipe would wait for whoever writes into it.
    checkSource(source, await stat(source));
    return await open(source, 'r');
  } catch (fault) {
    throw fileError(source, fault, false);
  }
}

function checkSource(file: string, found: { size: number; isFile(): boolean; isDirectory(): boolean }): void {
  if (!found.isFile()) {
    const reason = found.isDirectory() ? 'it is a folder' : 'it is no ordinary file';
    throw new DespatchError('input.notAFile', { file, reason });
  }
  const { size } = found;
  if (size === 0) throw new DespatchError('input.empty', { file, reason: 'it holds no bytes' });
  if (size > LARGEST) {
    const reason = `it has ${megabytes(size)}; the limit is ${megabytes(LARGEST)}`;
    throw new DespatchError('input.tooLarge', { file, reason, size, limit: LARGEST });
  }
}

function changed(file: string): DespatchError {
  return new DespatchError('input.vanished', { file, reason: 'it changed while it was being read' });
}

async function writeAll(handle: Handle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done);
    done += bytesWritten;
  }
}

async function syncFile(file: string): Promise<void> {
  // Windows syncs only what it may write.
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
