/** What a selection puts on the clipboard: our blocks, HTML for Word and Outlook, and plain text. */
import { $getEditor, type RangeSelection } from 'lexical';
import { citationsOfPart, wordsOf } from '../../../shared/document/citations.ts';
import { passagesOf, placedText, sliceContent } from '../../../shared/document/places.ts';
import type { DespatchDocument, KnownBlock, SectionRole } from '../../../shared/document/schema.ts';
import { printedText } from '../../../shared/print/words.ts';
import { $blocksAreSelected } from '../block-selection.ts';
import { $blockFrom } from '../convert/from-lexical.ts';
import { $withheld, marksAny } from '../exempt/withheld.ts';
import type { BlockNode } from '../nodes/block-node.ts';
import { $flowsOn, isSectionHeading } from '../operations/groups.ts';
import { $roleOf } from '../operations/kind.ts';
import { $edgesOf, $isAtStart, $selectedBlocks } from '../operations/locate.ts';
import { $cellRange } from '../tables/cells.ts';
import { $copiedCells } from './cells.ts';
import { $charactersBefore } from './characters.ts';
import { htmlOf, inlineHtml } from './html-out.ts';
import { OWN_TYPE, type OwnPart, wordsKey, writeOwn } from './own-payload.ts';
import { printedRuns, printedSelection, referenceWords } from './print-selection.ts';
import { textOf } from './text-out.ts';

interface Selected {
  readonly node: BlockNode;
  readonly block: KnownBlock;
}

/** The block with some of its words, and with the citations and the standing line that go with them. */
function partOf(block: KnownBlock, content: KnownBlock['content']): KnownBlock {
  const isAll = placedText(content).length === placedText(block.content).length;
  const { line, ...rest } = block;
  const part = { ...rest, content };
  const words = wordsOf(block);
  const citations = citationsOfPart({ citations: block.citations, words }, wordsOf(part), isAll);
  return { ...part, citations, ...(line && isAll ? { line } : {}) };
}

function $selected(selection: RangeSelection): Selected[] {
  const edges = $edgesOf(selection);
  if (!edges || selection.isCollapsed()) return [];
  const { start, end } = edges;
  const withheld = marksAny($getEditor().getEditorState()) ? $withheld() : null;
  const kept = $selectedBlocks(selection).map((node) => {
    // Parted from what it is part of, it must say itself why it is withheld.
    const exempt = withheld?.get(node.getState().id);
    const whole = { ...$blockFrom(node), ...(exempt ? { exempt } : {}) };
    const from = node.is(start.block) ? $charactersBefore(node, start) : 0;
    const to = node.is(end.block) ? $charactersBefore(node, end) : Number.POSITIVE_INFINITY;
    return { node, block: partOf(whole, sliceContent(whole.content, from, to)) };
  });
  // A selection that ends before the first character of a block does not mean that block.
  return kept.length > 1 && $isAtStart(end) && !$blocksAreSelected() ? kept.slice(0, -1) : kept;
}

/** The selected part of every selected block, in reading order. */
export function $selectedContent(selection: RangeSelection): KnownBlock[] {
  return $selected(selection).map(({ block }) => block);
}

interface MutablePart {
  readonly role: SectionRole;
  readonly headed: boolean;
  readonly blocks: KnownBlock[];
}

/** The selected blocks by the sections they stand in. */
function $selectedParts(selected: readonly Selected[]): OwnPart[] {
  const parts: MutablePart[] = [];
  const whole = selected.length > 1 || $blocksAreSelected();
  for (const [at, { node, block }] of selected.entries()) {
    const before = selected[at - 1]?.node;
    const open = parts.at(-1);
    const role = $roleOf(node);
    if (role === 'unknown') continue;
    if (open && before && $flowsOn(before, node)) open.blocks.push(block);
    else parts.push({ role, headed: whole && isSectionHeading(node.getState()), blocks: [block] });
  }
  return parts;
}

function referenceWordsIn(parts: readonly OwnPart[], document: DespatchDocument): Record<string, string> {
  const words: Record<string, string> = {};
  for (const { content } of parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) => [...passagesOf(block)]),
  )) {
    for (const inline of content) {
      if (inline.type === 'reference') words[wordsKey(inline)] = referenceWords(document, inline);
    }
  }
  return words;
}

export interface Clip {
  readonly parts: readonly OwnPart[];
  /** Pasted as blocks elsewhere; a part of one block is mere words. */
  readonly whole: boolean;
}

/** What is selected; null where nothing is. */
export function $clip(selection: RangeSelection): Clip | null {
  const range = $cellRange(selection);
  if (range) {
    if (selection.isCollapsed()) return null;
    const block = $copiedCells(selection, range);
    return { parts: [{ role: 'topic', headed: false, blocks: [block] }], whole: block.kind === 'table' };
  }
  const selected = $selected(selection);
  const [first] = selected;
  if (!first) return null;
  const isBody = first.block.kind === 'table' || first.block.kind === 'image';
  return { parts: $selectedParts(selected), whole: selected.length > 1 || isBody || $blocksAreSelected() };
}

/** @param document the whole that was copied from. @returns by media type. */
export function clipboardData(
  { parts, whole }: Clip,
  document: DespatchDocument,
): ReadonlyMap<string, string> {
  const own = writeOwn({ document: document.id, parts, words: referenceWordsIn(parts, document) });
  if (whole) {
    const printed = printedSelection(document, parts);
    return new Map([
      ['text/plain', textOf(printed)],
      ['text/html', htmlOf(printed)],
      [OWN_TYPE, own],
    ]);
  }
  const runs = parts.flatMap(({ blocks }) => blocks.map((block) => printedRuns(document, block)));
  return new Map([
    ['text/plain', runs.map(printedText).join('\n')],
    ['text/html', runs.map(inlineHtml).join('<br>')],
    [OWN_TYPE, own],
  ]);
}
