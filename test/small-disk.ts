import { spawnSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { scratchFolder } from './scratch-folder.ts';

/** A disk of so many bytes ("64k") until the test ends; null: mounting takes root. */
export function smallDisk(size: string): string | null {
  const folder = scratchFolder();
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status !== 0) return null;
  onTestFinished(() => {
    spawnSync('umount', [folder]);
  });
  return folder;
}
