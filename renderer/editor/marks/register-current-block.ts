/** Marks the element of the block with the caret, because no selector can tell where a caret is. */
import type { LexicalEditor } from 'lexical';
import { $edgeAt, $rangeSelection } from '../operations/locate.ts';
import { $tableAround } from '../tables/grid.ts';

export function registerCurrentBlock(editor: LexicalEditor): () => void {
  let current: HTMLElement | null = null;
  return editor.registerUpdateListener(({ editorState }) => {
    const block = editorState.read(
      () => {
        const selection = $rangeSelection();
        return (
          selection && ($edgeAt(selection.focus, 'end')?.block ?? $tableAround(selection.focus.getNode()))
        );
      },
      { editor },
    );
    const element = block ? editor.getElementByKey(block.getKey()) : null;
    if (element === current) return;
    delete current?.dataset['current'];
    if (element) element.dataset['current'] = 'true';
    current = element;
  });
}
