import type { CheckedBlock, Rule } from './rule.ts';
import { quote } from './words.ts';

function finding({ block, text }: CheckedBlock) {
  return {
    severity: 'warning' as const,
    blockId: block.id,
    message: `Nothing stands under ${quote(text)}. Write the text or delete the ${block.kind}.`,
  };
}

/** A heading is filled by text below it or below one of its sub-headings; a label only by what follows at once. */
export const emptySection: Rule = {
  name: 'empty-section',
  *check({ blocks }) {
    let open: CheckedBlock[] = [];
    let role: string | undefined;
    for (const checked of blocks) {
      const { block, section, empty } = checked;
      if (section.role !== role) {
        yield* open.map(finding);
        open = [];
        role = section.role;
      }
      // An empty field is the business of the `missing-…` rules.
      if (empty && block.kind !== 'heading' && block.kind !== 'field') continue;
      if (block.kind === 'heading' || block.kind === 'label') {
        const level = block.kind === 'label' ? 4 : block.level;
        const keeps = ({ block: other }: CheckedBlock) => other.kind === 'heading' && other.level < level;
        // A label over sub-headings ("Points to make", then "Risks at home") is filled by what stands below them.
        const waits = ({ block: other }: CheckedBlock) =>
          other.kind === 'label' && block.kind === 'heading' && block.level > 1;
        yield* open.filter((other) => !keeps(other) && !waits(other)).map(finding);
        open = open.filter((other) => keeps(other) || waits(other));
        if (!empty) open.push(checked);
      } else {
        open = [];
      }
    }
    yield* open.map(finding);
  },
};
