import type { Rule } from './rule.ts';

/** WCAG 2.2, 1.1.1 and PDF/UA-1, 7.3: a picture that says something has words that say it. */
export const missingAlternativeText: Rule = {
  name: 'missing-alternative-text',
  *check({ blocks }) {
    for (const { block } of blocks) {
      if (block.kind !== 'image' || block.decorative || block.alternativeText.trim() !== '') continue;
      yield {
        severity: 'error',
        blockId: block.id,
        message:
          'The picture has no alternative text. Write in a sentence or two what it shows, or mark it as decorative.',
      };
    }
  },
};
