import type { Rule } from './rule.ts';
import { quote } from './words.ts';

/** Words that English properly doubles: "had had", "that that". */
const doubled = new Set(['had', 'that']);

export const repeatedWord: Rule = {
  name: 'repeated-word',
  *check({ blocks }) {
    for (const { block, text } of blocks) {
      const reported = new Set<string>();
      // The second word is lower case: two capitals are a name (Baden Baden).
      for (const found of text.matchAll(
        /(?<![\p{L}\p{N}’'-])(\p{L}+)[ \t\u00a0]+(\p{Ll}+)(?![\p{L}\p{N}’'-])/gu,
      )) {
        const [words, first = '', second = ''] = found;
        if (first.toLowerCase() !== second || doubled.has(second) || reported.has(second)) continue;
        reported.add(second);
        yield {
          severity: 'warning',
          blockId: block.id,
          message: `${quote(words)}: the word stands twice. Delete one.`,
        };
      }
    }
  },
};
