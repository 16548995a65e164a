/** Undoing one row of the import report. */
import { type Mint, plainBlock, section, withStandardFields } from '../document/build.ts';
import { withoutOrphans } from '../document/orphans.ts';
import type { AnySection, Block, DespatchDocument, Inline, KnownBlock, Section } from '../document/schema.ts';
import { blockRules, sectionRules } from '../document/structure.ts';
import { plainText } from '../document/walk.ts';
import { boundSections } from './bound.ts';
import type { ImportRow, ImportUndo } from './report.ts';
import { joinRuns, sliceRuns, textRun, trimRuns } from './runs.ts';

type Split = Extract<ImportUndo, { type: 'split' }>;
type PutBack = Extract<ImportUndo, { type: 'putBack' }>;

/** Where the first piece ends, in a text that holds the seam as a space or a line break; null where it is gone. */
function seamIn(text: string, { before, after }: Split, code: string): number | null {
  for (const seam of code === 'gatheredLines' ? ['\n', ' '] : [' ', '\n']) {
    const at = text.indexOf(before + seam + after);
    if (at >= 0) return at + before.length;
  }
  return null;
}

function split(block: KnownBlock, seam: number, undo: Split, role: Section['role'], mint: Mint): Block[] {
  const kind = sectionRules[role].blocks.includes(undo.kind) ? undo.kind : 'text';
  const { minLevel, maxLevel } = blockRules[kind];
  const level = Math.min(Math.max(undo.level, minLevel), maxLevel);
  const rest = plainBlock(mint, kind, trimRuns(sliceRuns(block.content, seam)), level);
  const between = undo.between === undefined ? [] : [textOf(undo.between, mint)];
  return [{ ...block, content: trimRuns(sliceRuns(block.content, 0, seam)) }, ...between, rest];
}

/** A block of text with a line break wherever the words have one. */
function textOf(words: string, mint: Mint): Block {
  const content = words
    .split('\n')
    .flatMap((line, at): Inline[] => [
      ...(at > 0 ? [{ type: 'break' as const }] : []),
      textRun(line, false, false),
    ]);
  return plainBlock(mint, 'text', content);
}

function putBack(block: KnownBlock, undo: PutBack, mint: Mint): Block[] {
  const text = textOf(undo.text, mint);
  return undo.place === 'before' ? [text, block] : [block, text];
}

function asText(block: KnownBlock, marker: string, mint: Mint): Block[] {
  const shown = marker === '' ? [] : [textRun(marker, false, false)];
  const text: KnownBlock = {
    id: block.id,
    kind: 'text',
    level: 0,
    content: joinRuns(shown, block.content),
    citations: block.citations,
    ...(block.exempt ? { exempt: block.exempt } : {}),
  };
  // A document has exactly one title, if an empty one.
  return block.kind === 'title' ? [plainBlock(mint, 'title', []), text] : [text];
}

/** What replaces a block; null where the undo does not apply to it. */
function replacement(block: Block, row: ImportRow, role: Section['role'], mint: Mint): Block[] | null {
  if (block.kind === 'unknown' || row.undo === null) return null;
  if (row.undo.type === 'split') {
    const seam = seamIn(plainText(block.content), row.undo, row.code);
    return seam === null ? null : split(block, seam, row.undo, role, mint);
  }
  if (block.id !== row.blockId) return null;
  if (row.undo.type === 'putBack') return putBack(block, row.undo, mint);
  if (block.kind === 'text') return null;
  return asText(block, row.undo.marker, mint);
}

/**
 * The block the row names, or, for a seam, one after it in the same section: undoing an earlier seam of the same
 * block has moved the later one into a block of its own.
 */
function undoInSection(whole: AnySection, row: ImportRow, mint: Mint): AnySection | null {
  if (whole.role === 'unknown') return null;
  const from = whole.blocks.findIndex(({ id }) => id === row.blockId);
  if (from < 0) return null;
  for (const [at, block] of whole.blocks.entries()) {
    const replaced = at < from ? null : replacement(block, row, whole.role, mint);
    if (!replaced) continue;
    const blocks = [...whole.blocks.slice(0, at), ...replaced, ...whole.blocks.slice(at + 1)];
    return { ...whole, blocks: withoutOrphans(blocks) };
  }
  return null;
}

/** A heading of level 1 stays the first of its section: what was put back before it stands in the title block. */
function headingFirst(whole: AnySection, mint: Mint): AnySection[] {
  const [first, second] = whole.blocks;
  const moved = second?.kind === 'heading' && second.level === 1 && first?.kind === 'text';
  if (!moved || whole.role === 'unknown') return [whole];
  return [section(mint, 'front', [first]), { ...whole, blocks: whole.blocks.slice(1) }];
}

/**
 * The document with one liberty of the importer taken back, every word kept and legal as before.
 * @returns null when there is nothing to undo, or the words concerned have been edited since.
 */
export function undoImportRow(
  document: DespatchDocument,
  row: ImportRow,
  mint: Mint,
): DespatchDocument | null {
  if (row.undo === null || row.blockId === null) return null;
  for (const [at, whole] of document.sections.entries()) {
    const undone = undoInSection(whole, row, mint);
    if (!undone) continue;
    const sections = [
      ...document.sections.slice(0, at),
      ...headingFirst(undone, mint),
      ...document.sections.slice(at + 1),
    ];
    const complete = withStandardFields({ ...document, sections }, mint);
    return { ...complete, sections: boundSections(complete.sections, mint) };
  }
  return null;
}
