/** Tables of any length, in slices: thousands of cells drawn at once would hold up the window. */
import {
  $getNodeByKey,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import { $isBlock } from '../nodes/block-node.ts';
import { $blockAround, $rangeSelection } from '../operations/locate.ts';
import { $enterTable } from './cells.ts';
import { $tableAround, type Rows } from './grid.ts';
import { $appendRows, $insertTable, squared } from './operations.ts';

/** Cells in the first slice, which the next ones learn from; with fewer, the going from slice to slice is all the work. */
const LEAST_CELLS = 240;
/** Milliseconds a slice may take: long enough to get on, short enough not to be felt. */
const SLICE = 60;

/** Inside an update. @returns the key of the new table; null where its section takes none. */
export function $insertTableAtCaret(rows: Rows): NodeKey | null {
  const node = $rangeSelection()?.focus.getNode() ?? null;
  const block = $tableAround(node) ?? $blockAround(node);
  const made = block && $insertTable(block, rows);
  if (made) $enterTable(made);
  return made?.getKey() ?? null;
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** @see Tables.insertRows */
export async function insertTableSlowly(
  editor: LexicalEditor,
  rows: Rows,
  onProgress: (done: number) => void = () => {},
): Promise<boolean> {
  const all = squared(rows);
  const least = Math.max(1, Math.floor(LEAST_CELLS / (all[0]?.length ?? 1)));
  let size = least;
  let key: NodeKey | null = null;
  let begun = performance.now();
  editor.update(
    () => {
      key = $insertTableAtCaret(all.slice(0, size));
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
  if (key === null) return false;
  for (let at = size; at < all.length; ) {
    onProgress(at / all.length);
    // A slice may double at most: one quick slice says little of the next.
    const pace = SLICE / Math.max(1, performance.now() - begun);
    await nextTask();
    size = Math.max(least, Math.floor(size * Math.min(2, pace)));
    begun = performance.now();
    if (!appendSlice(editor, key, all.slice(at, at + size))) return false;
    at += size;
  }
  onProgress(1);
  return true;
}

/** @returns whether the table is still there. */
function appendSlice(editor: LexicalEditor, key: NodeKey, rows: Rows): boolean {
  let isThere = false;
  editor.update(
    () => {
      const block = $getNodeByKey(key);
      isThere = $isBlock(block) && block.isAttached();
      if ($isBlock(block) && isThere) $appendRows(block, rows);
    },
    { discrete: true, tag: [HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG] },
  );
  return isThere;
}
