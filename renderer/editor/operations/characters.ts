/** Places in a block counted in characters, which outlive the leaves they were found in; a line break counts as one. */
import { $isTextNode } from 'lexical';
import type { BlockNode } from '../nodes/block-node.ts';
import { $placeCaret, type Edge } from './locate.ts';

/** How many characters of the block's content stand before an edge. */
export function $charactersBefore(edge: Edge): number {
  let count = 0;
  for (const [at, leaf] of edge.block.getChildren().entries()) {
    if (edge.key === edge.block.getKey() && at >= edge.offset) break;
    if (leaf.getKey() === edge.key) return count + edge.offset;
    count += leaf.getTextContentSize();
  }
  return count;
}

/** Puts the caret behind so many characters of the block, or at its end where it has fewer. */
export function $placeCaretAt(block: BlockNode, characters: number): void {
  let rest = characters;
  for (const [at, leaf] of block.getChildren().entries()) {
    const size = leaf.getTextContentSize();
    if ($isTextNode(leaf) && rest <= size) {
      leaf.select(rest, rest);
      return;
    }
    if (rest <= 0) {
      $placeCaret(block, at);
      return;
    }
    rest -= size;
  }
  $placeCaret(block, block.getChildrenSize());
}
