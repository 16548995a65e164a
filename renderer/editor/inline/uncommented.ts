/** Words without their comments: a copy is another place, and a thread stands in one place only. */
import type { Inline, KnownBlock } from '../../../shared/document/schema.ts';
import { joinRuns } from '../convert/inline.ts';

function uncommented(content: readonly Inline[]): Inline[] {
  const bare = content.map((inline): Inline => {
    if (inline.type === 'break' || !inline.comments) return inline;
    const { comments: _, ...rest } = inline;
    return rest;
  });
  return joinRuns(bare);
}

export function blockWithoutComments(block: KnownBlock): KnownBlock {
  const content = uncommented(block.content);
  if (block.kind !== 'table') return { ...block, content };
  const rows = block.rows.map((row) => row.map((cell) => ({ ...cell, content: uncommented(cell.content) })));
  return { ...block, content, rows };
}
