/** Putting a picture into the document. */
import { $createBlock, type BlockNode } from '../nodes/block-node.ts';
import { blankState } from '../nodes/block-state.ts';
import { $keepExempt } from '../operations/citations.ts';
import { $detailsOf, $ownerOf } from '../operations/groups.ts';
import { $roleOf, allowedKinds } from '../operations/kind.ts';
import { $blockAround, $rangeSelection } from '../operations/locate.ts';
import { $tableAround } from '../tables/grid.ts';
import type { KeptPicture } from './pictures.ts';

/** The block a picture would be put behind; null where the section with the caret takes none. */
export function $placeForPicture(block: BlockNode | null = $blockWithCaret()): BlockNode | null {
  return block && allowedKinds($roleOf(block)).includes('image') ? block : null;
}

function $blockWithCaret(): BlockNode | null {
  const node = $rangeSelection()?.focus.getNode() ?? null;
  return $tableAround(node) ?? $blockAround(node);
}

/** Behind a block and its details; in place of it where it is empty text. */
export function $insertPicture(behind: BlockNode, picture: KeptPicture): BlockNode {
  const image = { ...picture, alternativeText: '', decorative: false };
  const block = $createBlock({ ...blankState('image'), image });
  const { kind, citations, exempt } = behind.getState();
  if (kind !== 'heading' && kind !== 'field') $keepExempt(block, exempt);
  if (kind === 'text' && behind.isEmpty() && citations.length === 0) {
    behind.replace(block);
    return block;
  }
  const owner = $ownerOf(behind);
  ($detailsOf(owner).at(-1) ?? owner).insertAfter(block, false);
  return block;
}
