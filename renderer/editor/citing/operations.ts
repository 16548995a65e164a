/** Citing for a block or for words of it. Everything here is called inside an update, or a read where it changes nothing. */
import { $isTextNode, type LexicalNode, type RangeSelection } from 'lexical';
import { freeCitationId, sameCitation } from '../../../shared/document/citations.ts';
import { placedText } from '../../../shared/document/places.ts';
import type { Bearing, Citation } from '../../../shared/document/schema.ts';
import type { TakenPassage } from '../../../shared/evidence/taken.ts';
import { $blocksAreSelected } from '../block-selection.ts';
import { $charactersBefore } from '../clipboard/characters.ts';
import { $contentOf } from '../convert/inline.ts';
import { $passageAround, type PassageNode } from '../inline/passages.ts';
import { $isReference } from '../inline/reference-node.ts';
import { $citedOf, $setCited } from '../inline/run-state.ts';
import { blockName } from '../marks/words.ts';
import { $isBlock, type BlockNode } from '../nodes/block-node.ts';
import { $leavesIn } from '../operations/citations.ts';
import { $edgeAt, $selectedBlocks } from '../operations/locate.ts';
import { $cellRange } from '../tables/cells.ts';
import { $tableAround } from '../tables/grid.ts';
import { $cellsBetween } from '../tables/operations.ts';
import type { AttachOutcome, WordsInHand } from './citing.ts';
import { figureAt } from './figure-at.ts';

/** Words of one passage. */
interface Part {
  readonly passage: PassageNode;
  readonly start: number;
  readonly end: number;
}
interface Words extends WordsInHand {
  readonly parts: readonly Part[];
}

/** The block with the caret, or the one in whose cells it is. */
export function $blockInHand(selection: RangeSelection): BlockNode | null {
  return $edgeAt(selection.focus, 'end')?.block ?? $tableAround(selection.focus.getNode());
}

function $textOf(passage: PassageNode): string {
  return placedText($contentOf(passage.getChildren()));
}

function $wholePassage(passage: PassageNode): Part {
  return { passage, start: 0, end: $textOf(passage).length };
}

/** The part without the blanks at its ends; null where nothing else is in it. */
function trimmed(text: string, { passage, start, end }: Part): Part | null {
  const words = text.slice(start, end);
  if (words.trim() === '') return null;
  return {
    passage,
    start: start + words.length - words.trimStart().length,
    end: end - words.length + words.trimEnd().length,
  };
}

/**
 * What is selected in one block short of all of it, the figure at the caret, or the cell around it.
 * @param figures false: no figure is looked for, which takes longer than all the rest.
 */
export function $wordsInHand(selection: RangeSelection, figures = true): Words | null {
  if ($blocksAreSelected()) return null;
  const range = $cellRange(selection);
  if (range && !range.inOneCell) {
    const cells = $cellsBetween(range.place.grid, range.from, range.to).flat();
    const parts = cells.map($wholePassage).filter(({ start, end }) => end > start);
    return parts.length === 0
      ? null
      : { from: 'selection', parts, text: parts.map(({ passage }) => $textOf(passage)).join(', ') };
  }
  const passage = $passageAround(selection.anchor.getNode());
  if (!passage || !$passageAround(selection.focus.getNode())?.is(passage)) return null;
  const text = $textOf(passage);
  const places = [selection.anchor, selection.focus].map((point) => $charactersBefore(passage, point));
  const [start, end] = [Math.min(...places), Math.max(...places)];
  const whole = trimmed(text, { passage, start: 0, end: text.length });
  const $words = (from: Words['from'], part: Part): Words => ({
    from,
    text: text.slice(part.start, part.end),
    parts: [part],
  });
  if (start === end) {
    const figure = figures ? figureAt(text, start) : null;
    if (figure) return $words('figure', { passage, ...figure });
    return whole && !$isBlock(passage) ? $words('cell', whole) : null;
  }
  const part = trimmed(text, { passage, start, end });
  if (!part || !whole) return null;
  const isAll = part.start === whole.start && part.end === whole.end;
  return isAll && $isBlock(passage) ? null : $words('selection', part);
}

/** The runs and references of a part, cut at its ends; the selection stays where it is. */
export function $leavesOfPart({ passage, start, end }: Part): LexicalNode[] {
  const leaves: LexicalNode[] = [];
  let at = 0;
  for (const leaf of passage.getChildren()) {
    const size = leaf.getTextContentSize();
    const from = Math.max(0, start - at);
    const to = Math.min(size, end - at);
    at += size;
    if (to <= from) continue;
    if ($isReference(leaf)) leaves.push(leaf);
    if (!$isTextNode(leaf)) continue;
    const cuts = [from, to].filter((cut) => cut > 0 && cut < size);
    const pieces = cuts.length === 0 ? [leaf] : leaf.splitText(...cuts);
    const piece = pieces[from > 0 ? 1 : 0];
    if (piece) leaves.push(piece);
  }
  return leaves;
}

