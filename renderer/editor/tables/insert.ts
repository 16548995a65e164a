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

/** Cells put in between two looks at the clock of the window. */
const CELLS_AT_ONCE = 600;

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
  const slice = Math.max(1, Math.floor(CELLS_AT_ONCE / (all[0]?.length ?? 1)));
  let key: NodeKey | null = null;
  editor.update(
    () => {
      key = $insertTableAtCaret(all.slice(0, slice));
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
  if (key === null) return false;
  for (let at = slice; at < all.length; at += slice) {
    onProgress(at / all.length);
    await nextTask();
    let isThere = false;
    editor.update(
      () => {
        const block = $getNodeByKey(key ?? '');
        isThere = $isBlock(block) && block.isAttached();
        if ($isBlock(block) && isThere) $appendRows(block, all.slice(at, at + slice));
      },
      { discrete: true, tag: [HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG] },
    );
    if (!isThere) return false;
  }
  onProgress(1);
  return true;
}
