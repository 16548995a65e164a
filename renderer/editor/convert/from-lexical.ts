/** Nodes → our document, one section at a time, because only the changed ones are worth converting. */
import type { AnySection, Block, KnownBlock, UnknownBlock } from '../../../shared/document/schema.ts';
import { $isBlock, type BlockNode } from '../nodes/block-node.ts';
import type { BlockState } from '../nodes/block-state.ts';
import type { SectionNode } from '../nodes/section-node.ts';
import { $isUnknownBlock } from '../nodes/unknown-block-node.ts';
import { $contentOf } from './inline.ts';

/** The block a state and its words make; a kind without the attribute it needs is plain text. */
function blockFrom(state: BlockState, content: KnownBlock['content']): KnownBlock {
  const { id, kind, level } = state;
  const base = { id, level, content, citations: [...state.citations] };
  if (kind === 'question') return { ...base, kind, label: state.label };
  if (kind === 'field') {
    if (state.field === null) return { ...base, kind: 'text' };
    return { ...base, kind, field: state.field, label: state.label };
  }
  if (kind === 'appendix') {
    if (state.designation === null) return { ...base, kind: 'text' };
    return { ...base, kind, designation: state.designation };
  }
  return { ...base, kind };
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
