import type { Rule } from './rule.ts';

export const missingTitle: Rule = {
  name: 'missing-title',
  *check({ blocks, anchor }) {
    if (blocks.some(({ block, empty }) => block.kind === 'title' && !empty)) return;
    yield {
      severity: 'error',
      blockId: anchor,
      message: 'The document has no title. Write one: it is also the title of the exported file.',
    };
  },
};
