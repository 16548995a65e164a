/** Adding and leaving the details of a block. */

import type { DetailName } from '../../../shared/document/schema.ts';
import { blockRules } from '../../../shared/document/structure.ts';
import { $createBlock, type BlockNode } from '../nodes/block-node.ts';
import { type BlockState, blankState } from '../nodes/block-state.ts';
import { $detailsOf, $ownerOf } from './groups.ts';

export function detailState(detail: DetailName): BlockState {
  return { ...blankState('detail'), detail };
}

/** Makes a detail under the block of this group, in the order the table names them. */
function $insertDetail(owner: BlockNode, detail: DetailName): BlockNode {
  const names = blockRules[owner.getState().kind].details?.names ?? [];
  const earlier = $detailsOf(owner).findLast((each) => {
    const name = each.getState().detail;
    return name !== null && names.indexOf(name) < names.indexOf(detail);
  });
  const made = $createBlock(detailState(detail));
  (earlier ?? owner).insertAfter(made, false);
  return made;
}

/** @returns the detail that stands under the block now, or null where the block takes no such detail. */
export function $addDetail(block: BlockNode, detail: DetailName): BlockNode | null {
  const owner = $ownerOf(block);
  const rule = blockRules[owner.getState().kind].details;
  if (rule?.form !== 'list' || !rule.names.includes(detail)) return null;
  const there = $detailsOf(owner).find((each) => each.getState().detail === detail);
  return there ?? $insertDetail(owner, detail);
}

/** @returns the new detail, or null where the block has every one it takes. */
export function $addNextDetail(block: BlockNode): BlockNode | null {
  const owner = $ownerOf(block);
  const rule = blockRules[owner.getState().kind].details;
  const present = $detailsOf(owner).map((each) => each.getState().detail);
  const missing = rule?.form === 'list' ? rule.names.find((name) => !present.includes(name)) : undefined;
  return missing === undefined ? null : $insertDetail(owner, missing);
}
