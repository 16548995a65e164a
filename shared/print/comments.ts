/** Where the comments of a document stand on paper, for those writers that can carry them. */
import { placeThreads } from '../comments/places.ts';
import type { Thread } from '../comments/thread.ts';
import type { DespatchDocument } from '../document/schema.ts';
import type { PrintBlock, PrintEntry, PrintThread } from './blocks.ts';
import { drawnContents } from './drawn.ts';
import { printableText } from './words.ts';

interface OnPaper {
  readonly blocks: ReadonlySet<string>;
  readonly threads: ReadonlySet<string>;
}

function onPaper(blocks: readonly PrintBlock[]): OnPaper {
  const ids = new Set<string>();
  const threads = new Set<string>();
  for (const { id, content } of drawnContents(blocks)) {
    if (id !== null) ids.add(id);
    for (const run of content) {
      if ('comments' in run) for (const thread of run.comments ?? []) threads.add(thread);
    }
  }
  return { blocks: ids, threads };
}

function entriesOf({ id, author, createdAt, text, replies, anchor }: Thread, isLost: boolean): PrintEntry[] {
  // What is said about words that are gone cannot be understood without them.
  const about = isLost && anchor.quote !== null ? `On “${anchor.quote}”: ` : '';
  const first = { id, author, createdAt, text: about + text };
  return [first, ...replies].map((entry) => ({ ...entry, text: clean(entry.text) }));
}

const clean = (text: string): string => text.split(/\r?\n/u).map(printableText).join('\n');

/**
 * The threads in the order of the document. One whose words or block are not printed stands on the block nearest to
 * where it was made, or on the first: nothing that somebody said is lost.
 */
export function printThreads(
  document: DespatchDocument,
  threads: readonly Thread[],
  blocks: readonly PrintBlock[],
): PrintThread[] {
  const printed = onPaper(blocks);
  const first = blocks[0]?.id;
  if (first === undefined) return [];
  return placeThreads(document, threads).map(({ thread, on, blockId }) => {
    const stands = on === 'words' && printed.threads.has(thread.id);
    const block = blockId !== null && printed.blocks.has(blockId) ? blockId : first;
    return {
      id: thread.id,
      block: stands ? null : block,
      resolved: thread.resolved !== null,
      entries: entriesOf(thread, !stands && on !== 'block'),
    };
  });
}
