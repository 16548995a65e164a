/** Backspace at the start of a block and Delete at its end. No word is lost, and the earlier block's id stays. */
import type { Citation } from '../../../shared/document/schema.ts';
import { blockRules } from '../../../shared/document/structure.ts';
import type { BlockNode } from '../nodes/block-node.ts';
import { isFixed } from '../nodes/block-state.ts';
import { $joinIfHeadless, $setKind, $setLevel } from './kind.ts';
import { $neighbour, $placeCaret, $sectionOf } from './locate.ts';

function joinCitations(first: readonly Citation[], second: readonly Citation[]): readonly Citation[] {
  if (second.length === 0) return first;
  const known = new Set(first.map((citation) => JSON.stringify(citation)));
  return [...first, ...second.filter((citation) => !known.has(JSON.stringify(citation)))];
}

/** Moves the words and citations of `later` to the end of `earlier`; the caret stands where they meet. */
export function $mergeInto(earlier: BlockNode, later: BlockNode): void {
  const seam = earlier.getChildrenSize();
  const citations = joinCitations(earlier.getState().citations, later.getState().citations);
  if (citations !== earlier.getState().citations) earlier.setState({ citations });
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

/** Backspace with the caret at the start of a block. */
export function $mergeBackward(block: BlockNode): void {
  const state = block.getState();
  const previous = $neighbour(block, 'previous');
  if (isFixed(state)) {
    if (previous?.isEmpty() && !isFixed(previous.getState())) $removeBlock(previous);
    return;
  }
  if ($softenBlock(block)) return;
  if (previous) $mergeInto(previous, block);
}

/** Delete with the caret at the end of a block. */
export function $mergeForward(block: BlockNode): void {
  const next = $neighbour(block, 'next');
  if (!next) return;
  if (!isFixed(next.getState())) {
    $mergeInto(block, next);
  } else if (block.isEmpty() && !isFixed(block.getState())) {
    $removeBlock(block);
    $placeCaret(next, 0);
  }
}
