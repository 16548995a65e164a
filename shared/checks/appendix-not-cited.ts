import { appendixReferences, listedDesignation, mayCite } from './appendix-references.ts';
import type { Rule } from './rule.ts';

export const appendixNotCited: Rule = {
  name: 'appendix-not-cited',
  *check({ blocks }) {
    const cited = new Set<string>();
    for (const checked of blocks) {
      if (!mayCite(checked)) continue;
      for (const { designation } of appendixReferences(checked.text)) cited.add(designation);
    }
    for (const checked of blocks) {
      if (checked.block.kind !== 'appendix' || cited.has(listedDesignation(checked) ?? '')) continue;
      yield {
        severity: 'note',
        blockId: checked.block.id,
        message: `“Appendix ${checked.block.designation}” is listed, but no paragraph refers to it. Refer to it where it matters, or leave it out.`,
      };
    }
  },
};
