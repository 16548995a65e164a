/** What the shell is told about the place of the caret. */
import type { HistoryState } from '@lexical/history';
import { blockRules } from '../../shared/document/structure.ts';
import type { BlockFocus } from './api.ts';
import { describeBlock } from './marks/words.ts';
import { isFixed } from './nodes/block-state.ts';
import { $roleOf, allowedKinds } from './operations/kind.ts';
import { $edgeAt, $rangeSelection } from './operations/locate.ts';

export function $blockFocus(history: HistoryState): BlockFocus | null {
  const selection = $rangeSelection();
  const block = selection && $edgeAt(selection.focus, 'end')?.block;
  if (!selection || !block) return null;
  const state = block.getState();
  const kinds = allowedKinds($roleOf(block)).filter(
    (kind) => blockRules[kind].falls !== kind || kind === 'text',
  );
  return {
    blockId: state.id,
    kind: state.kind,
    level: state.level,
    allowedKinds: isFixed(state) ? [] : kinds,
    empty: block.isEmpty(),
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    canUndo: history.undoStack.length > 0,
    canRedo: history.redoStack.length > 0,
  };
}

export function sameFocus(one: BlockFocus | null, other: BlockFocus | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.blockId === other.blockId &&
    one.kind === other.kind &&
    one.level === other.level &&
    one.empty === other.empty &&
    one.bold === other.bold &&
    one.italic === other.italic &&
    one.canUndo === other.canUndo &&
    one.canRedo === other.canRedo &&
    one.allowedKinds.join() === other.allowedKinds.join()
  );
}

/** What a screen reader says when the block under the caret has become something else; null when it has not. */
export function changedName(before: BlockFocus | null, now: BlockFocus | null): string | null {
  if (!before || !now || now.kind === 'unknown' || before.blockId !== now.blockId) return null;
  if (before.kind === now.kind && before.level === now.level) return null;
  return describeBlock(now.kind, now.level);
}
