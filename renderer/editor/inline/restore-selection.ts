import { $getSelection, $setSelection, type LexicalEditor } from 'lexical';

/** While another part of the window has the focus, an update may begin without the selection that the sheet still has. */
export function $restoreSelection(editor: LexicalEditor): void {
  if ($getSelection() === null) $setSelection(editor.getEditorState()._selection?.clone() ?? null);
}
