/** Reading a stranger's file whole, or saying exactly why not. */
import { open, stat } from 'node:fs/promises';
import { DespatchError } from '../../shared/contract/errors.ts';
import { limits, megabytes } from './limits.ts';

/** The calls of the file system that reading makes; tests put failures in their place. */
export interface FileSystem {
  readonly open: typeof open;
  readonly stat: typeof stat;
}
const realFileSystem: FileSystem = { open, stat };

const CHUNK = 1024 * 1024;

function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : String(fault);
}

/** @param reading whether the file had already been found, so that its absence is news. */
export function fileError(file: string, fault: unknown, reading: boolean): DespatchError {
  if (fault instanceof DespatchError) return fault;
  const code = codeOf(fault);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return reading
      ? new DespatchError('input.vanished', { file, reason: 'it was removed while it was being read' })
      : new DespatchError('input.notFound', { file, reason: 'there is no such file' });
  }
  if (code === 'EISDIR') return new DespatchError('input.notAFile', { file, reason: 'it is a folder' });
  if (code === 'ESTALE') return new DespatchError('input.vanished', { file, reason: 'its drive went away' });
  const denied = code === 'EACCES' || code === 'EPERM';
  const reason = denied ? 'you have no permission to read it' : code;
  return new DespatchError('input.unreadable', { file, reason }, { cause: fault });
}

function mustBeFile(file: string, found: Awaited<ReturnType<typeof stat>>): void {
  if (found.isFile()) return;
  const reason = found.isDirectory() ? 'it is a folder' : 'it is no ordinary file';
  throw new DespatchError('input.notAFile', { file, reason });
}

/**
 * Size in bytes, without reading anything.
 * @throws DespatchError `input.notFound`, `input.notAFile`, `input.unreadable`.
 */
export async function fileSize(file: string, system: FileSystem = realFileSystem): Promise<number> {
  try {
    const found = await system.stat(file);
    mustBeFile(file, found);
    return Number(found.size);
  } catch (fault) {
    throw fileError(file, fault, false);
  }
}

/**
 * The bytes of a file that stayed the same from the first to the last.
 * @param limit in bytes; what is larger is refused before it is read.
 * @throws DespatchError `input.*`.
 */
export async function readWhole(
  file: string,
  limit: number,
  system: FileSystem = realFileSystem,
): Promise<Buffer> {
  const size = await fileSize(file, system);
  if (size > limit) throw tooLarge(file, size, limit);
  if (size === 0) throw new DespatchError('input.empty', { file, reason: 'it holds no bytes' });
  try {
    const handle = await system.open(file, 'r');
    try {
      const before = await handle.stat();
      mustBeFile(file, before);
      const chunks: Buffer[] = [];
      let total = 0;
      for (;;) {
        // One byte more than it should have, to see that it has no more.
        const room = Math.min(CHUNK, Math.max(before.size - total, 0) + 1);
        const chunk = Buffer.allocUnsafe(room);
        const { bytesRead } = await handle.read(chunk, 0, room, total);
        if (bytesRead === 0) break;
        total += bytesRead;
        if (total > limit) throw tooLarge(file, total, limit);
        chunks.push(chunk.subarray(0, bytesRead));
      }
      const after = await system.stat(file);
      if (total !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
        throw new DespatchError('input.vanished', { file, reason: 'it changed while it was being read' });
      }
      return Buffer.concat(chunks, total);
    } finally {
      await handle.close();
    }
  } catch (fault) {
    throw fileError(file, fault, true);
  }
}

function tooLarge(file: string, size: number, limit: number): DespatchError {
  const reason = `it has ${megabytes(size)}; the limit is ${megabytes(limit)}`;
  return new DespatchError('input.tooLarge', { file, reason, size, limit });
}

/** @throws DespatchError `input.tooLarge`. */
export function checkLines(file: string, lines: number): void {
  if (lines <= limits.lines) return;
  const reason = `it has ${lines} lines; the limit is ${limits.lines}`;
  throw new DespatchError('input.tooLarge', { file, reason, limit: limits.lines });
}
