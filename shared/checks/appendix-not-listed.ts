import { printedTargets } from '../references/targets.ts';
import { appendixReferences, listedDesignation, mayCite } from './appendix-references.ts';
import type { CheckContext, Rule } from './rule.ts';

/** An annex of a brief is a section, and bears the letter that its place gives it. */
function annexes({ document }: CheckContext): string[] {
  if (!document.sections.some(({ role }) => role === 'annex')) return [];
  return [...printedTargets(document).values()].flatMap(({ kind, number }) =>
    kind === 'annex' && number !== null ? [number.toUpperCase()] : [],
  );
}

export const appendixNotListed: Rule = {
  name: 'appendix-not-listed',
  *check(context) {
    const known = new Set([...context.blocks.map(listedDesignation), ...annexes(context)]);
    for (const checked of context.blocks) {
      if (!mayCite(checked)) continue;
      for (const { word, designation } of appendixReferences(checked.text)) {
        if (known.has(designation)) continue;
        known.add(designation);
        yield {
          severity: 'error',
          blockId: checked.block.id,
          message: `“${word} ${designation}” is cited here, but no appendix or annex bears that name. Add it, or correct the reference.`,
        };
      }
    }
  },
};
