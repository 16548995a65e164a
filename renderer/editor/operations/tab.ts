/** Tab and Shift+Tab: from cell to cell and field to field as in a form, elsewhere a level in or out. */
import type { RangeSelection } from 'lexical';
import type { BlockNode } from '../nodes/block-node.ts';
import { $detailsRule, $ownerOf, $rowOf } from './groups.ts';
import { $roleOf } from './kind.ts';
import { $shiftLevel, hasLevels } from './level.ts';
import { $edgesOf, $neighbour, $nextToFill, $placeCaret } from './locate.ts';
import { $enterRow } from './split.ts';

function $goTo(block: BlockNode | null): boolean {
  if (block) $placeCaret(block, block.getChildrenSize());
  return block !== null;
}

/** Behind the last cell of a table that has words Tab makes a row, as in Word. */
function $tabInRow(cell: BlockNode, row: readonly BlockNode[], backward: boolean): boolean {
  const [owner] = row;
  const next = $neighbour(cell, backward ? 'previous' : 'next');
  const isLast = row.at(-1)?.is(cell) ?? false;
  const goesOn = next !== null && next.getState().kind === owner?.getState().kind;
  const isEmpty = row.every((each) => each.isEmpty());
  if (!backward && isLast && !goesOn && !isEmpty) {
    $enterRow(cell, row);
    return true;
  }
  return $goTo(next);
}

/** @returns whether it did anything. */
export function $tab(selection: RangeSelection, backward: boolean): boolean {
  const edges = $edgesOf(selection);
  if (!edges) return false;
  const { block } = edges.start;
  const isOne = edges.end.block.is(block);
  const row = $rowOf(block);
  if (isOne && row) return $tabInRow(block, row, backward);
  const isForm =
    block.getState().kind === 'field' || $roleOf(block) === 'front' || $detailsRule(block) !== null;
  if (isOne && isForm && !hasLevels($ownerOf(block))) {
    return $goTo($nextToFill(block, backward ? 'previous' : 'next'));
  }
  return $shiftLevel(selection, backward ? -1 : 1);
}
