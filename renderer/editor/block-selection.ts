/**
 * Whole blocks selected, rather than words. It is a selection of words from the start of the first block to the end of
 * the last, so that copying, dragging and undo know it already; kept here is only that blocks are meant, for as long
 * as the selection stays the one that was made.
 */
import { $getEditor, $getNodeByKey, type LexicalEditor, type NodeKey } from 'lexical';
import { $isBlock, type BlockNode } from './nodes/block-node.ts';
import { $detailsOf, $partOf } from './operations/groups.ts';
import {
  $blocksOf,
  $edgesOf,
  $isAtEnd,
  $isAtStart,
  $neighbour,
  $rangeSelection,
  $sectionOf,
  $sections,
  $selectedBlocks,
} from './operations/locate.ts';

interface Meant {
  /** Where the selection was begun, and the block that Shift+arrows move. */
  readonly anchor: NodeKey;
  readonly head: NodeKey;
  readonly first: NodeKey;
  readonly last: NodeKey;
}

const meant = new WeakMap<LexicalEditor, Meant>();

function $block(key: NodeKey): BlockNode | null {
  const node = $getNodeByKey(key);
  return $isBlock(node) && node.isAttached() ? node : null;
}

/** Call inside an update or read with the editor. */
export function $blocksAreSelected(): boolean {
  const held = meant.get($getEditor());
  const selection = $rangeSelection();
  const edges = held && selection ? $edgesOf(selection) : null;
  return (
    !!held &&
    edges?.start.block.getKey() === held.first &&
    edges.end.block.getKey() === held.last &&
    $isAtStart(edges.start) &&
    $isAtEnd(edges.end)
  );
}

/** The selected blocks in reading order; null where words are selected, or nothing is. */
export function $blockSelection(): BlockNode[] | null {
  const selection = $rangeSelection();
  return selection && $blocksAreSelected() ? $selectedBlocks(selection) : null;
}

/** From now on words are meant again, as after a click. */
export function forgetBlockSelection(editor: LexicalEditor): void {
  meant.delete(editor);
}

/** Selects every block from one to another, with the details under the last. */
export function $selectBlocks(anchor: BlockNode, head: BlockNode): void {
  const backward = head.isBefore(anchor);
  const first = backward ? head : anchor;
  const end = backward ? anchor : head;
  const last = $detailsOf(end).at(-1) ?? end;
  const selection = first.select();
  const [start, stop] = backward ? [selection.focus, selection.anchor] : [selection.anchor, selection.focus];
  start.set(first.getKey(), 0, 'element');
  stop.set(last.getKey(), last.getChildrenSize(), 'element');
  meant.set($getEditor(), {
    anchor: anchor.getKey(),
    head: head.getKey(),
    first: first.getKey(),
    last: last.getKey(),
  });
}

/** Shift+Up and Shift+Down. @returns false where no blocks are selected. */
export function $extendBlockSelection(direction: 'next' | 'previous'): boolean {
  const held = meant.get($getEditor());
  const anchor = held && $block(held.anchor);
  const head = held && $block(held.head);
  if (!$blocksAreSelected() || !anchor || !head) return false;
  let next = $neighbour(head, direction);
  // Downwards the details of the block are selected with it already.
  while (direction === 'next' && next && $detailsOf(head).some((detail) => detail.is(next))) {
    next = $neighbour(next, 'next');
  }
  if (next) $selectBlocks(anchor, next);
  return true;
}

/** Up and Down: the selection goes on to the next block. @returns false where no blocks are selected. */
export function $stepBlockSelection(direction: 'next' | 'previous'): boolean {
  const selected = $blockSelection();
  if (!selected) return false;
  const edge = direction === 'next' ? selected.at(-1) : selected[0];
  const next = edge && $neighbour(edge, direction);
  const target = next ?? edge;
  if (target) $selectBlocks(target, target);
  return true;
}

/** Ctrl+A, each time more: the words of the block, its whole section, the whole document. @returns whether there is any. */
export function $selectMore(): boolean {
  const selection = $rangeSelection();
  const edges = selection && $edgesOf(selection);
  if (!selection || !edges) return false;
  const { start, end } = edges;
  const wordsTaken = !start.block.is(end.block) || ($isAtStart(start) && $isAtEnd(end));
  if (!wordsTaken) {
    start.block.select(0, start.block.getChildrenSize());
    return true;
  }
  const part = $sectionOf(start.block);
  const blocks = part ? $partOf(part).flatMap($blocksOf) : [];
  const inPart =
    part && $sectionOf(end.block) && $partOf(part).some((each) => each.is($sectionOf(end.block)));
  const partTaken =
    !inPart || (blocks[0]?.is(start.block) && blocks.at(-1)?.is(end.block) && $blocksAreSelected());
  const wanted = partTaken ? $sections().flatMap($blocksOf) : blocks;
  const [first] = wanted;
  const last = wanted.at(-1);
  if (first && last) $selectBlocks(first, last);
  return true;
}
