/** Deleting what is selected. Title and fields are emptied, never removed; the rest closes up around the gap. */
import type { LexicalNode, RangeSelection } from 'lexical';
import { $blockSelection } from '../block-selection.ts';
import type { BlockNode } from '../nodes/block-node.ts';
import { bodyKindOf, isHeld } from '../nodes/block-state.ts';
import { $rowOf } from './groups.ts';
import { $edgesOf, $isAtEnd, $isAtStart, $placeCaret, $selectedBlocks, $tailAfter } from './locate.ts';
import { $mergeInto, $removeBlock, $removeEmptyRow } from './merge.ts';
import { $deleteBlocks } from './remove-blocks.ts';

/** @returns false when nothing was selected. */
export function $deleteRange(selection: RangeSelection): boolean {
  const whole = $blockSelection();
  if (whole) {
    $deleteBlocks(whole);
    return true;
  }
  const edges = $edgesOf(selection);
  if (!edges || selection.isCollapsed()) return false;
  const blocks = $selectedBlocks(selection);
  const { start, end } = edges;
  const atStart = $isAtStart(start);
  const isOne = start.block.is(end.block);
  const covered = new Set(blocks.slice(1, -1).map((block) => block.getKey()));
  if (atStart) covered.add(start.block.getKey());
  if ($isAtEnd(end)) covered.add(end.block.getKey());
  // A row goes as a whole or stays as a whole; a table goes only where it was in the middle of what was selected.
  const $stays = (block: BlockNode) =>
    isHeld(block.getState()) ||
    (bodyKindOf(block.getState()) !== null && !covered.has(block.getKey())) ||
    ($rowOf(block)?.some((cell) => !covered.has(cell.getKey())) ?? false);
  const staying = new Set(blocks.filter($stays).map((block) => block.getKey()));

  const kept = $tailAfter(end);
  const keptKeys = new Set(kept.map((leaf) => leaf.getKey()));
  const $cut = (block: BlockNode, leaves: readonly LexicalNode[]) => {
    if (block.getState().locked) return;
    for (const leaf of leaves) if (!keptKeys.has(leaf.getKey())) leaf.remove();
  };
  $cut(start.block, $tailAfter(start));
  if (isOne) {
    $placeCaret(start.block, start.block.getChildrenSize() - kept.length);
    return true;
  }
  $cut(end.block, end.block.getChildren());
  $closeUp(start.block, end.block, atStart, (block) => staying.has(block.getKey()));
  for (const block of blocks.slice(1, -1)) {
    if (!staying.has(block.getKey())) $removeBlock(block);
    else if (!block.getState().locked) block.clear();
  }
  const row = start.block.isAttached() && !staying.has(start.block.getKey()) ? $rowOf(start.block) : null;
  if (row) $removeEmptyRow(row);
  return true;
}

/** Joins the two ends of a deleted range; each keeps its own id where its own words are left. */
function $closeUp(
  first: BlockNode,
  last: BlockNode,
  firstIsGone: boolean,
  stays: (block: BlockNode) => boolean,
): void {
  const seam = first.getChildrenSize();
  if (firstIsGone && !stays(first) && (stays(last) || !last.isEmpty())) {
    $removeBlock(first);
    $placeCaret(last, 0);
  } else if (last.isEmpty() && !stays(last)) {
    $removeBlock(last);
    $placeCaret(first, seam);
  } else if (!stays(first) && !stays(last)) {
    $mergeInto(first, last);
  } else {
    $placeCaret(first, seam);
  }
}
