/** Details that have lost the block they belong to become words again, label and all: nobody asked for them to go. */
import type { Block, DetailBlock, PlainBlock } from './schema.ts';
import { blockRules, detailRules } from './structure.ts';

function asText({ id, detail, content, citations }: DetailBlock): PlainBlock {
  const label = { type: 'text' as const, text: `${detailRules[detail].label}: `, bold: true as const };
  return { id, kind: 'text', level: 0, content: [label, ...content], citations };
}

/** For blocks whose parents take details as a list; those under a row are left as they stand. */
export function withoutOrphans(blocks: readonly Block[]): Block[] {
  let parent: Block | undefined;
  return blocks.map((block) => {
    if (block.kind !== 'detail') {
      parent = block;
      return block;
    }
    if (parent?.kind === 'unknown') return block;
    const taken = parent ? blockRules[parent.kind].details?.names.includes(block.detail) : false;
    if (taken) return block;
    const text = asText(block);
    parent = text;
    return text;
  });
}
