import type { Rule } from './rule.ts';

/** A committee report is published and carries no marking unless its author chooses one; a brief and a submission always do. */
export const missingMarking: Rule = {
  name: 'missing-marking',
  *check({ document, anchor }) {
    if (document.kind === 'report' || document.marking) return;
    const name = document.kind === 'briefing' ? 'brief' : 'submission';
    yield {
      severity: 'error',
      blockId: anchor,
      message: `The ${name} has no marking. Choose OFFICIAL or OFFICIAL-SENSITIVE; it is printed at the top and bottom of every page.`,
    };
  },
};
