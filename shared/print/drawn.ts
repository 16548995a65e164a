/** Everything of a printed document that has words, in the order in which it is read. */
import type { PrintBlock, PrintInline } from './blocks.ts';

/** Content that a writer draws, with the id of the block it belongs to; a cell of the author's own has none. */
export function* drawnContents(
  blocks: readonly PrintBlock[],
): Generator<{ readonly id: string | null; readonly content: readonly PrintInline[] }> {
  for (const block of blocks) {
    yield block;
    if ('details' in block) yield* block.details;
    if (block.type === 'table') {
      if (block.header) yield* block.header;
      yield* block.rows.flat();
    }
  }
}
