/** What those who judge a document must know of the standing lines in it. */
import { saidByLine } from '../../../shared/lines/said.ts';
import type { LineFact } from '../../../shared/lines/standing.ts';
import type { StoredLine } from '../db/lines-repository.ts';
import type { Tables } from '../db/store.ts';

export function factOf({ line, deleted }: StoredLine): LineFact {
  const { id, title, version } = line;
  return { id, title, version, deleted, said: saidByLine(line) };
}

/** Of those of the lines that the library has. */
export function lineFacts({ lines }: Tables, ids: Iterable<string>): LineFact[] {
  return [...new Set(ids)].flatMap((id) => {
    const found = lines.find(id);
    return found ? factOf(found) : [];
  });
}
