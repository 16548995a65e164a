/** Adding a field that the document does not have yet. */
import type { FieldName } from '../../../shared/document/schema.ts';
import { $createBlock, type BlockNode } from '../nodes/block-node.ts';
import { blankState } from '../nodes/block-state.ts';
import { $detailsOf, $ownerOf } from './groups.ts';
import { $blocksOf, $sections } from './locate.ts';

/** @returns the field of this name: the one there is, or a new one behind the block. */
export function $addField(block: BlockNode, field: FieldName): BlockNode {
  const present = $sections()
    .flatMap($blocksOf)
    .find((each) => each.getState().field === field);
  if (present) return present;
  const made = $createBlock({ ...blankState('field'), field });
  const owner = $ownerOf(block);
  ($detailsOf(owner).at(-1) ?? owner).insertAfter(made, false);
  return made;
}
