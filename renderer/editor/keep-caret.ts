/**
 * A dialog or a menu that closes gives the focus back to the sheet, and the browser then puts the caret before the
 * first word of all. It belongs where it was.
 */
import {
  $addUpdateTag,
  $getSelection,
  $setSelection,
  COMMAND_PRIORITY_LOW,
  FOCUS_COMMAND,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical';
import type { EditorContext } from './feature-context.ts';

export function registerKeepCaret({ editor }: EditorContext): () => void {
  return editor.registerCommand(
    FOCUS_COMMAND,
    () => {
      const selection = $getSelection();
      if (selection) {
        // A fresh one is written to the page even though nothing else changes; a click comes later and wins.
        const kept = selection.clone();
        kept.dirty = true;
        $setSelection(kept);
        $addUpdateTag(SKIP_SCROLL_INTO_VIEW_TAG);
      }
      return false;
    },
    COMMAND_PRIORITY_LOW,
  );
}
