/** What belongs together: a block and its details, a block and what is nested under it, a section and its continuations. */
import { blockRules, type DetailsRule } from '../../../shared/document/structure.ts';
import { $isBlock, type BlockNode } from '../nodes/block-node.ts';
import type { BlockState } from '../nodes/block-state.ts';
import { $isSection, type SectionNode } from '../nodes/section-node.ts';
import { $blocksOf, $neighbour, $sectionOf } from './locate.ts';

export function isSectionHeading({ kind, level }: BlockState): boolean {
  return kind === 'heading' && level === 1;
}

/** The block a detail belongs to: the nearest one before it that is none. Any other block owns itself. */
export function $ownerOf(block: BlockNode): BlockNode {
  let at = block;
  while (at.getState().kind === 'detail') {
    const before = at.getPreviousSibling();
    if (!$isBlock(before)) return block;
    at = before;
  }
  return at;
}

/** The details under a block, in order; none under a detail. */
export function $detailsOf(owner: BlockNode): BlockNode[] {
  const details: BlockNode[] = [];
  if (owner.getState().kind === 'detail') return details;
  let next = owner.getNextSibling();
  for (; $isBlock(next) && next.getState().kind === 'detail'; next = next.getNextSibling())
    details.push(next);
  return details;
}

/** What the table says of the details of the group this block stands in; null where it has none. */
export function $detailsRule(block: BlockNode): DetailsRule | null {
  return blockRules[$ownerOf(block).getState().kind].details;
}

/** The cells of the row this block stands in, its owner first; null where it stands in none. */
export function $rowOf(block: BlockNode): BlockNode[] | null {
  if ($detailsRule(block)?.form !== 'row') return null;
  const owner = $ownerOf(block);
  return [owner, ...$detailsOf(owner)];
}

/** Whether the block stands in the same section as the one before it in reading order, or in a continuation of that. */
export function $flowsOn(earlier: BlockNode, later: BlockNode): boolean {
  const section = $sectionOf(earlier);
  const other = $sectionOf(later);
  if (!section || !other) return false;
  return section.is(other) || (section.getState().role === other.getState().role && !$startsPart(other));
}

/** Whether a stored section begins one that a reader sees, rather than continuing the one before it. */
export function $startsPart(section: SectionNode): boolean {
  const before = section.getPreviousSibling();
  if (!$isSection(before) || before.getState().role !== section.getState().role) return true;
  const first = $blocksOf(section)[0];
  return first !== undefined && isSectionHeading(first.getState());
}

/** The stored sections that a reader sees as one: from the one with the heading to its last continuation. */
export function $partOf(section: SectionNode): SectionNode[] {
  let first = section;
  while (!$startsPart(first)) {
    const before = first.getPreviousSibling();
    if (!$isSection(before)) break;
    first = before;
  }
  const part = [first];
  let next = first.getNextSibling();
  for (; $isSection(next) && !$startsPart(next); next = next.getNextSibling()) part.push(next);
  return part;
}

/** Whether `other`, which follows `block` and what is nested under it, is nested under it too. */
export function isNestedUnder(block: BlockState, other: BlockState): boolean {
  if (other.kind === 'detail') return true;
  if (block.kind === 'heading') return other.kind !== 'heading' || other.level > block.level;
  return other.kind !== 'heading' && other.level > block.level;
}

/** The blocks nested under this one, its details included, over the continuations of its section. */
export function $nestedUnder(block: BlockNode): BlockNode[] {
  const state = block.getState();
  const nested: BlockNode[] = [];
  if (state.kind === 'detail') return nested;
  for (let at = block; ; ) {
    const next = $neighbour(at, 'next');
    if (!next || !$flowsOn(at, next) || !isNestedUnder(state, next.getState())) return nested;
    nested.push(next);
    at = next;
  }
}
