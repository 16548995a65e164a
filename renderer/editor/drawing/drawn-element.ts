/** The element of a node, drawn now where its section still waits. Call outside of updates and reads. */
import type { LexicalEditor, NodeKey } from 'lexical';
import { showAround } from './below.ts';
import { undrawnOf } from './undrawn.ts';

export function drawnElement(editor: LexicalEditor, key: NodeKey | undefined): HTMLElement | null {
  if (key === undefined) return null;
  const undrawn = undrawnOf(editor);
  if (!undrawn.isEmpty) {
    const nodes = editor.getEditorState()._nodeMap;
    for (let at = nodes.get(key); at; at = nodes.get(at.__parent ?? '')) {
      if (undrawn.has(at.__key)) undrawn.draw([at.__key]);
    }
  }
  const element = editor.getElementByKey(key);
  const root = editor.getRootElement();
  if (root) showAround(element, root);
  return element;
}
