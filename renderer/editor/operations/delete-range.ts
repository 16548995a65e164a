/** Deleting what is selected. Title and fields are emptied, never removed; the rest closes up around the gap. */
import type { RangeSelection } from 'lexical';
import type { BlockNode } from '../nodes/block-node.ts';
import { isFixed } from '../nodes/block-state.ts';
import { $edgesOf, $isAtStart, $placeCaret, $selectedBlocks, $tailAfter } from './locate.ts';
import { $mergeInto, $removeBlock } from './merge.ts';

/** @returns false when nothing was selected. */
export function $deleteRange(selection: RangeSelection): boolean {
  const edges = $edgesOf(selection);
  if (!edges || selection.isCollapsed()) return false;
  const blocks = $selectedBlocks(selection);
  const { start, end } = edges;
  const atStart = $isAtStart(start);
  const kept = $tailAfter(end);
  const keptKeys = new Set(kept.map((leaf) => leaf.getKey()));
  for (const leaf of $tailAfter(start)) if (!keptKeys.has(leaf.getKey())) leaf.remove();

  if (start.block.is(end.block)) {
    $placeCaret(start.block, start.block.getChildrenSize() - kept.length);
    return true;
  }
  for (const leaf of end.block.getChildren()) if (!keptKeys.has(leaf.getKey())) leaf.remove();
  $closeUp(start.block, end.block, atStart);
  for (const block of blocks.slice(1, -1)) {
    if (isFixed(block.getState())) block.clear();
    else $removeBlock(block);
  }
  return true;
}

/** Joins the two ends of a deleted range; each keeps its own id where its own words are left. */
function $closeUp(first: BlockNode, last: BlockNode, firstIsGone: boolean): void {
  const seam = first.getChildrenSize();
  const firstFixed = isFixed(first.getState());
  const lastFixed = isFixed(last.getState());
  if (firstIsGone && !firstFixed && (lastFixed || !last.isEmpty())) {
    $removeBlock(first);
    $placeCaret(last, 0);
  } else if (last.isEmpty() && !lastFixed) {
    $removeBlock(last);
    $placeCaret(first, seam);
  } else if (!firstFixed && !lastFixed) {
    $mergeInto(first, last);
  } else {
    $placeCaret(first, seam);
  }
}
