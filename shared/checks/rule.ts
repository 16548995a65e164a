/** What a rule is given and what it says. A rule reads; it never changes the document. */
import type { DespatchDocument, FieldName, KnownBlock, Section } from '../document/schema.ts';
import { isEmpty } from '../document/walk.ts';
import type { EvidenceFacts } from '../evidence/facts.ts';
import { type SpokenPassage, spokenPassages } from '../evidence/spoken.ts';
import { printedTargets } from '../references/targets.ts';
import { referenceText } from '../references/words.ts';
import type { Finding } from './finding.ts';

/** A liberty the importer took that nobody has accepted or undone yet. */
export interface PendingRepair {
  /** null: it concerns the document as a whole. */
  readonly blockId: string | null;
  /** What was done, in one sentence. */
  readonly message: string;
  /** The pieces of the source, in their order, where they are known. */
  readonly original?: readonly { readonly text: string }[];
}

/** A block this version understands, with its characters and its place worked out once for all rules. */
export interface CheckedBlock {
  readonly block: KnownBlock;
  /** A line break inside the block is one newline; a reference is its words, where it has a target; the cells of a table follow its caption. */
  readonly text: string;
  /** The same, part by part, with the place of each character in the block. */
  readonly passages: readonly SpokenPassage[];
  readonly section: Section;
  /** Nothing in it, or white space only. */
  readonly empty: boolean;
}

export interface CheckContext {
  readonly document: DespatchDocument;
  /** In reading order. */
  readonly blocks: readonly CheckedBlock[];
  readonly fields: ReadonlyMap<FieldName, readonly CheckedBlock[]>;
  /** Where to point when the thing missing has no place of its own: the title, else the first block. */
  readonly anchor: string;
  readonly pendingRepairs: readonly PendingRepair[];
  /** What is known of the sources that are cited; null: nothing, and only what needs none of it is judged. */
  readonly evidence: EvidenceFacts | null;
}

export interface Rule {
  /** Stable kebab-case name. */
  readonly name: string;
  /** null says nothing: a rule that reads every word gives it after each block, where it may be interrupted. */
  check(context: CheckContext): Iterable<Omit<Finding, 'rule'> | null>;
}

/** Working out what references say costs more than reading, so that is done where there are any. */
function passagesOf(block: KnownBlock, document: DespatchDocument): SpokenPassage[] {
  return spokenPassages(block, (reference) => referenceText(reference, printedTargets(document)));
}

export function checkContext(
  document: DespatchDocument,
  pendingRepairs: readonly PendingRepair[],
  evidence: EvidenceFacts | null = null,
): CheckContext {
  const blocks: CheckedBlock[] = [];
  const fields = new Map<FieldName, CheckedBlock[]>();
  let first: string | undefined;
  let title: string | undefined;
  for (const section of document.sections) {
    for (const block of section.blocks) {
      first ??= block.id;
      // Guidance is the template's, and never leaves with the document.
      if (block.kind === 'unknown' || block.kind === 'guidance' || section.role === 'unknown') continue;
      const passages = passagesOf(block, document);
      const text = passages.map((passage) => passage.text).join('\n');
      const checked = { block, text, passages, section, empty: isEmpty(block) };
      blocks.push(checked);
      if (block.kind === 'title') title ??= block.id;
      if (block.kind === 'field') fields.set(block.field, [...(fields.get(block.field) ?? []), checked]);
    }
  }
  // A document without any block can only be pointed at as a whole.
  return { document, blocks, fields, anchor: title ?? first ?? document.id, pendingRepairs, evidence };
}

/**
 * Remembers what was read of a block for as long as the block lives. Blocks are replaced, never changed, so checking
 * again after a keystroke reads one of them.
 * @param read may depend on the block and its text only.
 */
export function perBlock<T>(read: (checked: CheckedBlock) => T): (checked: CheckedBlock) => T {
  const known = new WeakMap<KnownBlock, { readonly text: string; readonly found: T }>();
  return (checked) => {
    const before = known.get(checked.block);
    // The words of a reference change with its target.
    if (before && before.text === checked.text) return before.found;
    const found = read(checked);
    known.set(checked.block, { text: checked.text, found });
    return found;
  };
}
