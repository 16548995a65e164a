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
  /** The withheld block whose words they are, where it stands in a document written here; null: it does not. */
  readonly passage: { readonly paperId: string; readonly blockId: string } | null;
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
  const passagePapers = String(details['passagePapers'] ?? '').split('\n');
  const passageBlocks = String(details['passageBlocks'] ?? '').split('\n');
  const found = new Map<string, RefusedPlace>();
  for (const [at, words] of lines.entries()) {
    if (found.has(words)) continue;
    const paperId = passagePapers[at] ?? '';
    const passage = findPaper(items, paperId) ? { paperId, blockId: passageBlocks[at] ?? '' } : null;
    found.set(words, { words, ...rowOf(words, paperIds[at] ?? '', items, numbers), passage });
  }
  return [...found.values()];
}

function rowOf(
  words: string,
  paperId: string,
  items: Items,
  numbers: ReadonlyMap<string, string>,
): Omit<RefusedPlace, 'words' | 'passage'> {
  const paper = findPaper(items, paperId)?.paper;
  if (paper) return { rowId: paperId, name: paper.title === '' ? 'the paper' : `“${paper.title}”` };
  const [, word, number] = /\b(Item|Tab) (\S+?)[),]/.exec(words) ?? [];
  const [rowId] = [...numbers].find(([, own]) => own === number) ?? [];
  return rowId === undefined
    ? { rowId: null, name: '' }
    : { rowId, name: `${word?.toLowerCase()} ${number}` };
}

function linesOf(given: unknown): readonly string[] {
  return String(given ?? '')
    .split('\n')
    .filter((line) => line !== '');
}
