/** Our document → nodes. Nothing is repaired here; what arrives was parsed. */
import type { AnySection, Block } from '../../../shared/document/schema.ts';
import { $createBlock, type BlockNode } from '../nodes/block-node.ts';
import { stateOf } from '../nodes/block-state.ts';
import { $createSection, type SectionNode } from '../nodes/section-node.ts';
import { $createUnknownBlock, type UnknownBlockNode } from '../nodes/unknown-block-node.ts';
import { $layOutRows } from '../tables/grid.ts';
import { $leavesOf } from './inline.ts';

function $blockNode(block: Block): BlockNode | UnknownBlockNode {
  if (block.kind === 'unknown') return $createUnknownBlock(block);
  const node = $createBlock(stateOf(block)).append(...$leavesOf(block.content));
  if (block.kind === 'table') $layOutRows(node);
  return node;
}

export function $sectionNode(section: AnySection): SectionNode {
  const raw = section.role === 'unknown' ? section.raw : null;
  return $createSection(section.role, section.id, raw).append(...section.blocks.map($blockNode));
}
