/** Deleting whole blocks, with their details. Title and fields are emptied, what is locked stays. */
import type { BlockNode } from '../nodes/block-node.ts';
import { isFixed } from '../nodes/block-state.ts';
import { $detailsOf, $rowOf } from './groups.ts';
import { $neighbour, $placeCaret } from './locate.ts';
import { $removeBlock } from './merge.ts';

/** What goes when these go: details with their block, and of a row of which the first cell stays only the words. */
function $expand(blocks: readonly BlockNode[]): BlockNode[] {
  const going = new Map<string, BlockNode>();
  for (const block of blocks) {
    for (const each of [block, ...$detailsOf(block)]) going.set(each.getKey(), each);
  }
  return [...going.values()];
}

/** @returns whether anything was deleted or emptied. */
export function $deleteBlocks(blocks: readonly BlockNode[]): boolean {
  const going = $expand(blocks);
  const keys = new Set(going.map((block) => block.getKey()));
  const [first] = going;
  const last = going.at(-1);
  if (!first || !last) return false;
  const after = $neighbour(last, 'next');
  const before = $neighbour(first, 'previous');
  let changed = false;
  let kept: BlockNode | null = null;
  for (const block of going) {
    const state = block.getState();
    const row = state.kind === 'detail' ? $rowOf(block) : null;
    if (state.locked) {
      kept ??= block;
    } else if (isFixed(state) || (row?.[0] && !keys.has(row[0].getKey()))) {
      changed = changed || !block.isEmpty();
      block.clear();
      kept ??= block;
    } else {
      $removeBlock(block);
      changed = true;
    }
  }
  if (kept) $placeCaret(kept, kept.getChildrenSize());
  else if (after?.isAttached()) $placeCaret(after, 0);
  else if (before?.isAttached()) $placeCaret(before, before.getChildrenSize());
  return changed;
}
