/** Words that stand together, those of a block or of a cell, read and changed by the places of their characters. */
import { $isTextNode, type LexicalNode, type PointType, type RangeSelection } from 'lexical';
import { type Cell, type Edit, editContent } from '../../../shared/document/places.ts';
import { $charactersBefore } from '../clipboard/characters.ts';
import { $contentOf, $leavesOf } from '../convert/inline.ts';
import { $isBlock, type BlockNode } from '../nodes/block-node.ts';
import { $rangeSelection } from '../operations/locate.ts';
import { $cellAround, $cellAt, $gridOf } from '../tables/grid.ts';
import { $isCell, type CellNode } from '../tables/nodes.ts';

export type PassageNode = BlockNode | CellNode;

export function $passageOf(block: BlockNode, cell: Cell | null): PassageNode | null {
  if (cell === null) return block;
  const grid = $gridOf(block);
  return grid && $cellAt(grid, cell);
}

export function $passageAround(node: LexicalNode | null): PassageNode | null {
  for (let at = node; at !== null; at = at.getParent()) if ($isBlock(at) || $isCell(at)) return at;
  return null;
}

/** The block a passage belongs to, and the cell of it; null for a cell that stands in no table. */
export function $whereIs(
  passage: PassageNode,
): { readonly block: BlockNode; readonly cell: Cell | null } | null {
  if ($isBlock(passage)) return { block: passage, cell: null };
  const place = $cellAround(passage);
  return place && { block: place.block, cell: { row: place.row, column: place.column } };
}

/** Which side of a seam between two leaves a point belongs to. */
type Side = 'before' | 'behind';

function $setPoint(point: PointType, passage: PassageNode, place: number, side: Side): void {
  let rest = place;
  for (const [at, leaf] of passage.getChildren().entries()) {
    const size = leaf.getTextContentSize();
    if ($isTextNode(leaf) && (rest < size || (rest === size && side === 'before'))) {
      point.set(leaf.getKey(), rest, 'text');
      return;
    }
    if (rest === 0) {
      point.set(passage.getKey(), at, 'element');
      return;
    }
    rest -= size;
  }
  const last = passage.getLastChild();
  if ($isTextNode(last)) point.set(last.getKey(), last.getTextContentSize(), 'text');
  else point.set(passage.getKey(), passage.getChildrenSize(), 'element');
}

/** Selects the places from start to end, or puts the caret between two. */
export function $selectPlaces(passage: PassageNode, start: number, end = start): RangeSelection {
  const selection = passage.select();
  $setPoint(selection.anchor, passage, start, start === end ? 'before' : 'behind');
  $setPoint(selection.focus, passage, end, 'before');
  const touched = selection.anchor.getNode();
  selection.format = $isTextNode(touched) ? touched.getFormat() : 0;
  selection.style = '';
  return selection;
}

/** Where a place is once edits are made; a place inside what was replaced moves behind it. */
function moved(place: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const { start, end, by } of edits) {
    if (start >= place) break;
    const size = by.reduce((sum, inline) => sum + (inline.type === 'text' ? inline.text.length : 1), 0);
    if (end > place) return start + shift + size;
    shift += size - (end - start);
  }
  return place + shift;
}

/** @param edits in order, none overlapping another. The caret stays with the words it stood at. */
export function $editPassage(passage: PassageNode, edits: readonly Edit[]): void {
  const selection = $rangeSelection();
  const holds = (point: PointType) => $passageAround(point.getNode())?.is(passage) === true;
  const caret =
    selection && holds(selection.anchor) && holds(selection.focus)
      ? [$charactersBefore(passage, selection.anchor), $charactersBefore(passage, selection.focus)]
      : null;
  const content = editContent($contentOf(passage.getChildren()), edits);
  passage.splice(0, passage.getChildrenSize(), $leavesOf(content));
  const [anchor, focus] = caret ?? [];
  if (anchor === undefined || focus === undefined) return;
  $selectPlaces(passage, moved(anchor, edits), moved(focus, edits));
}
