/** Files that nobody can read, for tests that run as root, whom no mode keeps out. */
import { spawnSync } from 'node:child_process';
import { onTestFinished } from 'vitest';

/** A file of the system that may be written and never read; null where there is none. */
function unreadable(): string | null {
  const find = ['/sys', '-type', 'f', '-perm', '0200', '-print', '-quit'];
  return spawnSync('find', find, { encoding: 'utf8' }).stdout.trim() || null;
}

/** Puts one file before another until the test ends. @returns whether it may. */
export function cover(file: string, by: string): boolean {
  if (spawnSync('mount', ['--bind', by, file]).status !== 0) return false;
  onTestFinished(() => uncover(file));
  return true;
}

/** Nobody can read the file until the test ends, or `uncover`. @returns whether that can be had here. */
export function lock(file: string): boolean {
  const by = unreadable();
  return by !== null && cover(file, by);
}

export function uncover(file: string): void {
  spawnSync('umount', ['-l', file]);
}
