import { endsWithSource } from './inline-source.ts';
import type { Rule } from './rule.ts';
import { quote } from './words.ts';

export const quotationWithoutSource: Rule = {
  name: 'quotation-without-source',
  *check({ blocks }) {
    for (const { block, text, empty } of blocks) {
      if (block.kind !== 'quotation' || empty || block.citations.length > 0) continue;
      if (endsWithSource(text)) continue;
      yield {
        severity: 'warning',
        blockId: block.id,
        message: `The quotation ${quote(text.replace(/^[\s“”"‘’']+/u, ''))} has no link to its source. Link it to the passage it is taken from, or name the source, year and page in brackets after it.`,
      };
    }
  },
};
