/** What one block must be: of a kind its section takes, at a level its kind has, holding leaves only. */
import {
  $createTextNode,
  $getEditor,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type LexicalNode,
  type TabNode,
  type TextNode,
} from 'lexical';
import { sectionRules } from '../../../shared/document/structure.ts';
import { $leavesOf, KNOWN_FORMATS } from '../convert/inline.ts';
import { $isReference } from '../inline/reference-node.ts';
import { runInLabel } from '../marks/words.ts';
import { $isBlock, type BlockNode } from '../nodes/block-node.ts';
import { blankState } from '../nodes/block-state.ts';
import { $newDesignation, $roleOf, allowedKinds, clampLevel } from '../operations/kind.ts';
import { $sectionOf } from '../operations/locate.ts';
import { $dropStrays, $repairCitations } from './citation-repairs.ts';
import type { IdRegister } from './ids.ts';
import { $keepLocked } from './lock-repairs.ts';

export function isLeaf(node: LexicalNode): boolean {
  return $isTextNode(node) || $isLineBreakNode(node) || $isReference(node);
}

/** A document has no tab stops. */
export function $repairTab(node: TabNode): void {
  node.replace($createTextNode(' ').setFormat(node.getFormat() & KNOWN_FORMATS));
}

export function $repairText(node: TextNode): void {
  if ((node.getFormat() & ~KNOWN_FORMATS) !== 0) node.setFormat(node.getFormat() & KNOWN_FORMATS);
  if (node.getStyle() !== '') node.setStyle('');
  if (node.getMode() !== 'normal') node.setMode('normal');
  // Typing changes the words alone; the block is asked only where they are not to change.
  $dropStrays(node);
  const block = node.getParent();
  if ($isBlock(block) && block.getState().locked) block.markDirty();
}

/** Nodes of other kinds inside a block give up their words; blocks inside a block move behind it. */
function $flatten(block: BlockNode): void {
  let behind: LexicalNode = block;
  for (const child of block.getChildren()) {
    if (isLeaf(child)) continue;
    if ($isBlock(child)) {
      behind.insertAfter(child, false);
      behind = child;
    } else if ($isElementNode(child)) {
      for (const inner of child.getChildren()) child.insertBefore(inner, false);
      child.remove();
    } else {
      child.replace($createTextNode(child.getTextContent()));
    }
  }
}

/**
 * The kind a block falls to where it may not stand. A label or designation the author wrote becomes words again, and so
 * does the label of a detail, because nobody asked for it to go.
 */
export function $fall(block: BlockNode): void {
  const role = $roleOf(block);
  if (role === 'unknown') return;
  const state = block.getState();
  const isWritten = state.label !== null || state.designation !== null || state.detail !== null;
  const label = isWritten ? runInLabel(state) : '';
  if (label !== '') {
    const [words] = $leavesOf([{ type: 'text', text: `${label}: `, bold: true }]);
    const first = block.getFirstChild();
    if (words && first) first.insertBefore(words, false);
    else if (words) block.append(words);
  }
  const { id, citations, line, exempt } = state;
  block.setState({ ...blankState(sectionRules[role].fallback, id), citations, line, exempt });
}

export function $repairBlock(block: BlockNode, ids: IdRegister): void {
  $flatten(block);
  $keepLocked(block);
  const id = ids.$claim(block);
  if (id !== block.getState().id) block.setState({ id });
  const role = $roleOf(block);
  const { kind, field, detail, table, image } = block.getState();
  const incomplete =
    (kind === 'field' && field === null) ||
    (kind === 'detail' && detail === null) ||
    (kind === 'table' && table === null) ||
    (kind === 'image' && image === null);
  if (role !== 'unknown' && (incomplete || !allowedKinds(role).includes(kind))) $fall(block);
  const state = block.getState();
  const level = clampLevel(state.kind, state.level);
  if (level !== state.level) block.setState({ level });
  if (state.kind === 'appendix' && !state.designation) {
    block.setState({ designation: $newDesignation($sectionOf(block)) });
  }
  $repairCitations(block);
  if (changesItsSection(block)) $sectionOf(block)?.markDirty();
}

/** A change of kind does not touch the section, which must now be cut in two here or see to the details. */
function changesItsSection(block: BlockNode): boolean {
  const { kind, level, detail } = block.getState();
  if (kind === 'heading' && level === 1 && block.getPreviousSibling()) return true;
  const before = $getEditor().getEditorState()._nodeMap.get(block.getKey());
  return !$isBlock(before) || before.__block.kind !== kind || before.__block.detail !== detail;
}
