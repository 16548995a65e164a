/** Nodes → our document, one section at a time, because only the changed ones are worth converting. */
import type { AnySection, Block, KnownBlock, UnknownBlock } from '../../../shared/document/schema.ts';
import { $isBlock, type BlockNode } from '../nodes/block-node.ts';
import type { BlockState } from '../nodes/block-state.ts';
import type { SectionNode } from '../nodes/section-node.ts';
import { $isUnknownBlock } from '../nodes/unknown-block-node.ts';
import { $contentOf } from './inline.ts';

/** The block a state and its words make; a kind without the attribute it needs is plain text. */
function blockFrom(state: BlockState, content: KnownBlock['content']): KnownBlock {
  const { id, level, kind, field, label, designation } = state;
  const citations = [...state.citations];
  switch (kind) {
    case 'question':
      return { id, kind, level, content, citations, label };
    case 'field':
      if (field === null) return { id, kind: 'text', level, content, citations };
      return { id, kind, level, content, citations, field, label };
    case 'appendix':
      if (designation === null) return { id, kind: 'text', level, content, citations };
      return { id, kind, level, content, citations, designation };
    default:
      return { id, kind, level, content, citations };
  }
}

export function $blockFrom(node: BlockNode): KnownBlock {
  return blockFrom(node.getState(), $contentOf(node.getChildren()));
}

export function $sectionFrom(node: SectionNode): AnySection {
  const { id, role, raw } = node.getState();
  const children = node.getChildren();
  if (role === 'unknown') {
    const unknown: UnknownBlock[] = children.filter($isUnknownBlock).map((child) => child.getBlock());
    return { id, role, raw, blocks: unknown };
  }
  const blocks: Block[] = [];
  for (const child of children) {
    if ($isBlock(child)) blocks.push($blockFrom(child));
    else if ($isUnknownBlock(child)) blocks.push(child.getBlock());
  }
  return { id, role, blocks };
}
