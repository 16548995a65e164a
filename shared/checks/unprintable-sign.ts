import { perBlock, type Rule } from './rule.ts';

/**
 * Pictures among the letters, none of which any of our fonts has (tried one by one). Other signs that no font has are
 * told when the PDF is made, by its block too; these are what people type and paste.
 */
const pictograph =
  /(?=[\u{1F000}-\u{1FAFF}])[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]/gu;

const signs = perBlock(({ text }) => [...new Set(text.match(pictograph))]);

export const unprintableSign: Rule = {
  name: 'unprintable-sign',
  *check({ blocks }) {
    for (const checked of blocks) {
      const own = signs(checked);
      if (own.length > 0) {
        yield {
          severity: 'warning',
          blockId: checked.block.id,
          message: `${own.map((sign) => `“${sign}”`).join(', ')}: no font of ours has ${own.length === 1 ? 'this sign' : 'these signs'}, so no PDF can be made. Write what is meant in words.`,
        };
      }
      yield null;
    }
  },
};
