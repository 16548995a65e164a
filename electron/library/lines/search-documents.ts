/** What was written before: search over the words of all documents. */
import type { CallContext, CallInput, CallOutput } from '../../../shared/contract/calls.ts';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { parseSection } from '../../../shared/document/parse.ts';
import { blockText } from '../../../shared/document/walk.ts';
import { matchOf, parseQuery } from '../../../shared/evidence/query.ts';
import { wordsToKeep } from '../../../shared/lines/keeping.ts';
import { detailsUnder } from '../../../shared/lines/said.ts';
import type { Store, Tables } from '../db/store.ts';
import { parseStored } from '../db/stored-json.ts';
import type { FoundBlock, WordsOfBlock } from '../db/used-words-repository.ts';
import { snippetOf } from '../evidence/search-snippet.ts';

type Hit = CallOutput<'documents.search'>['hits'][number];

/** @throws DespatchError `call.cancelled`, `library.*` */
export async function searchDocuments(
  store: Store,
  { query: text, limit }: CallInput<'documents.search'>,
  context: CallContext,
): Promise<CallOutput<'documents.search'>> {
  const { query } = parseQuery(text);
  const match = query === null ? false : matchOf(query);
  if (typeof match !== 'string') return { hits: [], more: false };
  // What was saved since the last search is then not found; better than nothing at all.
  if (!store.readOnly) await readAgain(store, context);
  return store.read((tables) => {
    const found = tables.usedWords.find(match, limit + 1);
    return {
      hits: found.slice(0, limit).flatMap((each) => hitOf(tables, each) ?? []),
      more: found.length > limit,
    };
  });
}

/** Documents that were saved since the last search, each in a transaction of its own, so that saving can go between. */
async function readAgain(store: Store, { signal, progress }: CallContext): Promise<void> {
  const stale = store.read(({ usedWords }) => usedWords.stale());
  for (const [at, document] of stale.entries()) {
    if (signal.aborted) throw new DespatchError('call.cancelled');
    store.write(({ usedWords }) => usedWords.readAgain(document, wordsIn));
    progress((at + 1) / stale.length, 'Reading documents');
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Guidance is the template's, and nobody has said it. What a newer version wrote is not read. */
function wordsIn(body: string): WordsOfBlock[] {
  return parseSection(parseStored(body), 0).blocks.flatMap((block) => {
    if (block.kind === 'unknown' || block.kind === 'guidance') return [];
    const text = blockText(block);
    return text.trim() === '' ? [] : { blockId: block.id, text };
  });
}

function hitOf(tables: Tables, { documentId, sectionId, blockId, marked }: FoundBlock): Hit | null {
  const row = tables.documents.find(documentId);
  const body = tables.documents.section(documentId, sectionId);
  if (!row || body === undefined) return null;
  const { blocks } = parseSection(body, 0);
  const at = blocks.findIndex(({ id }) => id === blockId);
  const block = blocks[at];
  if (!block || block.kind === 'unknown') return null;
  return {
    documentId,
    title: row.title,
    kind: row.kind,
    updatedAt: row.updatedAt,
    sectionId,
    blockId,
    blockKind: block.kind,
    // What a reference means stands in the other document.
    words: wordsToKeep({ block, details: detailsUnder(blocks, at) }, () => ''),
    snippet: snippetOf(marked),
  };
}
