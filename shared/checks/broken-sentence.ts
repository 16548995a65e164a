import type { BlockKind } from '../document/schema.ts';
import type { CheckedBlock, Rule } from './rule.ts';
import { quote, quoteEnd } from './words.ts';

const prose: ReadonlySet<BlockKind> = new Set([
  'point',
  'question',
  'paragraph',
  'recommendation',
  'aim',
  'text',
]);

/** `; and` at the end of a list's item is as good as a full stop. */
const finished = /(?:[.!?:;…–—)\]”"’]|[;,]\s*(?:and|or))\s*$/u;
const startsSmall = /^[\s“"‘'(]*\p{Ll}/u;
const startsCapital = /^[\s“"‘'(]*(?:\p{Lu}|\p{N})/u;

/**
 * Whether `next` carries on the sentence of `block`. Lists of lower-case phrases (`children are safeguarded`,
 * `information is shared`) and a lead-in over its sub-points look alike but are whole.
 */
function continues(block: CheckedBlock, next: CheckedBlock): boolean {
  if (finished.test(block.text) || !startsSmall.test(next.text)) return false;
  if (next.block.kind === 'text' && block.block.kind !== 'text') return true;
  return startsCapital.test(block.text) && next.block.level <= block.block.level;
}

export const brokenSentence: Rule = {
  name: 'broken-sentence',
  *check({ blocks }) {
    let before: CheckedBlock | undefined;
    for (const checked of blocks) {
      const isProse = prose.has(checked.block.kind) && !checked.empty;
      if (isProse && before && before.section.role === checked.section.role && continues(before, checked)) {
        yield {
          severity: 'warning',
          blockId: before.block.id,
          message: `The sentence stops at ${quoteEnd(before.text)} and seems to go on at ${quote(checked.text, 40)} in the next paragraph. Join the two, or finish the sentence.`,
        };
      }
      before = isProse ? checked : undefined;
    }
  },
};
