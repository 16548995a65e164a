/** Nodes → our document, one section at a time, because only the changed ones are worth converting. */
import type { AnySection, Block, KnownBlock, UnknownBlock } from '../../../shared/document/schema.ts';
import { $isBlock, type BlockNode } from '../nodes/block-node.ts';
import type { BlockState } from '../nodes/block-state.ts';
import type { SectionNode } from '../nodes/section-node.ts';
import { $isUnknownBlock } from '../nodes/unknown-block-node.ts';
import { $wholeState } from '../tables/grid.ts';
import { $contentOf } from './inline.ts';

/** The block a state and its words make; a kind without the attribute it needs is plain text. */
export function blockFrom(state: BlockState, content: KnownBlock['content']): KnownBlock {
  const { id, level, kind, field, label, designation, locked, side, detail, table, image, line, exempt } =
    state;
  const kept = { ...(line ? { line } : {}), ...(exempt ? { exempt } : {}) };
  const base = { id, level, content, citations: [...state.citations], ...kept };
  const text: KnownBlock = { ...base, kind: 'text' };
  switch (kind) {
    case 'question':
      return { ...base, kind, label };
    case 'field':
      return field === null ? text : { ...base, kind, field, label };
    case 'appendix':
      return designation === null ? text : { ...base, kind, designation };
    case 'attendee':
      return { ...base, kind, side: side ?? 'theirs' };
    case 'detail':
      return detail === null ? text : { ...base, kind, detail };
    case 'table':
      return table === null ? text : { ...base, kind, ...table };
    case 'image':
      return image === null ? text : { ...base, kind, ...image };
    default:
      return { ...base, kind, ...(locked ? { locked } : {}) };
  }
}

export function $blockFrom(node: BlockNode): KnownBlock {
  return blockFrom($wholeState(node), $contentOf(node.getChildren()));
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
