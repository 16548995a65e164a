/** Undoing one row of the import report. */
import { type Mint, plainBlock, withStandardFields } from '../document/build.ts';
import type { AnySection, Block, DespatchDocument, Inline, KnownBlock, Section } from '../document/schema.ts';
import { blockRules, sectionRules } from '../document/structure.ts';
import { plainText } from '../document/walk.ts';
import { boundSections } from './bound.ts';
import type { ImportRow, ImportUndo } from './report.ts';
import { joinRuns, sliceRuns, textRun, trimRuns } from './runs.ts';

type Split = Extract<ImportUndo, { type: 'split' }>;
type PutBack = Extract<ImportUndo, { type: 'putBack' }>;

/** Where the first piece ends, in a text that holds the seam as a space or a line break; null where it is gone. */
function seamIn(text: string, { before, after }: Split): number | null {
  for (const seam of [' ', '\n']) {
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
  // A heading of level 1 must stay the first of its section.
  const first = undo.place === 'before' && !(block.kind === 'heading' && block.level === 1);
  return first ? [text, block] : [block, text];
}

function asText(block: KnownBlock, marker: string, mint: Mint): Block[] {
  const shown = marker === '' ? [] : [textRun(marker, false, false)];
  const text: KnownBlock = {
    id: block.id,
    kind: 'text',
    level: 0,
    content: joinRuns(shown, block.content),
    citations: block.citations,
  };
  // A document has exactly one title, if an empty one.
  return block.kind === 'title' ? [plainBlock(mint, 'title', []), text] : [text];
}

/** What replaces a block; null where the undo does not apply to it. */
function replacement(block: Block, row: ImportRow, role: Section['role'], mint: Mint): Block[] | null {
  if (block.kind === 'unknown' || row.undo === null) return null;
  if (row.undo.type === 'split') {
    const seam = seamIn(plainText(block.content), row.undo);
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
function undoInSection(section: AnySection, row: ImportRow, mint: Mint): AnySection | null {
  if (section.role === 'unknown') return null;
  const from = section.blocks.findIndex(({ id }) => id === row.blockId);
  if (from < 0) return null;
  for (const [at, block] of section.blocks.entries()) {
    const replaced = at < from ? null : replacement(block, row, section.role, mint);
    if (!replaced) continue;
    const blocks = [...section.blocks.slice(0, at), ...replaced, ...section.blocks.slice(at + 1)];
    return { ...section, blocks };
  }
  return null;
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
  for (const [at, section] of document.sections.entries()) {
    const undone = undoInSection(section, row, mint);
    if (!undone) continue;
    const sections = [...document.sections.slice(0, at), undone, ...document.sections.slice(at + 1)];
    const complete = withStandardFields({ ...document, sections }, mint);
    return { ...complete, sections: boundSections(complete.sections, mint) };
  }
  return null;
}
