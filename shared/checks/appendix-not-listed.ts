import { appendixReferences, listedDesignation, mayCite } from './appendix-references.ts';
import type { Rule } from './rule.ts';

export const appendixNotListed: Rule = {
  name: 'appendix-not-listed',
  *check({ blocks }) {
    const known = new Set(blocks.map(listedDesignation));
    for (const checked of blocks) {
      if (!mayCite(checked)) continue;
      for (const { word, designation } of appendixReferences(checked.text)) {
        if (known.has(designation)) continue;
        known.add(designation);
        yield {
          severity: 'error',
          blockId: checked.block.id,
          message: `“${word} ${designation}” is cited here but is not in the list of appendices. Add it to the list, or correct the reference.`,
        };
      }
    }
  },
};
