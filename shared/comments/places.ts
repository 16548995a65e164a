/** Where the threads of a document stand in it now. */
import type { DespatchDocument, Inline } from '../document/schema.ts';
import { plainText } from '../document/walk.ts';
import { printedTargets } from '../references/targets.ts';
import { referenceText } from '../references/words.ts';
import type { Thread } from './thread.ts';

export interface PlacedThread {
  readonly thread: Thread;
  /** words: on characters that bear its id; block: on a whole block; gone: what it was said about is deleted. */
  readonly on: 'words' | 'block' | 'gone';
  /** The block to go to: where its first words stand now; null where all is gone. */
  readonly blockId: string | null;
  /** The words, or those of the block, that it stands on now; of words that are gone, as they were. */
  readonly words: string;
}

interface Found {
  readonly order: number;
  readonly blockId: string;
  readonly words: string;
}

/** In the order of the document, those whose words are gone last; of one place the oldest first. */
export function placeThreads(document: DespatchDocument, threads: readonly Thread[]): PlacedThread[] {
  if (threads.length === 0) return [];
  const { runs, blocks } = read(document);
  return threads
    .map((thread) => {
      const { blockId, quote } = thread.anchor;
      const onWords = runs.get(thread.id);
      const block = blocks.get(blockId);
      if (onWords)
        return { order: onWords.order, placed: { thread, on: 'words', ...pick(onWords) } as const };
      if (quote === null && block !== undefined) {
        return { order: block.order, placed: { thread, on: 'block', blockId, words: block.words } as const };
      }
      // The place where the words were is still worth a visit.
      const near = block === undefined ? null : blockId;
      return {
        order: Number.POSITIVE_INFINITY,
        placed: { thread, on: 'gone', blockId: near, words: quote ?? '' } as const,
      };
    })
    .sort((a, b) =>
      a.order === b.order
        ? a.placed.thread.createdAt.localeCompare(b.placed.thread.createdAt)
        : a.order - b.order,
    )
    .map(({ placed }) => placed);
}

function pick({ blockId, words }: Found) {
  return { blockId, words };
}

/** @returns for each thread the words that bear its id, and for each block its place. */
function read(document: DespatchDocument) {
  const runs = new Map<string, Found>();
  const blocks = new Map<string, { order: number; words: string }>();
  let order = 0;
  for (const section of document.sections) {
    for (const block of section.blocks) {
      order += 1;
      blocks.set(block.id, { order, words: block.kind === 'unknown' ? '' : plainText(block.content) });
      if (block.kind === 'unknown') continue;
      note(runs, block.content, block.id, order, document);
      if (block.kind !== 'table') continue;
      for (const cell of block.rows.flat()) note(runs, cell.content, block.id, order, document);
    }
  }
  return { runs, blocks };
}

function note(
  runs: Map<string, Found>,
  content: readonly Inline[],
  blockId: string,
  order: number,
  document: DespatchDocument,
): void {
  for (const inline of content) {
    if (inline.type === 'break' || !inline.comments) continue;
    const text =
      inline.type === 'text' ? inline.text : (referenceText(inline, printedTargets(document)) ?? '…');
    for (const id of inline.comments) {
      const found = runs.get(id) ?? { order, blockId, words: '' };
      runs.set(id, { ...found, words: found.words + text });
    }
  }
}
