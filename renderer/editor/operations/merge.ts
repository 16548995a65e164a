/** Backspace at the start of a block and Delete at its end. No word is lost, and the earlier block's id stays. */
import { blockRules } from '../../../shared/document/structure.ts';
import { $selectBlocks } from '../block-selection.ts';
import type { BlockNode } from '../nodes/block-node.ts';
import { bodyKindOf, isHeld } from '../nodes/block-state.ts';
import { $joinCitations } from './citations.ts';
import { $detailsOf, $ownerOf, $rowOf } from './groups.ts';
import { $joinIfHeadless, $setKind, $setLevel } from './kind.ts';
import { $neighbour, $placeCaret, $sectionOf } from './locate.ts';

/** Moves the words and citations of `later` to the end of `earlier`; the caret stands where they meet. */
export function $mergeInto(earlier: BlockNode, later: BlockNode): void {
  const seam = earlier.getChildrenSize();
  $joinCitations(earlier, later);
  earlier.append(...later.getChildren());
  $removeBlock(later);
  $placeCaret(earlier, seam);
}

export function $removeBlock(block: BlockNode): void {
  const section = $sectionOf(block);
  block.remove();
  $joinIfHeadless(section);
}

/** Outdents, then falls to a plainer kind; true when either was possible. */
export function $softenBlock(block: BlockNode): boolean {
  const { kind, level } = block.getState();
  // Outdenting a sub-heading would start a new section, which nobody asks Backspace or Enter for.
  if (kind !== 'heading' && level > blockRules[kind].minLevel) return $setLevel(block, level - 1);
  const { falls } = blockRules[kind];
  return falls !== kind && $setKind(block, falls);
}

/** Whether no words may come to a block from another, nor go: it keeps its own, or is a cell of a table. */
export function $isClosed(block: BlockNode): boolean {
  const state = block.getState();
  return isHeld(state) || bodyKindOf(state) !== null || $rowOf(block) !== null;
}

function $caretAtEnd(block: BlockNode | null): void {
  if (block) $placeCaret(block, block.getChildrenSize());
}

/** @returns whether the row was empty, and so is gone. */
export function $removeEmptyRow(row: readonly BlockNode[]): boolean {
  const [owner] = row;
  const last = row.at(-1);
  if (!owner || !last || !row.every((cell) => cell.isEmpty())) return false;
  const before = $neighbour(owner, 'previous');
  const after = $neighbour(last, 'next');
  for (const cell of row) cell.remove();
  if (before) $caretAtEnd(before);
  else if (after) $placeCaret(after, 0);
  return true;
}

function $backwardInDetail(detail: BlockNode, previous: BlockNode): void {
  const isLast = $detailsOf($ownerOf(detail)).at(-1)?.is(detail) ?? true;
  if (!detail.isEmpty() && isLast) {
    $setKind(detail, blockRules.detail.falls);
  } else {
    $mergeInto(previous, detail);
  }
}

/** Backspace with the caret at the start of a block. */
export function $mergeBackward(block: BlockNode): void {
  const state = block.getState();
  const previous = $neighbour(block, 'previous');
  const row = $rowOf(block);
  if (row) {
    if (!row[0]?.is(block) || !$removeEmptyRow(row)) $caretAtEnd(previous);
    return;
  }
  if (isHeld(state)) {
    if (previous?.isEmpty() && !$isClosed(previous)) $removeBlock(previous);
    return;
  }
  if (bodyKindOf(state) !== null) {
    $selectBlocks(block, block);
    return;
  }
  if (state.kind === 'detail' && previous) {
    $backwardInDetail(block, previous);
    return;
  }
  if ($softenBlock(block) || !previous) return;
  if (!$isClosed(previous) || previous.getState().kind === 'title') $mergeInto(previous, block);
  else if (block.isEmpty()) $removeAndGoBack(block, previous);
  else if (bodyKindOf(previous.getState()) !== null) $selectBlocks(previous, previous);
  else $caretAtEnd(previous);
}

function $removeAndGoBack(block: BlockNode, previous: BlockNode): void {
  $removeBlock(block);
  $caretAtEnd(previous);
}

/** Title and fields take words that follow them; what is locked and what is a cell takes none. */
function $takesWords(block: BlockNode): boolean {
  return !block.getState().locked && $rowOf(block) === null;
}

/** Delete with the caret at the end of a block. */
export function $mergeForward(block: BlockNode): void {
  const next = $neighbour(block, 'next');
  if (!next) return;
  if (!$isClosed(block) && block.isEmpty() && $isClosed(next)) {
    $removeBlock(block);
    $placeCaret(next, 0);
  } else if ($takesWords(block) && !$isClosed(next)) {
    $mergeInto(block, next);
  } else if (bodyKindOf(next.getState()) !== null) {
    $selectBlocks(next, next);
  }
}
