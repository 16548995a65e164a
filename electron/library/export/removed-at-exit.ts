/** What is on the way to somewhere, and must not stay if this process is ended before it is there. */
import { rmSync } from 'node:fs';

const unfinished = new Set<string>();

function removeAll(): void {
  for (const each of unfinished) {
    try {
      rmSync(each, { recursive: true, force: true });
    } catch {
      // The process is ending, and nobody could be told.
    }
  }
}

/** @param file or folder. @returns what to call once it is finished, or gone. */
export function removedAtExit(file: string): () => void {
  if (unfinished.size === 0) process.on('exit', removeAll);
  unfinished.add(file);
  return () => {
    unfinished.delete(file);
    if (unfinished.size === 0) process.off('exit', removeAll);
  };
}
