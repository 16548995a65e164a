/**
 * What the document does not say of a table and the sheet shows all the same: which cells are headers, which columns
 * are figures, how wide each column is. Drawn as attributes, off the typing path, so that it is never an edit.
 */
import { $getNodeByKey, type LexicalEditor, mergeRegister, type NodeKey } from 'lexical';
import { columnShares, numericColumns } from '../../../shared/print/table-columns.ts';
import { $isBlock } from '../nodes/block-node.ts';
import { $cellNodes, $gridOf, $rowNodes, $rowsOf, $tableAround } from './grid.ts';
import { $isGrid, GridNode } from './nodes.ts';

/** Milliseconds the look of a table may be behind its words. */
const LATEST = 300;
/** Rows from which a table skips the layout of those out of sight. */
const LONG = 60;

function assign(element: HTMLElement, name: string, value: string | null): void {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

function roleOf(isHeaderRow: boolean, isHeaderColumn: boolean): string {
  if (isHeaderRow) return 'columnheader';
  return isHeaderColumn ? 'rowheader' : 'cell';
}

/** Call inside a read of the editor. */
function $dress(editor: LexicalEditor, grid: GridNode): void {
  const element = editor.getElementByKey(grid.getKey());
  const block = $tableAround(grid);
  if (!element || !block) return;
  const { table } = block.getState();
  const headerRow = table?.headerRow ?? false;
  const headerColumn = table?.headerColumn ?? false;
  const rows = $rowsOf(grid);
  const numeric = numericColumns(rows, headerRow);
  const caption = block
    .getChildren()
    .map((leaf) => leaf.getTextContent())
    .join('')
    .trim();
  assign(element, 'aria-label', caption === '' ? 'Table' : `Table: ${caption}`);
  assign(element, 'aria-rowcount', String(rows.length));
  assign(element, 'aria-colcount', String(numeric.length));
  assign(element, 'data-header-row', headerRow ? 'true' : null);
  assign(element, 'data-header-column', headerColumn ? 'true' : null);
  assign(element, 'data-long', rows.length >= LONG ? 'true' : null);
  const columns = columnShares(rows)
    .map((share) => `minmax(0, ${Math.round(share * 1000)}fr)`)
    .join(' ');
  if (element.style.getPropertyValue('--columns') !== columns)
    element.style.setProperty('--columns', columns);
  for (const [at, row] of $rowNodes(grid).entries()) {
    const rowElement = editor.getElementByKey(row.getKey());
    if (rowElement) assign(rowElement, 'aria-rowindex', String(at + 1));
    for (const [column, cell] of $cellNodes(row).entries()) {
      const cellElement = editor.getElementByKey(cell.getKey());
      if (!cellElement) continue;
      assign(cellElement, 'role', roleOf(headerRow && at === 0, headerColumn && column === 0));
      assign(cellElement, 'data-numeric', numeric[column] ? 'true' : null);
    }
  }
}

export function registerTableDress(editor: LexicalEditor): () => void {
  const waiting = new Set<NodeKey>();
  let timer: number | null = null;

  function dress(): void {
    timer = null;
    editor.read(() => {
      for (const key of waiting) {
        const grid = $getNodeByKey(key);
        if ($isGrid(grid)) $dress(editor, grid);
      }
    });
    waiting.clear();
  }

  return mergeRegister(
    editor.registerMutationListener(GridNode, (mutations) => {
      for (const [key, mutation] of mutations) if (mutation === 'created') waiting.add(key);
      if (waiting.size > 0) dress();
    }),
    editor.registerUpdateListener(({ dirtyElements, editorState }) => {
      for (const key of dirtyElements.keys()) {
        const node = editorState._nodeMap.get(key);
        if ($isGrid(node)) waiting.add(key);
        else if ($isBlock(node) && node.__block.table !== null) {
          const grid = editorState.read(() => $gridOf(node));
          if (grid) waiting.add(grid.getKey());
        }
      }
      if (waiting.size > 0) timer ??= requestIdleCallback(dress, { timeout: LATEST });
    }),
    () => {
      if (timer !== null) cancelIdleCallback(timer);
    },
  );
}
