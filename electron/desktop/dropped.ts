/** Files that were dropped on the window: the person chose them as surely as in a dialog. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { GrantedFile } from '../../shared/contract/desktop.ts';
import type { Grants } from './grants.ts';

/** As many as `evidence.add` takes at a time. */
export const MOST_FILES = 5000;

/** @param paths empty where what was dropped is no file on a disk. */
export async function grantDropped(
  grants: Grants,
  paths: readonly string[],
): Promise<readonly (readonly GrantedFile[])[]> {
  let left = MOST_FILES;
  const dropped: (readonly GrantedFile[])[] = [];
  for (const file of paths) {
    const files = !path.isAbsolute(file) ? [] : await filesAt(file, left);
    left -= files.length;
    dropped.push(await Promise.all(files.map((each) => grants.give(each, 'read'))));
  }
  return dropped;
}

/**
 * The file itself, or every file under a folder, in the order of their names. What programs leave beside the files
 * they have open, and what a system hides, was not meant; links are not followed, because they may lead in a circle.
 */
export async function filesAt(start: string, most: number): Promise<readonly string[]> {
  // One that vanished or cannot be read is named by whoever reads it.
  const isFolder = await stat(start).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return most > 0 ? [start] : [];
  const files: string[] = [];
  const folders = [start];
  for (let folder = folders.pop(); folder !== undefined && files.length < most; folder = folders.pop()) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    const wanted = entries
      .filter(({ name }) => !name.startsWith('.') && !name.startsWith('~$'))
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
    for (const entry of wanted) {
      if (entry.isFile() && files.length < most) files.push(path.join(folder, entry.name));
    }
    folders.push(
      ...wanted
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => path.join(folder, name))
        .reverse(),
    );
  }
  return files;
}
