/** Backspace, Delete and their stretches over words and lines. */
import { $blockSelection } from '../block-selection.ts';
import { $deleteRange } from './delete-range.ts';
import { $edgesOf, $isAtEnd, $isAtStart, $rangeSelection, $spansBlocks } from './locate.ts';
import { $mergeBackward, $mergeForward } from './merge.ts';

/** Backspace and Delete at the edge of a block. @returns false in the middle of words, which Lexical deletes. */
export function $deleteAcross(isBackward: boolean): boolean {
  const selection = $rangeSelection();
  if (!selection) return false;
  if (!selection.isCollapsed() || $blockSelection()) return $deleteRange(selection);
  const edge = $edgesOf(selection)?.start;
  if (!edge) return true;
  if (isBackward && $isAtStart(edge)) $mergeBackward(edge.block);
  else if (!isBackward && $isAtEnd(edge)) $mergeForward(edge.block);
  else return edge.block.getState().locked;
  return true;
}

/** Deleting by word or line never reaches beyond the block it started in. */
export function $deleteStretch(isBackward: boolean, granularity: 'word' | 'lineboundary'): boolean {
  if ($deleteAcross(isBackward)) return true;
  const selection = $rangeSelection();
  const start = selection && $edgesOf(selection)?.start;
  if (!selection || !start) return true;
  selection.modify('extend', isBackward, granularity);
  if ($spansBlocks(selection)) {
    const offset = isBackward ? 0 : start.block.getChildrenSize();
    selection.focus.set(start.block.getKey(), offset, 'element');
  }
  $deleteRange(selection);
  return true;
}
