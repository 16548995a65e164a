import type { Rule } from './rule.ts';

export const unreviewedRepair: Rule = {
  name: 'unreviewed-repair',
  *check({ blocks, anchor, pendingRepairs }) {
    if (pendingRepairs.length === 0) return;
    const ids = new Set(blocks.map(({ block }) => block.id));
    for (const { blockId, message } of pendingRepairs) {
      // The block was deleted since: there is nothing left to look at.
      if (blockId !== null && !ids.has(blockId)) continue;
      yield {
        severity: 'warning',
        blockId: blockId ?? anchor,
        message: `The import mended the text here and nobody has looked at it yet. ${message} Accept or undo it in the import report.`,
      };
    }
  },
};
