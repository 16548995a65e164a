/**
 * The browser tells of a moved caret a frame later; a key pressed in that frame, by a fast hand or a program, would
 * act where the caret no longer is. So every key first takes the caret from where it is now.
 */
import {
  $createRangeSelectionFromDom,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
} from 'lexical';

function $takeSelectionFromDom(editor: LexicalEditor): void {
  const seen = getSelection();
  if (!seen || !editor.getRootElement()?.contains(seen.anchorNode)) return;
  const selection = $createRangeSelectionFromDom(seen, editor);
  const known = $getSelection();
  if (!selection) return;
  // The format is left out of the comparison: it may have been chosen for the words to come.
  const same =
    $isRangeSelection(known) && known.anchor.is(selection.anchor) && known.focus.is(selection.focus);
  if (same) return;
  const node = selection.anchor.getNode();
  selection.format = $isTextNode(node) ? node.getFormat() : 0;
  selection.style = '';
  $setSelection(selection);
}

export function registerSelectionSync(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_DOWN_COMMAND,
    () => {
      $takeSelectionFromDom(editor);
      return false;
    },
    COMMAND_PRIORITY_HIGH,
  );
}
