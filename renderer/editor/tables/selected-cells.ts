/** Several selected cells are shown as a rectangle, which the browser's own selection cannot do. */
import type { LexicalEditor } from 'lexical';
import { $cellRange } from './cells.ts';
import { $cellsBetween } from './operations.ts';

export function registerSelectedCells(editor: LexicalEditor): () => void {
  let shown: readonly HTMLElement[] = [];
  let grid: HTMLElement | null = null;
  return editor.registerUpdateListener(({ editorState }) => {
    const { cells, around } = editorState.read(
      () => {
        const range = $cellRange();
        if (!range || range.inOneCell) return { cells: [], around: null };
        const selected = $cellsBetween(range.place.grid, range.from, range.to).flat();
        return {
          cells: selected.flatMap((cell) => editor.getElementByKey(cell.getKey()) ?? []),
          around: editor.getElementByKey(range.place.grid.getKey()),
        };
      },
      { editor },
    );
    if (cells.length === 0 && shown.length === 0) return;
    for (const element of shown) delete element.dataset['chosen'];
    for (const element of cells) element.dataset['chosen'] = 'true';
    if (grid !== around) delete grid?.dataset['rectangle'];
    if (around) around.dataset['rectangle'] = 'true';
    shown = cells;
    grid = around;
  });
}
