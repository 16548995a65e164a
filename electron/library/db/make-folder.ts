import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder and those above it that are missing, one by one: Node's recursive `mkdirSync` never returns where
 * the system answers ENOENT under a folder that exists, as in /proc.
 * @param mode of the folders it makes.
 * @returns those it made, the innermost first.
 */
export function makeFolder(folder: string, mode: number): string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  const above = path.dirname(folder);
  const made = above === folder ? [] : makeFolder(above, mode);
  try {
    mkdirSync(folder, { mode });
    return [folder, ...made];
  } catch (error) {
    // Another process may have been faster.
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return made;
    removeEmpty(made);
    throw error;
  }
}

/** Removes folders that are empty; one that is not, because somebody else uses it by now, stays. */
export function removeEmpty(folders: readonly string[]): void {
  try {
    for (const folder of folders) rmdirSync(folder);
  } catch {
    // What cannot be removed does no harm.
  }
}
