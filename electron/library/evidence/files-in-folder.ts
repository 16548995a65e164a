import { promises } from 'node:fs';
import path from 'node:path';

/** A folder with more is no collection of sources. */
const MOST_FILES = 50_000;
const DEEPEST = 30;

/** What programs keep beside the files that are open in them, and what is not finished. */
const passing =
  /^(?:\.|~\$|~.*\.tmp$|thumbs\.db$|desktop\.ini$)|\.(?:tmp|temp|part|partial|crdownload|download|lock|lck|swp|bak)$/i;

/**
 * The files in a folder and those below it, in the order of their names; hidden ones, and those that programs keep for
 * a moment only, are left out. Links are not followed: they may lead back.
 * @returns absolute if the folder is.
 * @throws what the system says of the folder itself; one below it that cannot be read is passed over.
 */
export async function filesInFolder(folder: string): Promise<string[]> {
  const files: string[] = [];
  await collect(folder, 0, files);
  return files;
}

async function collect(folder: string, depth: number, files: string[]): Promise<void> {
  const entries = await promises.readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (files.length >= MOST_FILES) return;
    if (passing.test(entry.name)) continue;
    const inside = path.join(folder, entry.name);
    if (entry.isFile()) files.push(inside);
    else if (entry.isDirectory() && depth < DEEPEST)
      await collect(inside, depth + 1, files).catch(() => undefined);
  }
}
