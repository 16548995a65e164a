/** Pasting: words into the block with the caret, blocks behind it. */
import type { LexicalNode, RangeSelection } from 'lexical';
import type { BlockKind, SectionRole } from '../../../shared/document/schema.ts';
import { blockRules, sectionRules } from '../../../shared/document/structure.ts';
import { $leavesOf } from '../convert/inline.ts';
import { $createBlock, type BlockNode } from '../nodes/block-node.ts';
import { type BlockState, isFixed } from '../nodes/block-state.ts';
import { $deleteRange } from '../operations/delete-range.ts';
import { $newState, $roleOf, allowedKinds, clampLevel } from '../operations/kind.ts';
import { $edgesOf, $placeCaret, $rangeSelection, $sectionOf, $tailAfter } from '../operations/locate.ts';
import { $insertAfter, $remainderKind } from '../operations/split.ts';
import type { Fragment } from './fragment.ts';

interface Target {
  readonly block: BlockNode;
  readonly role: SectionRole | 'unknown';
  readonly $isFree: (id: string) => boolean;
}

/** The kind that a list pasted at this block is made of: its own where that makes lists, or else its section's. */
function $listKind({ block, role }: Target): BlockKind {
  const makesLists = (kind: BlockKind) => kind !== 'text' && blockRules[kind].next === kind;
  const { kind } = block.getState();
  if (makesLists(kind)) return kind;
  return allowedKinds(role).find(makesLists) ?? (role === 'unknown' ? 'text' : sectionRules[role].fallback);
}

/** Plain lines continue what stands at the caret, unless that is something a document has but once. */
function lineKind(block: BlockNode): BlockKind {
  const { kind } = block.getState();
  return blockRules[kind].next === kind || kind === 'quotation' ? kind : 'text';
}

function $stateFor(fragment: Fragment, target: Target): BlockState {
  const { origin } = fragment;
  const section = $sectionOf(target.block);
  if ('role' in origin) {
    if (origin.role === 'item') {
      const kind = $listKind(target);
      // Paragraphs are numbered through the document: a list among them belongs one level below.
      return $newState(kind, origin.level + (kind === 'paragraph' ? 1 : 0), section);
    }
    if (origin.role === 'heading' && allowedKinds(target.role).includes('heading')) {
      return $newState('heading', 2, section);
    }
    return $newState(lineKind(target.block), target.block.getState().level, section);
  }
  if (isFixed(origin)) return { ...$newState('text', 0, section), citations: origin.citations };
  const id = target.$isFree(origin.id) ? origin.id : '';
  return { ...origin, id, level: clampLevel(origin.kind, origin.level) };
}

/** Whether a fragment insists on being a block, rather than words at the caret. */
function isBlockLike(fragment: Fragment): boolean {
  const { origin } = fragment;
  return 'role' in origin ? origin.role !== 'line' : origin.kind !== 'text' && !isFixed(origin);
}

/** Puts words where the caret is: before the leaves of `tail`, which stood behind it. */
function $insertWords(block: BlockNode, fragment: Fragment, tail: readonly LexicalNode[]): void {
  block.splice(block.getChildrenSize() - tail.length, 0, $leavesOf(fragment.content));
}

/** Makes a block of every fragment, in order behind `last`. @returns the last one. */
function $insertBlocks(target: Target, last: BlockNode, fragments: readonly Fragment[]): BlockNode {
  let at = last;
  for (const fragment of fragments) {
    const made = $createBlock($stateFor(fragment, target)).append(...$leavesOf(fragment.content));
    at.insertAfter(made, false);
    at = made;
  }
  return at;
}

/** Blocks pasted into the middle of a block part it in two; at its start they go before it. */
function $insertBetween(target: Target, fragments: readonly Fragment[], tail: readonly LexicalNode[]): void {
  const { block } = target;
  const headSize = block.getChildrenSize() - tail.length;
  if (headSize > 0 || tail.length === 0 || isFixed(block.getState())) {
    const last = $insertBlocks(target, block, fragments);
    if (tail.length > 0) $insertAfter(last, $remainderKind(block)).append(...tail);
    $placeCaret(last, last.getChildrenSize());
    return;
  }
  const [first, ...others] = fragments;
  if (!first) return;
  const made = $createBlock($stateFor(first, target)).append(...$leavesOf(first.content));
  block.insertBefore(made, false);
  const last = $insertBlocks(target, made, others);
  $placeCaret(last, last.getChildrenSize());
}

/** A run of plain words takes on the format it is put into, as when a spelling is corrected inside bold words. */
function $insertPlain({ origin, content }: Fragment): boolean {
  const [run, ...more] = content;
  const plain = run?.type === 'text' && !run.bold && !run.italic && more.length === 0;
  if (!plain || !('role' in origin) || origin.role !== 'line') return false;
  $rangeSelection()?.insertText(run.text);
  return true;
}

/**
 * Pastes fragments over the selection.
 * @param $isFree whether no block bears an id, so that cut blocks come back as themselves.
 */
export function $insertFragments(
  selection: RangeSelection,
  fragments: readonly Fragment[],
  $isFree: (id: string) => boolean,
): void {
  if (!selection.isCollapsed()) $deleteRange(selection);
  const edge = $edgesOf(selection)?.start;
  const [first, ...others] = fragments;
  if (!edge || !first) return;
  if (others.length === 0 && $insertPlain(first)) return;
  const { block } = edge;
  const target: Target = { block, role: $roleOf(block), $isFree };
  if (target.role === 'unknown') return;
  const tail = $tailAfter(edge);
  const asBlocks = isBlockLike(first);
  const takesOver = asBlocks && block.isEmpty() && !isFixed(block.getState());
  if (asBlocks && !takesOver && others.length > 0) {
    $insertBetween(target, fragments, tail);
    return;
  }
  if (takesOver) block.setState({ ...$stateFor(first, target), id: block.getState().id });
  $insertWords(block, first, tail);
  const last = $insertBlocks(target, block, others);
  if (!last.is(block)) last.append(...tail);
  $placeCaret(last, last.getChildrenSize() - tail.length);
}
