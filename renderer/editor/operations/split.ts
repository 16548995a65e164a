/** Enter. */
import type { RangeSelection } from 'lexical';
import type { BlockKind } from '../../../shared/document/schema.ts';
import { blockRules, sectionRules } from '../../../shared/document/structure.ts';
import { $blockSelection } from '../block-selection.ts';
import { $createBlock, type BlockNode } from '../nodes/block-node.ts';
import { bodyKindOf } from '../nodes/block-state.ts';
import { $isSection } from '../nodes/section-node.ts';
import { $splitCitations } from './citations.ts';
import { $deleteRange } from './delete-range.ts';
import { $detailsOf, $ownerOf, $rowOf } from './groups.ts';
import { $newState, $questionsAreLabelled, $roleOf, $setKind, $sideAt, allowedKinds } from './kind.ts';
import {
  $edgesOf,
  $isAtEnd,
  $isAtStart,
  $nextToFill,
  $placeCaret,
  $rangeSelection,
  $sectionOf,
  $tailAfter,
  type Edge,
} from './locate.ts';
import { $softenBlock } from './merge.ts';

/** What follows a block of this kind here: what the table says, or else what this section is made of. */
function $followingKind(block: BlockNode): BlockKind {
  const role = $roleOf(block);
  const { kind } = block.getState();
  // A list of questions goes on with questions; one among points is followed by points.
  const isList = (kind === 'question' || kind === 'label') && $questionsAreLabelled(block);
  const next = isList ? 'question' : blockRules[kind].next;
  if (role === 'unknown' || allowedKinds(role).includes(next)) return next;
  const repeating = allowedKinds(role).find((kind) => kind !== 'text' && blockRules[kind].next === kind);
  return repeating ?? sectionRules[role].fallback;
}

/** The kind of the second half of a block cut in two. */
export function $remainderKind(block: BlockNode): BlockKind {
  const owner = $ownerOf(block);
  const { kind } = owner.getState();
  return kind === 'quotation' ? kind : $followingKind(owner);
}

/**
 * A new block behind another and the details of that; it keeps the level where the kind stays or is a sibling in the
 * same list.
 */
export function $insertAfter(block: BlockNode, kind: BlockKind): BlockNode {
  const owner = $ownerOf(block);
  const { kind: own, level, exempt: withheld } = owner.getState();
  const carried = own === 'heading' ? 0 : level;
  const label = kind === 'question' && $questionsAreLabelled(owner) ? '' : null;
  const side = kind === 'attendee' ? $sideAt(owner) : null;
  // Written on behind a passage that is exempt, it is part of it until somebody says otherwise.
  const exempt = own === 'heading' || own === 'field' ? null : withheld;
  const made = $createBlock({ ...$newState(kind, carried, $sectionOf(owner)), label, side, exempt });
  ($detailsOf(owner).at(-1) ?? block).insertAfter(made, false);
  return made;
}

/** An empty block above a block whose words stay its own. */
function $insertAbove(block: BlockNode): void {
  const { kind, level, label } = block.getState();
  const plain = kind === 'heading' || kind === 'title' || kind === 'label' || bodyKindOf(block.getState());
  if (kind === 'heading' && level === 1) {
    // Nothing may stand before the heading of a section, so the space opens at the end of the one before.
    const before = $sectionOf(block)?.getPreviousSibling();
    if (!$isSection(before) || before.getState().role === 'unknown') return;
    before.append($createBlock($newState('text', 0, before)));
    return;
  }
  const made = $newState(plain ? 'text' : kind, level, $sectionOf(block));
  block.insertBefore($createBlock({ ...made, label: kind === 'question' ? label : null }), false);
}

/** What stands under a title, heading, label or block with details and waits for words. */
function $waitingBelow(block: BlockNode): BlockNode | null {
  const { kind } = block.getState();
  const [detail] = $detailsOf(block);
  if (detail) return detail.isEmpty() ? detail : null;
  if (kind !== 'title' && kind !== 'heading' && kind !== 'label') return null;
  const next = $nextToFill(block, 'next');
  if (kind === 'title') return next?.isEmpty() || next?.getState().kind === 'field' ? next : null;
  return next?.isEmpty() && $sectionOf(next)?.is($sectionOf(block)) ? next : null;
}

function $enterEmpty(block: BlockNode): void {
  if ($softenBlock(block)) return;
  $placeCaret($insertAfter(block, $followingKind(block)), 0);
}

/** The next cell; behind the last a new row; in an empty row, out of the table. */
export function $enterRow(cell: BlockNode, row: readonly BlockNode[]): void {
  const next = row[row.findIndex((each) => each.is(cell)) + 1];
  const [owner] = row;
  if (owner && row.every((each) => each.isEmpty())) {
    for (const each of row.slice(1)) each.remove();
    $setKind(owner, blockRules[owner.getState().kind].falls);
    $placeCaret(owner, 0);
  } else if (next) {
    $placeCaret(next, next.getChildrenSize());
  } else if (owner) {
    $placeCaret($insertAfter(owner, owner.getState().kind), 0);
  }
}

function $enterDetail({ block: detail, ...place }: Edge): void {
  const owner = $ownerOf(detail);
  const next = detail.getNextSibling();
  const following = $detailsOf(owner).find((each) => each.is(next));
  if (detail.isEmpty()) {
    $placeCaret($insertAfter(owner, $followingKind(owner)), 0);
    detail.remove();
  } else if (!$isAtEnd({ block: detail, ...place })) {
    $rangeSelection()?.insertLineBreak();
  } else if (following) {
    $placeCaret(following, following.getChildrenSize());
  } else {
    $placeCaret($insertAfter(owner, $followingKind(owner)), 0);
  }
}

/** Enter: the next field, cell or detail, a plainer block, or the block cut in two at the caret. */
export function $enter(selection: RangeSelection): void {
  const selected = $blockSelection()?.at(-1);
  if (selected) {
    $placeCaret(selected, selected.getChildrenSize());
    return;
  }
  if (!selection.isCollapsed()) $deleteRange(selection);
  const edge = $edgesOf(selection)?.start;
  if (!edge) return;
  const { block } = edge;
  const { kind, locked } = block.getState();
  const row = $rowOf(block);
  if (kind === 'field') {
    $placeCaret($nextToFill(block, 'next') ?? $insertAfter(block, 'text'), 0);
  } else if (row) {
    $enterRow(block, row);
  } else if (kind === 'detail') {
    $enterDetail(edge);
  } else if (block.isEmpty() && kind !== 'title') {
    $enterEmpty(block);
  } else if ($isAtEnd(edge) || bodyKindOf(block.getState()) !== null) {
    $placeCaret($waitingBelow(block) ?? $insertAfter(block, $followingKind(block)), 0);
  } else if ($isAtStart(edge)) {
    $insertAbove(block);
  } else if (locked) {
    $placeCaret($insertAfter(block, $followingKind(block)), 0);
  } else {
    const tail = $tailAfter(edge);
    const rest = $insertAfter(block, $remainderKind(block));
    rest.append(...tail);
    $splitCitations(block, rest);
    $placeCaret(rest, 0);
  }
}
