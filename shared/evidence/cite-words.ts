/** Citing in a document that no editor holds: words of a block are found by what they say. */
import { freeCitationId } from '../document/citations.ts';
import type { Bearing, DespatchDocument, Inline, KnownBlock, TextRun } from '../document/schema.ts';
import { plainText } from '../document/walk.ts';
import type { TakenPassage } from './taken.ts';

export interface CitingPlan {
  /** Words by which the block is known; the first block that has them is meant. */
  readonly block: string;
  /** The words of the block that the passage is about; null: the whole block. */
  readonly on: string | null;
  /** Words that the citation stands in place of: "(Rest centre debrief, February 2026)". */
  readonly instead: string | null;
  readonly taken: TakenPassage;
  readonly bearing: Bearing;
}

/** @throws Error where a plan names words that are not there: plans are ours. */
export function withCitations(document: DespatchDocument, plans: readonly CitingPlan[]): DespatchDocument {
  return plans.reduce(cited, document);
}

function cited(document: DespatchDocument, plan: CitingPlan): DespatchDocument {
  let found = false;
  const sections = document.sections.map((section) => {
    if (found || section.role === 'unknown') return section;
    const at = section.blocks.findIndex(
      (block) => block.kind !== 'unknown' && plainText(block.content).includes(plan.block),
    );
    const block = section.blocks[at];
    if (!block || block.kind === 'unknown') return section;
    found = true;
    return { ...section, blocks: section.blocks.with(at, citedBlock(block, plan)) };
  });
  if (!found) throw new Error(`No block says “${plan.block}”.`);
  return { ...document, sections };
}

function citedBlock<Block extends KnownBlock>(
  block: Block,
  { on, instead, taken, bearing }: CitingPlan,
): Block {
  const id = freeCitationId('c1', new Set(block.citations.map((citation) => citation.id)));
  const kept = instead === null ? block.content : changed(block.content, instead, () => []);
  const content =
    on === null ? kept : changed(kept, on, (run) => [{ ...run, cited: [...(run.cited ?? []), id] }]);
  return { ...block, content, citations: [...block.citations, { id, ...taken, bearing }] };
}

/** The same words with the runs that say `words` changed; a run that says more is cut. */
function changed(
  content: readonly Inline[],
  words: string,
  change: (run: TextRun) => readonly Inline[],
): Inline[] {
  const start = plainText(content).indexOf(words);
  if (start === -1) throw new Error(`The block does not say “${words}”.`);
  const end = start + words.length;
  let at = 0;
  return content.flatMap((inline): readonly Inline[] => {
    const from = at;
    at += plainText([inline]).length;
    if (inline.type !== 'text' || at <= start || from >= end) return [inline];
    const { text } = inline;
    const [head, tail] = [Math.max(0, start - from), Math.min(text.length, end - from)];
    const part = (piece: string): Inline[] => (piece === '' ? [] : [{ ...inline, text: piece }]);
    return [
      ...part(text.slice(0, head)),
      ...change({ ...inline, text: text.slice(head, tail) }),
      ...part(text.slice(tail)),
    ];
  });
}
