import type { Rule } from './rule.ts';

/** A committee report is published and carries no marking unless its author chooses one; a brief always does. */
export const missingMarking: Rule = {
  name: 'missing-marking',
  *check({ document, anchor }) {
    if (document.kind !== 'briefing' || document.marking) return;
    yield {
      severity: 'error',
      blockId: anchor,
      message:
        'The brief has no marking. Choose OFFICIAL or OFFICIAL-SENSITIVE; it is printed at the top and bottom of every page.',
    };
  },
};