/** Why nothing can be cited for a block, as a sentence; null where something can. */
export function $whyNotCite(block: BlockNode): string | null {
  const { kind, level } = block.getState();
  if (kind === 'guidance') return 'Guidance is never exported, so it needs no evidence.';
  if (kind === 'title' || kind === 'label') {
    const name = blockName(kind, level).toLocaleLowerCase('en-GB');
    return `A ${name} says nothing that evidence could bear out. Put the caret in a point or a paragraph.`;
  }
  return block.isEmpty() ? 'There are no words here yet that evidence could bear out.' : null;
}

/** Words of the block that bear a citation. */
export function $wordsCited(block: BlockNode, citationId: string): string | null {
  const leaves = $leavesIn(block).filter((leaf) => $citedOf(leaf).includes(citationId));
  return leaves.length === 0 ? null : placedText($contentOf(leaves));
}

function $citationOf(block: BlockNode, citation: Omit<Citation, 'id'>, wanted: string): Citation {
  const taken = new Set(block.getState().citations.map(({ id }) => id));
  return { id: freeCitationId(wanted, taken), ...citation };
}

/** Whether the block is cited for with these very words of a source, whatever their bearing. */
function $hasWhole(block: BlockNode, citation: Citation): boolean {
  return block
    .getState()
    .citations.some(
      (each) =>
        sameCitation({ ...each, bearing: citation.bearing }, citation) &&
        $wordsCited(block, each.id) === null,
    );
}

const ALREADY = 'These words of the source are cited here already.';

/** @param id for the new citation, where the block has none of that id. */
export function $attachToBlock(
  block: BlockNode,
  { evidenceId, edition, locator }: Pick<Citation, 'evidenceId' | 'edition' | 'locator'>,
  bearing: Bearing,
  id: string,
): AttachOutcome {
  const refusal = $whyNotCite(block);
  if (refusal !== null) return { refusal };
  const citation = $citationOf(block, { evidenceId, edition, bearing, locator }, id);
  if ($hasWhole(block, citation)) return { refusal: ALREADY };
  block.setState({ citations: [...block.getState().citations, citation] });
  return { blockId: block.getState().id, citationId: citation.id, words: null, blocks: 1 };
}

/** @param stays whether the first block keeps it too. */
export function $carryOver(
  from: BlockNode,
  citationId: string,
  to: BlockNode,
  stays: boolean,
  id: string,
): AttachOutcome {
  const citation = from.getState().citations.find((each) => each.id === citationId);
  if (!citation) return { refusal: 'The citation is not here any more.' };
  if (from.is(to)) return { refusal: ALREADY };
  const { id: _id, bearing, ...taken } = citation;
  const outcome = $attachToBlock(to, taken, bearing, id);
  if (!stays && 'blockId' in outcome) $changeCitation(from, citationId, () => null);
  return outcome;
}

function $attachToWords(
  block: BlockNode,
  words: Words,
  { evidenceId, edition, locator }: TakenPassage,
  bearing: Bearing,
  id: string,
): AttachOutcome {
  const refusal = $whyNotCite(block);
  if (refusal !== null) return { refusal };
  const citation = $citationOf(block, { evidenceId, edition, bearing, locator }, id);
  const leaves = words.parts.flatMap($leavesOfPart);
  const same = block
    .getState()
    .citations.filter((each) => sameCitation({ ...each, bearing }, citation))
    .map((each) => each.id);
  if (same.some((each) => leaves.every((leaf) => $citedOf(leaf).includes(each)))) return { refusal: ALREADY };
  block.setState({ citations: [...block.getState().citations, citation] });
  for (const leaf of leaves) $setCited(leaf, [...$citedOf(leaf), citation.id]);
  return { blockId: block.getState().id, citationId: citation.id, words: words.text, blocks: 1 };
}

/** @param mint makes an id for a citation; for each block another may be asked for. */
export function $attach(
  selection: RangeSelection,
  taken: TakenPassage,
  { bearing, onWords }: { readonly bearing: Bearing; readonly onWords: boolean },
  mint: () => string,
): AttachOutcome {
  const block = $blockInHand(selection);
  if (!block) return { refusal: 'Put the caret in the block that the evidence is for.' };
  const selected = $selectedBlocks(selection);
  const words = onWords ? $wordsInHand(selection) : null;
  if (words) return $attachToWords(block, words, taken, bearing, mint());
  if (selected.length <= 1) return $attachToBlock(block, taken, bearing, mint());
  const outcomes = selected.map((each) => $attachToBlock(each, taken, bearing, mint()));
  const done = outcomes.filter((outcome) => 'blockId' in outcome);
  const [first] = done;
  return first ? { ...first, blocks: done.length } : (outcomes[0] ?? { refusal: ALREADY });
}

/** @returns whether the block has this citation. */
export function $changeCitation(
  block: BlockNode,
  citationId: string,
  change: (citation: Citation) => Citation | null,
): boolean {
  const { citations } = block.getState();
  if (!citations.some(({ id }) => id === citationId)) return false;
  block.setState({
    citations: citations.flatMap((each) => (each.id === citationId ? (change(each) ?? []) : [each])),
  });
  return true;
}
