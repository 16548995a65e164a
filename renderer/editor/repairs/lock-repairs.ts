/**
 * Headings and labels of a template keep their words, their kind and their place whatever is done to them. The
 * commands know that already; this is for what reaches the sheet past them, such as input methods and other programs.
 */
import {
  $getEditor,
  $getNodeByKey,
  $getRoot,
  $hasUpdateTag,
  HISTORIC_TAG,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import type { Inline } from '../../../shared/document/schema.ts';
import { $contentOf, $leavesOf, joinRuns } from '../convert/inline.ts';
import { $createBlock, $isBlock, type BlockNode } from '../nodes/block-node.ts';
import { $createSection, $isSection, type SectionNode } from '../nodes/section-node.ts';
import { $roleOf, allowedKinds } from '../operations/kind.ts';
import { $blockAround, $placeCaret, $rangeSelection } from '../operations/locate.ts';
import { sameJson } from '../same.ts';
import type { IdRegister } from './ids.ts';

/** Marks an update that may change what is locked: the command for it. */
export const UNLOCK_TAG = 'despatch-unlock';
/** Marks an update that replaces the document by another version of it, locked parts included. */
export const APPLY_TAG = 'despatch-apply';

function mayChange(): boolean {
  return [UNLOCK_TAG, APPLY_TAG, HISTORIC_TAG].some($hasUpdateTag);
}

function before(key: NodeKey): LexicalNode | undefined {
  return $getEditor().getEditorState()._nodeMap.get(key);
}

/** The words as they were before this update. */
function $contentBefore(block: BlockNode): Inline[] {
  const editor = $getEditor();
  return editor.getEditorState().read(() => $contentOf(block.getChildren()), { editor });
}

/** Comments and citations are no words: they may be put on a locked heading like on any other. */
function bareWords(content: readonly Inline[]): unknown {
  return joinRuns(content.map((inline) => ({ ...inline, comments: undefined, cited: undefined })));
}

export function $keepLocked(block: BlockNode): void {
  const earlier = before(block.getKey());
  if (!$isBlock(earlier) || !earlier.__block.locked || mayChange()) return;
  const was = earlier.__block;
  const state = block.getState();
  // The structure weighs more than the lock: no block stands where none of its kind may.
  if (!allowedKinds($roleOf(block)).includes(was.kind)) return;
  if (!state.locked || state.kind !== was.kind || state.level !== was.level) {
    block.setState({ kind: was.kind, level: was.level, locked: true });
  }
  if (earlier.getLatest() === earlier) return;
  const content = $contentBefore(earlier);
  if (sameJson(bareWords(content), bareWords($contentOf(block.getChildren())))) return;
  const holdsCaret = $blockAround($rangeSelection()?.focus.getNode() ?? null)?.is(block) ?? false;
  // New leaves, because what an input method has written into the old ones' elements only goes with those.
  block.splice(0, block.getChildrenSize(), $leavesOf(content));
  if (holdsCaret) $placeCaret(block, block.getChildrenSize());
}

function $isGone(key: NodeKey): boolean {
  return !($getNodeByKey(key)?.isAttached() ?? false);
}

/** The locked blocks this section had before the update and that stand nowhere now. */
function $lostBlocks(section: SectionNode, ids: IdRegister): BlockNode[] {
  const state = $getEditor().getEditorState();
  const children = state.read(() => section.getChildren(), { editor: $getEditor() });
  return children.filter($isBlock).filter((block) => block.__block.locked && ids.$isFree(block.__block.id));
}

function $restored(block: BlockNode): BlockNode {
  return $createBlock(block.__block).append(...$leavesOf($contentBefore(block)));
}

/** Puts deleted locked blocks back, each behind what it stood behind. */
export function $keepLockedBlocks(section: SectionNode, ids: IdRegister): void {
  const earlier = before(section.getKey());
  if (!$isSection(earlier) || mayChange()) return;
  for (const lost of $lostBlocks(earlier, ids)) {
    const restored = $restored(lost);
    let above = lost.__prev;
    while (above !== null && ($isGone(above) || !$getNodeByKey(above)?.getParent()?.is(section))) {
      above = before(above)?.__prev ?? null;
    }
    const anchor = above === null ? null : $getNodeByKey(above);
    const first = section.getFirstChild();
    if (anchor) anchor.insertAfter(restored, false);
    else if (first) first.insertBefore(restored, false);
    else section.append(restored);
    ids.$claim(restored);
  }
}

/** Puts deleted sections back as far as they were locked. */
export function $keepLockedSections(ids: IdRegister): void {
  if (mayChange()) return;
  const editor = $getEditor();
  const sections = editor.getEditorState().read(() => $getRoot().getChildren(), { editor });
  let anchor: LexicalNode | null = null;
  for (const section of sections) {
    if (!$isSection(section)) continue;
    if (!$isGone(section.getKey())) {
      anchor = $getNodeByKey(section.getKey());
      continue;
    }
    const lost = $lostBlocks(section, ids);
    if (lost.length === 0) continue;
    const { role, id } = section.__section;
    const blocks = lost.map($restored);
    const restored: SectionNode = $createSection(role, id).append(...blocks);
    const top = $getRoot().getFirstChild();
    if (anchor) anchor.insertAfter(restored, false);
    else if (top) top.insertBefore(restored, false);
    else $getRoot().append(restored);
    for (const block of blocks) ids.$claim(block);
    anchor = restored;
  }
}
