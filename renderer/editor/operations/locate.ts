/** Finding blocks and places in them. A block holds leaves only, so a place is a leaf or a gap between leaves. */
import {
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type LexicalNode,
  type NodeKey,
  type PointType,
  type RangeSelection,
} from 'lexical';
import { $isBlock, type BlockNode } from '../nodes/block-node.ts';
import type { BlockState } from '../nodes/block-state.ts';
import { $isSection, type SectionNode } from '../nodes/section-node.ts';

/** A place in the words of a block: within the text node `key`, or among the block's leaves where `key` is its own. */
export interface Edge {
  readonly block: BlockNode;
  readonly key: NodeKey;
  readonly offset: number;
}

export function $blockAround(node: LexicalNode | null): BlockNode | null {
  for (let at = node; at !== null; at = at.getParent()) if ($isBlock(at)) return at;
  return null;
}

export function $sectionOf(block: BlockNode): SectionNode | null {
  const parent = block.getParent();
  return $isSection(parent) ? parent : null;
}

export function $blocksOf(section: SectionNode): BlockNode[] {
  return section.getChildren().filter($isBlock);
}

/** The nearest block after (or before) this one in reading order, across sections. */
export function $neighbour(block: BlockNode, direction: 'next' | 'previous'): BlockNode | null {
  const step = (node: LexicalNode) =>
    direction === 'next' ? node.getNextSibling() : node.getPreviousSibling();
  const sibling = step(block);
  // Nothing crosses a part that a newer version wrote.
  if (sibling !== null) return $isBlock(sibling) ? sibling : null;
  const section = $sectionOf(block);
  for (let other = section && step(section); other; other = step(other)) {
    if (!$isSection(other)) continue;
    const child = direction === 'next' ? other.getFirstChild() : other.getLastChild();
    if (child !== null) return $isBlock(child) ? child : null;
  }
  return null;
}

/** The next (or previous) block somebody writes in when filling in a form: guidance, labels and headings with words are passed over. */
export function $nextToFill(block: BlockNode, direction: 'next' | 'previous'): BlockNode | null {
  let at = $neighbour(block, direction);
  const isWritten = ({ kind }: BlockState) => kind === 'label' || kind === 'heading' || kind === 'guidance';
  while (at !== null && isWritten(at.getState()) && !at.isEmpty()) at = $neighbour(at, direction);
  return at ?? $neighbour(block, direction);
}

export function $rangeSelection(): RangeSelection | null {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? selection : null;
}

function startOf(block: BlockNode): Edge {
  return { block, key: block.getKey(), offset: 0 };
}

function endOf(block: BlockNode): Edge {
  return { block, key: block.getKey(), offset: block.getChildrenSize() };
}

/** The block nearest to a point between blocks: the one behind it, or else the one before it. */
function $edgeBetweenBlocks(point: PointType, side: 'start' | 'end'): Edge | null {
  const container = point.getNode();
  if (!$isElementNode(container)) return null;
  const flat = container.getChildren().flatMap((child, at) => {
    const inside = $isSection(child) ? $blocksOf(child) : [child].filter($isBlock);
    return inside.map((block) => ({ block, at }));
  });
  const behind = flat.find(({ at }) => at >= point.offset)?.block;
  const before = flat.findLast(({ at }) => at < point.offset)?.block;
  if (side === 'start') return behind ? startOf(behind) : before ? endOf(before) : null;
  return before ? endOf(before) : behind ? startOf(behind) : null;
}

export function $edgeAt(point: PointType, side: 'start' | 'end'): Edge | null {
  const block = $blockAround(point.getNode());
  if (block) return { block, key: point.key, offset: point.offset };
  return $edgeBetweenBlocks(point, side);
}

/** Both ends of a selection in reading order; null where it touches no block. */
export function $edgesOf(selection: RangeSelection): { start: Edge; end: Edge } | null {
  const backward = selection.isBackward();
  const start = $edgeAt(backward ? selection.focus : selection.anchor, 'start');
  const end = $edgeAt(backward ? selection.anchor : selection.focus, 'end');
  return start && end ? { start, end } : null;
}

/** The first leaf at or after an edge, with the offset in it; null at the end of the block. */
function $leafAfter(edge: Edge): { leaf: LexicalNode; offset: number } | null {
  if (edge.key === edge.block.getKey()) {
    const leaf = edge.block.getChildAtIndex(edge.offset);
    return leaf && { leaf, offset: 0 };
  }
  const leaf = $getNodeByKey(edge.key);
  return leaf && { leaf, offset: edge.offset };
}

/** The leaves after an edge, the text under it split in two. */
export function $tailAfter(edge: Edge): LexicalNode[] {
  const place = $leafAfter(edge);
  if (!place) return [];
  const { leaf, offset } = place;
  if (!$isTextNode(leaf) || offset === 0) return [leaf, ...leaf.getNextSiblings()];
  if (offset >= leaf.getTextContentSize()) return leaf.getNextSiblings();
  const [, right] = leaf.splitText(offset);
  return right ? [right, ...right.getNextSiblings()] : [];
}

export function $isAtStart(edge: Edge): boolean {
  if (edge.key === edge.block.getKey()) return edge.offset === 0;
  const leaf = $getNodeByKey(edge.key);
  return edge.offset === 0 && leaf !== null && leaf.getPreviousSibling() === null;
}

export function $isAtEnd(edge: Edge): boolean {
  if (edge.key === edge.block.getKey()) return edge.offset >= edge.block.getChildrenSize();
  const leaf = $getNodeByKey(edge.key);
  return leaf !== null && leaf.getNextSibling() === null && edge.offset >= leaf.getTextContentSize();
}

/** Puts the caret in the gap before the leaf at `index`, with the format of the words it touches. */
export function $placeCaret(block: BlockNode, index: number): void {
  const before = index > 0 ? block.getChildAtIndex(index - 1) : null;
  const after = block.getChildAtIndex(index);
  const selection = $isTextNode(before)
    ? before.select()
    : $isTextNode(after)
      ? after.select(0, 0)
      : block.select(index, index);
  const touched = $isTextNode(before) ? before : $isTextNode(after) ? after : null;
  selection.format = touched ? touched.getFormat() : 0;
  selection.style = '';
}

/** The blocks a selection touches, in reading order. */
export function $selectedBlocks(selection: RangeSelection): BlockNode[] {
  const edges = $edgesOf(selection);
  if (!edges) return [];
  const blocks = [edges.start.block];
  for (let at: BlockNode | null = edges.start.block; at && !at.is(edges.end.block); ) {
    at = $neighbour(at, 'next');
    if (at) blocks.push(at);
  }
  return blocks;
}

export function $sections(): SectionNode[] {
  return $getRoot().getChildren().filter($isSection);
}

export function $spansBlocks(selection: RangeSelection): boolean {
  const edges = $edgesOf(selection);
  return edges !== null && !edges.start.block.is(edges.end.block);
}
