/** Going to a block: it comes into view, takes the caret and is framed for a moment. */
import { HISTORIC_TAG, type LexicalEditor, SKIP_SCROLL_INTO_VIEW_TAG } from 'lexical';
import { drawnElement } from './drawing/drawn-element.ts';
import { comeIntoView } from './into-view.ts';
import { $isBlock } from './nodes/block-node.ts';
import { $edgesOf, $placeCaret, $rangeSelection } from './operations/locate.ts';
import type { IdRegister } from './repairs/ids.ts';

/** Milliseconds the frame stays; without motion too, because it is what shows the place. */
const FRAMED = 1600;

export function reveal(editor: LexicalEditor, ids: IdRegister, blockId: string, glides = true): void {
  const key = ids.keyOf(blockId);
  const element = drawnElement(editor, key);
  if (key === undefined || !element) return;
  editor.update(
    () => {
      const node = editor.getEditorState()._nodeMap.get(key);
      if ($isBlock(node)) $placeCaret(node, 0);
    },
    { discrete: true, tag: SKIP_SCROLL_INTO_VIEW_TAG },
  );
  editor.getRootElement()?.focus({ preventScroll: true });
  comeIntoView(element, glides);
  element.dataset['found'] = 'true';
  setTimeout(() => delete element.dataset['found'], FRAMED);
}

/**
 * After undo and redo the place they lead to comes into view. Lexical sees to it for a caret; a selection as large as
 * the one that a deletion of everything restores would stay wherever the view happens to be.
 */
export function registerRevealAfterHistory(editor: LexicalEditor): () => void {
  return editor.registerUpdateListener(({ editorState, tags }) => {
    if (!tags.has(HISTORIC_TAG)) return;
    const block = editorState.read(
      () => {
        const selection = $rangeSelection();
        return selection && !selection.isCollapsed() ? $edgesOf(selection)?.start.block : undefined;
      },
      { editor },
    );
    if (block) editor.getElementByKey(block.getKey())?.scrollIntoView({ block: 'nearest' });
  });
}
