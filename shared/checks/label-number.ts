import type { CheckedBlock, Rule } from './rule.ts';
import { count, quote } from './words.ts';

const pattern = /^\s*(points?|questions?|lines?)(\s+to\s+(?:make|ask|take|raise)\b)/iu;

/** `Point to make` ↔ `Points to make`, in the author's own case. */
function other(label: string): string {
  return label.replace(pattern, (_, noun: string, rest: string) =>
    /s$/iu.test(noun) ? noun.slice(0, -1) + rest : `${noun}${noun === noun.toUpperCase() ? 'S' : 's'}${rest}`,
  );
}

function isPlural(noun: string): boolean {
  return /s$/iu.test(noun);
}

/** The questions in one block: its question marks, but at least one. */
function questionsIn(text: string): number {
  return Math.max(1, text.match(/\?+/gu)?.length ?? 0);
}

/** What stands under a label of its own line, down to the next label or numbered heading. */
function countUnder(blocks: readonly CheckedBlock[], at: number, noun: string): number {
  let found = 0;
  const wanted = /^question/iu.test(noun) ? 'question' : 'point';
  for (let next = at + 1; next < blocks.length; next += 1) {
    const checked = blocks[next];
    if (!checked || checked.section.role !== blocks[at]?.section.role) break;
    const { block, empty } = checked;
    if (block.kind === 'label' || (block.kind === 'heading' && block.level === 1)) break;
    if (block.kind === wanted && block.level === 0 && !empty) found += 1;
  }
  return found;
}

/** Questions with the run-in label, and the unlabelled ones that follow it at once. */
function countRunIn(blocks: readonly CheckedBlock[], at: number): number {
  let found = 0;
  for (let next = at; next < blocks.length; next += 1) {
    const checked = blocks[next];
    if (checked?.block.kind !== 'question' || (next > at && checked.block.label !== null)) break;
    found += questionsIn(checked.text);
  }
  return found;
}

export const labelNumber: Rule = {
  name: 'label-number',
  *check({ blocks }) {
    for (const [at, { block, text, empty }] of blocks.entries()) {
      const runIn = block.kind === 'question' && !empty;
      const label = runIn ? block.label : block.kind === 'label' ? text : null;
      const noun = label === null ? undefined : pattern.exec(label)?.[1];
      if (label === null || noun === undefined) continue;
      const found = runIn ? countRunIn(blocks, at) : countUnder(blocks, at, noun);
      if (found === 0 || isPlural(noun) === found > 1) continue;
      const thing = runIn || /^question/iu.test(noun) ? 'question' : 'point';
      yield {
        severity: runIn || isPlural(noun) ? 'note' : 'warning',
        blockId: block.id,
        message: `${quote(label)} stands over ${found === 1 ? `only one ${thing}` : count(found, thing)}. Write ${quote(other(label))}.`,
      };
    }
  },
};
