/**
 * Undo and redo that cost what they change. Lexical puts an older state back whole and draws every node of the document
 * anew; here only the nodes in which the two states differ are put back and marked as changed, as an edit would have.
 */
import type { HistoryState, HistoryStateEntry } from '@lexical/history';
import {
  $cloneWithProperties,
  $getEditor,
  $isElementNode,
  $setSelection,
  COMMAND_PRIORITY_LOW,
  type EditorState,
  HISTORIC_TAG,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type NodeKey,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { HAS_DIRTY_NODES } from './drawing/undrawn.ts';

/** The rows of a table hang in a slot of their block, which is no parent. */
function above(node: LexicalNode): NodeKey | null {
  return node.__parent ?? ($isElementNode(node) ? node.__slotHost : null);
}

function markDirty(editor: LexicalEditor, node: LexicalNode, target: EditorState): void {
  if ($isElementNode(node)) editor._dirtyElements.set(node.__key, true);
  else editor._dirtyLeaves.add(node.__key);
  for (let key = above(node); key !== null && !editor._dirtyElements.has(key); ) {
    editor._dirtyElements.set(key, false);
    const parent = target._nodeMap.get(key);
    key = parent ? above(parent) : null;
  }
}

/** Makes the state of the running update the same as `target`. Leaves are shared with it, elements are copies. */
function $become(target: EditorState): void {
  const editor = $getEditor();
  const pending = editor._pendingEditorState;
  if (!pending) throw new Error('no update is under way');
  const nodes = pending._nodeMap;
  const gone = [...nodes.keys()].filter((key) => !target._nodeMap.has(key));
  for (const key of gone) nodes.delete(key);
  for (const [key, node] of target._nodeMap) {
    if (nodes.get(key) === node) continue;
    nodes.set(key, node);
    markDirty(editor, node, target);
  }
  pending._slotsUsed = target._slotsUsed;
  // What this update had cloned for itself is now shared with the history.
  editor._cloneNotNeeded.clear();
  // Of an element that no edit has cloned, the reconciler believes that it has the children it had (lexical #8563).
  for (const [key, isChanged] of editor._dirtyElements) {
    const element = isChanged ? nodes.get(key) : undefined;
    if (!element) continue;
    // The reconciler writes what it has counted into it, and the history's own must stay as it is.
    const own = $cloneWithProperties(element);
    nodes.set(key, own);
    editor._cloneNotNeeded.set(key, own);
  }
  if (editor._dirtyElements.size > 0 || editor._dirtyLeaves.size > 0) editor._dirtyType = HAS_DIRTY_NODES;
  $setSelection(target._selection?.clone() ?? null);
}

function step(
  editor: LexicalEditor,
  history: HistoryState,
  from: HistoryStateEntry[],
  to: HistoryStateEntry[],
): boolean {
  const entry = from.pop();
  if (!entry) return true;
  if (history.current) to.push(history.current);
  history.current = entry;
  // What was legal then is legal now, and a repair would be a new edit.
  editor.update(() => $become(entry.editorState), {
    discrete: true,
    skipTransforms: true,
    tag: HISTORIC_TAG,
  });
  return true;
}

export function registerHistorySteps(editor: LexicalEditor, history: HistoryState): () => void {
  return mergeRegister(
    editor.registerCommand(
      UNDO_COMMAND,
      () => step(editor, history, history.undoStack, history.redoStack),
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      REDO_COMMAND,
      () => step(editor, history, history.redoStack, history.undoStack),
      COMMAND_PRIORITY_LOW,
    ),
  );
}
