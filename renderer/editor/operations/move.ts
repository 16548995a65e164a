/** Moving a block, with what is nested under it, up or down within its section. */
import type { RangeSelection } from 'lexical';
import { $isBlock, type BlockNode } from '../nodes/block-node.ts';
import { $nestedUnder } from './level.ts';
import { $selectedBlocks } from './locate.ts';

function isSectionHeading(block: BlockNode): boolean {
  const { kind, level } = block.getState();
  return kind === 'heading' && level === 1;
}

/** The blocks that move together: those selected in one section, and what is nested under the last of them. */
function $moving(selection: RangeSelection): BlockNode[] {
  const [first, ...rest] = $selectedBlocks(selection);
  if (!first || isSectionHeading(first)) return [];
  const parent = first.getParent();
  const chosen = [first, ...rest.filter((block) => block.getParent()?.is(parent))];
  const last = chosen.at(-1);
  const nested = chosen.length === 1 && last ? $nestedUnder(last) : [];
  return [...chosen, ...nested];
}

/** The block that the moving ones jump over when they go up: the sibling before them, past what is nested in it. */
function $landmarkAbove(first: BlockNode): BlockNode | null {
  const { kind, level } = first.getState();
  let at = first.getPreviousSibling();
  while ($isBlock(at)) {
    const state = at.getState();
    if (isSectionHeading(at)) return null;
    const nestedInSibling =
      kind === 'heading'
        ? state.kind !== 'heading' || state.level > level
        : state.kind !== 'heading' && state.level > level;
    const before = at.getPreviousSibling();
    if (!nestedInSibling || !$isBlock(before) || isSectionHeading(before)) return at;
    at = before;
  }
  return null;
}

/** @returns whether there was anywhere to go. */
export function $moveBlocks(selection: RangeSelection, direction: 'up' | 'down'): boolean {
  const moving = $moving(selection);
  const first = moving[0];
  const last = moving.at(-1);
  if (!first || !last) return false;
  if (direction === 'up') {
    const landmark = $landmarkAbove(first);
    if (!landmark) return false;
    for (const block of moving) landmark.insertBefore(block, false);
    return true;
  }
  const next = last.getNextSibling();
  if (!$isBlock(next)) return false;
  let landmark: BlockNode = next;
  if (next.getState().kind !== 'heading' || first.getState().kind === 'heading') {
    landmark = $nestedUnder(next).at(-1) ?? next;
  }
  for (const block of moving.toReversed()) landmark.insertAfter(block, false);
  return true;
}
