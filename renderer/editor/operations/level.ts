/** Moving blocks in and out a level; what is nested under a block goes with it. */
import type { RangeSelection } from 'lexical';
import { blockRules } from '../../../shared/document/structure.ts';
import type { BlockNode } from '../nodes/block-node.ts';
import { $nestedUnder, $ownerOf } from './groups.ts';
import { $setLevel, clampLevel } from './kind.ts';
import { $selectedBlocks } from './locate.ts';

/** The blocks that change their level with this one: all that is nested under it, or none where one cannot. */
function $followers(block: BlockNode, by: 1 | -1): BlockNode[] {
  // A heading's level is its rank, not a nesting: what stands under it stays where it is.
  if (block.getState().kind === 'heading') return [];
  const nested = $nestedUnder(block).filter((child) => child.getState().kind !== 'detail');
  const allCan = nested.every((child) => {
    const { kind, level } = child.getState();
    return clampLevel(kind, level + by) === level + by;
  });
  return allCan ? nested : [];
}

/** @returns whether any block could move by `by` levels. */
export function $shiftLevel(selection: RangeSelection, by: 1 | -1): boolean {
  let moved = false;
  const done = new Set<string>();
  for (const selected of $selectedBlocks(selection)) {
    // Details have no level of their own; they stand wherever their block does.
    const block = $ownerOf(selected);
    if (done.has(block.getKey())) continue;
    done.add(block.getKey());
    const nested = $followers(block, by);
    if (!$setLevel(block, block.getState().level + by)) continue;
    moved = true;
    for (const child of nested) {
      done.add(child.getKey());
      $setLevel(child, child.getState().level + by);
    }
  }
  return moved;
}

export function hasLevels(block: BlockNode): boolean {
  const { minLevel, maxLevel } = blockRules[block.getState().kind];
  return maxLevel > minLevel;
}
