/**
 * Whether another program has a file open. Windows says so itself when the file is replaced; elsewhere replacing an
 * open file succeeds and the other program's next save quietly undoes it, so the signs are looked for beforehand.
 */
import { closeSync, constants, openSync, read, type Stats } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';

/** Bytes of the list of locks that are read: some thousand locks. */
const MOST_LOCKS = 256 * 1024;

/** The owner files that LibreOffice and Word keep beside an open document. */
function ownerFiles(file: string): string[] {
  const { dir, base, name } = path.parse(file);
  // Word keeps eight characters readable: it replaces the first two of a long name and puts its sign before a short.
  const replaced = name.length > 7 ? 2 : name.length > 6 ? 1 : 0;
  return [path.join(dir, `.~lock.${base}#`), path.join(dir, `~$${base.slice(replaced)}`)];
}

/** A device number as `/proc/locks` writes it: both halves hexadecimal, packed as glibc's `makedev` does. */
function deviceName(device: number): string {
  const bits = BigInt(device);
  const major = ((bits >> 8n) & 0xfffn) | ((bits >> 32n) & 0xfffff000n);
  const minor = (bits & 0xffn) | ((bits >> 12n) & 0xffffff00n);
  return [major, minor].map((half) => half.toString(16).padStart(2, '0')).join(':');
}

let reading: Promise<string> | null = null;

/**
 * The kernel's list of locks; empty where there is none to read. The kernel takes 10 ms to make it, so it is read in
 * another thread, in a single call, and once for all who ask meanwhile.
 */
function kernelLocks(): Promise<string> {
  reading ??= new Promise<string>((resolve) => {
    const buffer = Buffer.allocUnsafe(MOST_LOCKS);
    const descriptor = openSync('/proc/locks', 'r');
    read(descriptor, buffer, 0, buffer.length, 0, (error, length) => {
      closeSync(descriptor);
      resolve(error ? '' : buffer.toString('latin1', 0, length));
    });
  })
    .catch(() => '')
    .finally(() => {
      reading = null;
    });
  return reading;
}

/** Whether the kernel holds a write lock on this file; only Linux tells. */
async function isLocked({ dev, ino }: Stats): Promise<boolean> {
  const locks = await kernelLocks();
  const name = ` ${deviceName(dev)}:${ino} `;
  return locks.split('\n').some((line) => line.includes(' WRITE ') && line.includes(name));
}

async function isThere(file: string): Promise<boolean> {
  return access(file, constants.F_OK).then(
    () => true,
    () => false,
  );
}

/** A sign that somebody has the file open, in words; null when there is none. */
export async function signOfUse(file: string, stats: Stats): Promise<string | null> {
  const owners = ownerFiles(file);
  const [locked, ...found] = await Promise.all([isLocked(stats), ...owners.map(isThere)]);
  const owner = owners.find((_, at) => found[at]);
  if (owner !== undefined) return `its lock file ${path.basename(owner)} stands beside it`;
  return locked ? 'another program has locked it' : null;
}
