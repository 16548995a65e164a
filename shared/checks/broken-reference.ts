import { passagesOf } from '../document/places.ts';
import { printedTargets } from '../references/targets.ts';
import { referenceText } from '../references/words.ts';
import type { Rule } from './rule.ts';
import { quote } from './words.ts';

export const brokenReference: Rule = {
  name: 'broken-reference',
  *check({ document, blocks }) {
    for (const { block, text } of blocks) {
      yield null;
      for (const { cell, content } of passagesOf(block)) {
        let at = 0;
        for (const inline of content) {
          const start = at;
          at += inline.type === 'text' ? inline.text.length : 1;
          if (inline.type !== 'reference') continue;
          if (referenceText(inline, printedTargets(document)) !== null) continue;
          const where = cell === null && text.trim() !== '' ? ` in ${quote(text)}` : '';
          yield {
            severity: 'error',
            blockId: block.id,
            message: `A cross-reference${where} points at something that is no longer there, or has no number. Pick its target again, or delete it.`,
            place: { cell, start, end: at },
          };
        }
      }
    }
  },
};
