/** Putting finished bytes where the user wants them: wholly, durably, or not at all. */
import { constants, type Stats } from 'node:fs';
import { access, chmod, open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { DespatchError, type ErrorCode, type ErrorDetails } from '../../../shared/contract/errors.ts';
import { randomId } from '../../random-id.ts';
import { signOfUse } from './in-use.ts';
import { removedAtExit } from './removed-at-exit.ts';

const codes: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'output.folderMissing',
  ENOTDIR: 'output.folderMissing',
  EISDIR: 'output.isDirectory',
  ENOSPC: 'output.full',
  EDQUOT: 'output.full',
  EFBIG: 'output.full',
  EBUSY: 'output.inUse',
  ETXTBSY: 'output.inUse',
};
/** What Windows answers while an office program, an indexer or a virus scanner holds the target. */
const heldOnWindows = new Set(['EPERM', 'EACCES', 'EBUSY']);

function errnoOf(thrown: unknown): string {
  const code = (thrown as NodeJS.ErrnoException | null)?.code;
  return typeof code === 'string' ? code : 'unknown';
}

/** What the system says of a file that cannot be written, as an error of the target. */
export function outputFailure(file: string, thrown: unknown): DespatchError {
  if (thrown instanceof DespatchError) return thrown;
  const reason = errnoOf(thrown);
  const details = { file, folder: path.dirname(file), reason };
  return new DespatchError(codes[reason] ?? 'output.notWritable', details, { cause: thrown });
}

/** The file that will be replaced, behind any links; null where there is none yet. */
async function existing(file: string): Promise<{ file: string; stats: Stats } | null> {
  try {
    const target = await realpath(file);
    return { file: target, stats: await stat(target) };
  } catch (thrown) {
    if (errnoOf(thrown) === 'ENOENT') return null;
    throw thrown;
  }
}

/** Root may write anywhere, so a protection that somebody set is read rather than tried. */
function refuseProtected(details: ErrorDetails, { mode }: Stats): void {
  if ((mode & 0o222) === 0) {
    throw new DespatchError('output.notWritable', { ...details, reason: 'it is write-protected' });
  }
}

/** Replacing needs no permission on the old file itself, so what speaks against it is looked for here. */
async function refuseOccupied(file: string, stats: Stats): Promise<void> {
  const details = { file, folder: path.dirname(file) };
  if (stats.isDirectory()) throw new DespatchError('output.isDirectory', details);
  if (!stats.isFile()) throw new DespatchError('output.notWritable', { ...details, reason: 'not a file' });
  refuseProtected(details, stats);
  const [reason] = await Promise.all([signOfUse(file, stats), access(file, constants.W_OK)]);
  if (reason !== null) throw new DespatchError('output.inUse', { ...details, reason });
}

/** On Windows the mode of a folder says nothing: its read-only mark means that it has an icon of its own. */
async function refuseProtectedFolder(file: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = path.dirname(file);
  refuseProtected({ file, folder }, await stat(folder));
}

/** All at once, or piece by piece as it is made; what making it throws comes out as it is. */
export type Content = Uint8Array | AsyncIterable<Uint8Array>;

/** @param mode of the file it will replace, if there is one. */
async function writeDurably(file: string, bytes: Content, mode: number | undefined): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await Promise.all([handle.writeFile(bytes), mode === undefined ? null : handle.chmod(mode)]);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function replace(temporary: string, file: string, replacing: boolean): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(temporary, file);
      return;
    } catch (thrown) {
      const held = process.platform === 'win32' && replacing && heldOnWindows.has(errnoOf(thrown));
      if (!held) throw thrown;
      // A scanner lets go within moments; an office program does not.
      if (attempt === 5) {
        const details = { file, folder: path.dirname(file), reason: errnoOf(thrown) };
        throw new DespatchError('output.inUse', details, { cause: thrown });
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/**
 * Without this the new name itself may be lost with the power. Some file systems cannot; the file is then in place
 * all the same, so that is no failure.
 */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Bytes that stand, durably, beside the file they are for. */
export interface PreparedTarget {
  /** Absolute, links resolved. */
  readonly file: string;
  /** Whether something stands there already. */
  readonly replaces: boolean;
  /**
   * Gives them its name, in one step; durable after `syncFolder`.
   * @throws DespatchError `output.*`; nothing is left behind then.
   */
  commit(): Promise<void>;
  /** Removes them again, instead of `commit`. */
  discard(): Promise<void>;
}

/** A place that was free to be written when it was looked at. */
export interface OpenTarget {
  /**
   * Does everything that can fail for want of rights or room, without touching the target.
   * @throws DespatchError `output.*`; nothing is left behind then.
   */
  prepare(bytes: Content): Promise<PreparedTarget>;
  /**
   * The same for bytes that somebody else writes, durably, to the new file it is told.
   * @throws DespatchError `output.*`, and whatever `write` throws as an error of its own; nothing is left behind then.
   */
  prepareBy(write: (half: string) => Promise<void>): Promise<PreparedTarget>;
}

/**
 * Finds what speaks against writing a file, before there is anything to write.
 * @throws DespatchError `output.folderMissing`, `output.isDirectory`, `output.notWritable`, `output.inUse`,
 *   `output.full`, with `file`, `folder` and `reason`.
 */
export async function openTarget(file: string): Promise<OpenTarget> {
  const asked = path.resolve(file);
  try {
    const old = await existing(asked);
    const target = old?.file ?? asked;
    await Promise.all([old && refuseOccupied(old.file, old.stats), refuseProtectedFolder(target)]);
    const mode = old?.stats.mode;
    const place = { asked, target, mode };
    return {
      prepare: (bytes) => prepare(place, (half) => writeDurably(half, bytes, mode)),
      prepareBy: (write) =>
        prepare(place, async (half) => {
          await write(half);
          if (mode !== undefined) await chmod(half, mode);
        }),
    };
  } catch (thrown) {
    throw outputFailure(asked, thrown);
  }
}

interface Place {
  /** As the user named it, for errors. */
  readonly asked: string;
  readonly target: string;
  /** Of the file that stands there already. */
  readonly mode: number | undefined;
}

async function prepare(
  { asked, target, mode }: Place,
  write: (half: string) => Promise<void>,
): Promise<PreparedTarget> {
  const half = path.join(path.dirname(target), `.despatch-${randomId()}.tmp`);
  const finished = removedAtExit(half);
  const discard = async () => {
    await rm(half, { force: true });
    finished();
  };
  const orDiscard = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (thrown) {
      await discard();
      throw outputFailure(asked, thrown);
    }
  };
  await orDiscard(() => write(half));
  const replaces = mode !== undefined;
  const commit = () =>
    orDiscard(async () => {
      await replace(half, target, replaces);
      finished();
    });
  return { file: target, replaces, commit, discard };
}

/**
 * Writes a file through a temporary one in the same folder: an existing target is replaced only by the complete new
 * one, and on failure nothing is left behind.
 * @throws DespatchError as `openTarget`.
 */
export async function writeTarget(file: string, bytes: Content): Promise<void> {
  const prepared = await (await openTarget(file)).prepare(bytes);
  await prepared.commit();
  await syncFolder(path.dirname(prepared.file));
}
