/** Word lists as files: one word to a line, `#` begins a remark. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** What a department puts into the library folder for all its authors. */
export const SHARED_LIST = 'words.txt';

const MOST_BYTES = 4_000_000;

/** @returns the words of the file; none where it is absent, unreadable or absurdly large. */
export function readWordList(file: string): ReadonlySet<string> {
  try {
    if (statSync(file).size > MOST_BYTES) return new Set();
    const lines = readFileSync(file, 'utf8').split(/\r?\n/u);
    return new Set(
      lines
        .map((line) => line.replace(/#.*$/u, '').trim().replaceAll('’', "'"))
        .filter((word) => word !== ''),
    );
  } catch {
    return new Set();
  }
}

/** The shared list of a library, read anew when the file has changed. */
export function sharedList(folder: string): () => ReadonlySet<string> {
  const file = path.join(folder, SHARED_LIST);
  let stamp = '';
  let words: ReadonlySet<string> = new Set();
  return () => {
    const found = statSync(file, { throwIfNoEntry: false });
    const now = found ? `${found.mtimeMs} ${found.size}` : '';
    if (now !== stamp) {
      words = found ? readWordList(file) : new Set();
      stamp = now;
    }
    return words;
  };
}
