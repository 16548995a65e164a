/** Enter. */
import type { RangeSelection } from 'lexical';
import type { BlockKind } from '../../../shared/document/schema.ts';
import { blockRules, sectionRules } from '../../../shared/document/structure.ts';
import { $createBlock, type BlockNode } from '../nodes/block-node.ts';
import { $isSection } from '../nodes/section-node.ts';
import { $deleteRange } from './delete-range.ts';
import { $newState, $questionsAreLabelled, $roleOf, allowedKinds } from './kind.ts';
import {
  $edgesOf,
  $isAtEnd,
  $isAtStart,
  $nextToFill,
  $placeCaret,
  $sectionOf,
  $tailAfter,
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
  const { kind } = block.getState();
  return kind === 'quotation' ? kind : $followingKind(block);
}

/** A new block behind another; it keeps the level where the kind stays or is a sibling in the same list. */
export function $insertAfter(block: BlockNode, kind: BlockKind): BlockNode {
  const { kind: own, level } = block.getState();
  const carried = own === 'heading' ? 0 : level;
  const label = kind === 'question' && $questionsAreLabelled(block) ? '' : null;
  const made = $createBlock({ ...$newState(kind, carried, $sectionOf(block)), label });
  block.insertAfter(made, false);
  return made;
}

/** An empty block above a block whose words stay its own. */
function $insertAbove(block: BlockNode): void {
  const { kind, level, label } = block.getState();
  const plain = kind === 'heading' || kind === 'title' || kind === 'label';
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

/** What stands under a title, heading or label and waits for words; a title block is filled in like a form. */
function $waitingBelow(block: BlockNode): BlockNode | null {
  const { kind } = block.getState();
  if (kind !== 'title' && kind !== 'heading' && kind !== 'label') return null;
  const next = $nextToFill(block, 'next');
  if (kind === 'title') return next?.isEmpty() || next?.getState().kind === 'field' ? next : null;
  return next?.isEmpty() && $sectionOf(next)?.is($sectionOf(block)) ? next : null;
}

function $enterEmpty(block: BlockNode): void {
  if ($softenBlock(block)) return;
  $placeCaret($insertAfter(block, $followingKind(block)), 0);
}

/** Enter: the next field, a plainer block, or the block cut in two at the caret. */
export function $enter(selection: RangeSelection): void {
  if (!selection.isCollapsed()) $deleteRange(selection);
  const edge = $edgesOf(selection)?.start;
  if (!edge) return;
  const { block } = edge;
  const { kind } = block.getState();
  if (kind === 'field') {
    $placeCaret($nextToFill(block, 'next') ?? $insertAfter(block, 'text'), 0);
  } else if (block.isEmpty() && kind !== 'title') {
    $enterEmpty(block);
  } else if ($isAtEnd(edge)) {
    $placeCaret($waitingBelow(block) ?? $insertAfter(block, $followingKind(block)), 0);
  } else if ($isAtStart(edge)) {
    $insertAbove(block);
  } else {
    const tail = $tailAfter(edge);
    const rest = $insertAfter(block, $remainderKind(block));
    rest.append(...tail);
    $placeCaret(rest, 0);
  }
}
