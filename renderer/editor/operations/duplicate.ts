/** Ctrl+D: the same blocks once more behind themselves, with ids of their own and nothing locked. */
import { $copyNode } from 'lexical';
import { $createBlock, type BlockNode } from '../nodes/block-node.ts';
import { isFixed } from '../nodes/block-state.ts';
import { $createSection } from '../nodes/section-node.ts';
import { $wholeState } from '../tables/grid.ts';
import { $partOf, isSectionHeading } from './groups.ts';
import { $newDesignation } from './kind.ts';
import { $placeCaret, $sectionOf } from './locate.ts';
import { $movingWith } from './move.ts';

function $copy(block: BlockNode): BlockNode {
  const state = $wholeState(block);
  const designation = state.designation === null ? null : $newDesignation($sectionOf(block));
  return $createBlock({ ...state, id: '', locked: false, designation }).append(
    ...block.getChildren().map((leaf) => $copyNode(leaf)),
  );
}

function $duplicatePart(heading: BlockNode): boolean {
  const section = $sectionOf(heading);
  const part = section ? $partOf(section) : [];
  let behind = part.at(-1);
  if (!behind || part.some((each) => each.getState().role === 'unknown')) return false;
  let caret: BlockNode | null = null;
  for (const each of part) {
    const made = $createSection(each.getState().role);
    const copies = each.getChildren().map((block) => $copy(block as BlockNode));
    made.append(...copies);
    behind.insertAfter(made, false);
    behind = made;
    caret ??= copies[0] ?? null;
  }
  if (caret) $placeCaret(caret, caret.getChildrenSize());
  return true;
}

/** At the heading of a section, the whole section. @returns whether there was anything to duplicate. */
export function $duplicate(blocks: readonly BlockNode[]): boolean {
  const [chosen] = blocks;
  if (!chosen) return false;
  if (blocks.length === 1 && isSectionHeading(chosen.getState())) return $duplicatePart(chosen);
  const originals = $movingWith(blocks).filter((block) => {
    const state = block.getState();
    return !isFixed(state) && !isSectionHeading(state);
  });
  let behind = originals.at(-1);
  if (!behind) return false;
  let caret: BlockNode | null = null;
  for (const block of originals) {
    const copy = $copy(block);
    behind.insertAfter(copy, false);
    behind = copy;
    caret ??= copy;
  }
  if (caret) $placeCaret(caret, caret.getChildrenSize());
  return true;
}
