import { perBlock, type Rule } from './rule.ts';
import { quote } from './words.ts';

/** Words that English properly doubles: "had had", "that that". */
const doubled = new Set(['had', 'that']);
const twice = /(?<![\p{L}\p{N}’'-])(\p{L}+)[ \t\u00a0]+(\1)(?![\p{L}\p{N}’'-])/giu;

/** Each pair once. The second word is lower case: two capitals are a name (Baden Baden). */
const repeats = perBlock(({ text }) => {
  const found = new Map<string, string>();
  for (const [words, , second = ''] of text.matchAll(twice)) {
    if (second === second.toLowerCase() && !doubled.has(second) && !found.has(second))
      found.set(second, words);
  }
  return [...found.values()];
});

export const repeatedWord: Rule = {
  name: 'repeated-word',
  *check({ blocks }) {
    for (const checked of blocks) {
      for (const words of repeats(checked)) {
        yield {
          severity: 'warning',
          blockId: checked.block.id,
          message: `${quote(words)}: the word stands twice. Delete one.`,
        };
      }
      yield null;
    }
  },
};
