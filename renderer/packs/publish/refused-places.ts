/** Where in the agenda lies what kept a pack from being written. */
import type { ErrorData } from '../../../shared/contract/errors.ts';
import { findPaper, type Items } from '../agenda/tree.ts';

export interface RefusedPlace {
  /** One line, as it was found. */
  readonly words: string;
  /** The row to go to; null: it is nowhere in the agenda. */
  readonly rowId: string | null;
  /** Of that row: "“Report of the director”", "item 4". */
  readonly name: string;
}

/**
 * Of a leak every place of the file, with the public paper whose page it is on, or else the exempt item whose words they
 * are; of papers that cannot be read every one. The same words twice on a page are one.
 * @param numbers of items, by id.
 */
export function refusedPlaces(
  { details }: ErrorData,
  items: Items,
  numbers: ReadonlyMap<string, string>,
): readonly RefusedPlace[] {
  const lines = linesOf(details['places']);
  const paperIds = String(details['paperIds'] ?? '').split('\n');
  const found = new Map<string, RefusedPlace>();
  for (const [at, words] of lines.entries()) {
    if (!found.has(words)) found.set(words, { words, ...rowOf(words, paperIds[at] ?? '', items, numbers) });
  }
  return [...found.values()];
}

function rowOf(
  words: string,
  paperId: string,
  items: Items,
  numbers: ReadonlyMap<string, string>,
): Pick<RefusedPlace, 'rowId' | 'name'> {
  const paper = findPaper(items, paperId)?.paper;
  if (paper) return { rowId: paperId, name: paper.title === '' ? 'the paper' : `“${paper.title}”` };
  const number = /\b(?:Agenda )?Item (\S+?)[),]/.exec(words)?.[1];
  const [rowId] = [...numbers].find(([, own]) => own === number) ?? [];
  return rowId === undefined ? { rowId: null, name: '' } : { rowId, name: `item ${number}` };
}

function linesOf(given: unknown): readonly string[] {
  return String(given ?? '')
    .split('\n')
    .filter((line) => line !== '');
}
