/** A standing line that was changed in the library since its words were taken, or last looked at. */
import { spelledOut } from '../lines/said.ts';
import { standingOf } from '../lines/standing.ts';
import type { CheckedBlock, Rule } from './rule.ts';
import { quote } from './words.ts';

/** Those of its details that stand right behind it. */
function detailsOf(blocks: readonly CheckedBlock[], at: number) {
  const details = [];
  for (const { block, text, section } of blocks.slice(at + 1)) {
    if (block.kind !== 'detail' || section !== blocks[at]?.section) break;
    details.push({ detail: block.detail, text });
  }
  return details;
}

export const STANDING_LINE_CHANGED = 'standing-line-changed';

export const standingLineChanged: Rule = {
  name: STANDING_LINE_CHANGED,
  *check({ blocks, evidence }) {
    if (!evidence || evidence.lines.length === 0) return;
    const lines = new Map(evidence.lines.map((line) => [line.id, line]));
    for (const [at, { block, text }] of blocks.entries()) {
      const line = block.line && lines.get(block.line.id);
      if (!block.line || !line) continue;
      const { kind } = block;
      const said = { text, details: detailsOf(blocks, at) };
      if (standingOf({ kind, version: block.line.version, said }, line) !== 'changed') continue;
      yield {
        severity: 'warning',
        blockId: block.id,
        message: `The standing line ${quote(line.title, 80)} says now ${quote(spelledOut(line.said, kind), 120)}. Take the new words, or keep these.`,
      };
    }
  },
};
