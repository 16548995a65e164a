/** What the shell is told about the place of the caret. */
import type { HistoryState } from '@lexical/history';
import type { RangeSelection } from 'lexical';
import type { DetailName } from '../../shared/document/schema.ts';
import type { BlockFocus } from './api.ts';
import { $blocksAreSelected } from './block-selection.ts';
import { describeBlock } from './marks/words.ts';
import type { BlockNode } from './nodes/block-node.ts';
import { isHeld } from './nodes/block-state.ts';
import { $detailsOf, $ownerOf, $rowOf } from './operations/groups.ts';
import { $roleOf, allowedKinds, canBecome } from './operations/kind.ts';
import { $edgeAt, $rangeSelection, $sectionOf, $selectedBlocks } from './operations/locate.ts';
import { $tableAround } from './tables/grid.ts';

/** Characters of a selection that are told; what is longer is no phrase anybody looks up or comments on by name. */
const MOST_TEXT = 1000;

function $selectedText(selection: RangeSelection, blocks: readonly BlockNode[]): string {
  if (selection.isCollapsed() || blocks.length !== 1) return '';
  const text = selection.getTextContent();
  return text.length <= MOST_TEXT ? text : '';
}

export function $blockFocus(history: HistoryState): BlockFocus | null {
  const selection = $rangeSelection();
  const block =
    selection && ($edgeAt(selection.focus, 'end')?.block ?? $tableAround(selection.focus.getNode()));
  if (!selection || !block) return null;
  const state = block.getState();
  const owner = $ownerOf(block);
  const selected = $selectedBlocks(selection);
  const cell = state.kind === 'detail' && $rowOf(block) !== null;
  return {
    blockId: state.id,
    kind: state.kind,
    level: state.level,
    sectionId: $sectionOf(block)?.getState().id ?? '',
    sectionRole: $roleOf(block),
    allowedKinds: isHeld(state) || cell ? [] : allowedKinds($roleOf(block)).filter(canBecome),
    empty: block.isEmpty(),
    locked: state.locked,
    cited: state.citations.length > 0,
    exempt: state.exempt !== null,
    side: owner.getState().side,
    ownerId: owner.getState().id,
    ownerKind: owner.getState().kind,
    details: $detailsOf(owner)
      .map((each) => each.getState().detail)
      .filter((name): name is DetailName => name !== null),
    selectedIds: selected.map((each) => each.getState().id),
    blocksSelected: $blocksAreSelected(),
    selectedText: $selectedText(selection, selected),
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    canUndo: history.undoStack.length > 0,
    canRedo: history.redoStack.length > 0,
  };
}

export function sameFocus(one: BlockFocus | null, other: BlockFocus | null): boolean {
  if (one === null || other === null) return one === other;
  return (Object.keys(one) as (keyof BlockFocus)[]).every((name) => {
    const value = one[name];
    const second = other[name];
    if (!Array.isArray(value) || !Array.isArray(second)) return value === second;
    return value.length === second.length && value.every((part, at) => part === second[at]);
  });
}

/** What a screen reader says when the block under the caret has become something else; null when it has not. */
export function changedName(before: BlockFocus | null, now: BlockFocus | null): string | null {
  if (!before || !now || now.kind === 'unknown' || before.blockId !== now.blockId) return null;
  if (before.kind === now.kind && before.level === now.level) return null;
  return describeBlock(now.kind, now.level);
}
