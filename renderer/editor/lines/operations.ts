/** Standing lines put into blocks. Everything here is called inside an update. */
import type { RangeSelection } from 'lexical';
import { blockRules } from '../../../shared/document/structure.ts';
import { blockKindFor } from '../../../shared/lines/keeping.ts';
import type { LineWords } from '../../../shared/lines/line.ts';
import { takesDetail } from '../../../shared/lines/said.ts';
import { $blockInHand, $leavesOfPart } from '../citing/operations.ts';
import { $leavesOf } from '../convert/inline.ts';
import { $commentsOf, $setComments } from '../inline/run-state.ts';
import { $createBlock, type BlockNode } from '../nodes/block-node.ts';
import { isHeld, type LineReference } from '../nodes/block-state.ts';
import { $leavesIn } from '../operations/citations.ts';
import { $addDetail } from '../operations/details.ts';
import { $detailsOf, $ownerOf } from '../operations/groups.ts';
import { $newState, $roleOf, allowedKinds } from '../operations/kind.ts';
import { $placeCaret, $rangeSelection, $sectionOf } from '../operations/locate.ts';
import type { LineToInsert } from './lines.ts';

/** Instead of what the block said. */
function $say(block: BlockNode, { content, citations }: Pick<LineWords, 'content' | 'citations'>): void {
  const commented = $commentedWords(block);
  block.clear();
  block.append(...$leavesOf(content));
  block.setState({ citations: [...citations] });
  for (const [thread, words] of commented) $comment(block, thread, words);
}

/** The words of each comment thread on a block, by its id. */
function $commentedWords(block: BlockNode): Map<string, string> {
  const words = new Map<string, string>();
  for (const leaf of $leavesIn(block)) {
    for (const id of $commentsOf(leaf)) words.set(id, (words.get(id) ?? '') + leaf.getTextContent());
  }
  return words;
}

/** On the same words where they are still there, otherwise on all: what somebody asked is not answered by new words. */
function $comment(block: BlockNode, thread: string, words: string): void {
  const text = block.getTextContent();
  const at = words.trim() === '' ? -1 : text.indexOf(words);
  const range = at === -1 ? { start: 0, end: text.length } : { start: at, end: at + words.length };
  for (const leaf of $leavesOfPart({ passage: block, ...range })) {
    $setComments(leaf, [...$commentsOf(leaf), thread]);
  }
}

/** The details of the line that the block can have, and no others. */
function $sayDetails(owner: BlockNode, details: LineWords['details']): void {
  const { kind } = owner.getState();
  const wanted = details.filter(({ detail }) => takesDetail(kind, detail));
  for (const block of $detailsOf(owner)) {
    if (!wanted.some(({ detail }) => detail === block.getState().detail)) block.remove();
  }
  for (const detail of wanted) {
    const block = $addDetail(owner, detail.detail);
    if (block) $say(block, detail);
  }
}

/** Nothing is in it that would be lost. */
function $isVacant(owner: BlockNode): boolean {
  const group = [owner, ...$detailsOf(owner)];
  return (
    !isHeld(owner.getState()) &&
    group.every((block) => block.isEmpty() && block.getState().citations.length === 0)
  );
}

/** @returns the block with the words; null where none of the kinds it could be may stand. */
export function $insertLine(
  selection: RangeSelection,
  { kind, words, line }: LineToInsert,
): BlockNode | null {
  const here = $blockInHand(selection);
  if (!here) return null;
  const at = $ownerOf(here);
  const made = blockKindFor(kind, allowedKinds($roleOf(at)));
  if (made === null) return null;
  const before = at.getState();
  const level = before.kind === made ? before.level : blockRules[made].minLevel;
  const state = { ...$newState(made, level, $sectionOf(at)), line };
  const isVacant = $isVacant(at);
  const block = isVacant ? at : $createBlock(state);
  if (isVacant) {
    for (const detail of $detailsOf(at)) detail.remove();
    at.setState({ ...state, id: before.id, exempt: before.exempt });
  } else {
    ($detailsOf(at).at(-1) ?? at).insertAfter(block, false);
  }
  $say(block, words);
  $sayDetails(block, words.details);
  $placeCaret(block, block.getChildrenSize());
  return block;
}

export function $takeLine(block: BlockNode, words: LineWords, line: LineReference): void {
  const selection = $rangeSelection();
  const group = [block, ...$detailsOf(block)];
  const hasCaret =
    selection !== null &&
    [selection.anchor, selection.focus].some((point) => {
      const node = point.getNode();
      return group.some((each) => each.is(node) || each.isParentOf(node));
    });
  $say(block, words);
  $sayDetails(block, words.details);
  block.setState({ line });
  if (hasCaret) $placeCaret(block, block.getChildrenSize());
}
