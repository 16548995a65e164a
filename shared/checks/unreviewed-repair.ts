import type { PendingRepair, Rule } from './rule.ts';
import { quote, quoteEnd } from './words.ts';

/** Where two pieces of the source were joined: `: “… immediate risk” and “of harm cases …”`. */
function seam({ original = [] }: PendingRepair): string {
  const [first] = original;
  const second = original.at(-1);
  if (!first || !second || first === second) return '.';
  const words = `: ${quoteEnd(first.text)} and ${quote(second.text, 40)}`;
  return /[.…]”$/u.test(words) ? words : `${words}.`;
}

export const unreviewedRepair: Rule = {
  name: 'unreviewed-repair',
  *check({ blocks, anchor, pendingRepairs }) {
    if (pendingRepairs.length === 0) return;
    const ids = new Set(blocks.map(({ block }) => block.id));
    for (const repair of pendingRepairs) {
      const { blockId, message } = repair;
      // The block was deleted since: there is nothing left to look at.
      if (blockId !== null && !ids.has(blockId)) continue;
      yield {
        severity: 'warning',
        blockId: blockId ?? anchor,
        message: `Nobody has looked at this repair of the import yet. ${message.replace(/\.$/u, '')}${seam(repair)} Accept or undo it in the import report.`,
      };
    }
  },
};
