/**
 * What the document does not say of a table and the sheet shows all the same: which cells are headers, which columns
 * are figures, how wide each column is. Drawn as attributes, off the typing path, so that it is never an edit.
 */
import { $getNodeByKey, type LexicalEditor, mergeRegister, type NodeKey } from 'lexical';
import type { TableCell } from '../../../shared/document/schema.ts';
import { columnShares, numericColumns } from '../../../shared/print/table-columns.ts';
import { $isBlock } from '../nodes/block-node.ts';
import { $cellNodes, $gridOf, $rowNodes, $rowsOf, $tableAround } from './grid.ts';
import { $isGrid, $isRow, CellNode, GridNode } from './nodes.ts';

function isBlank(cell: TableCell | undefined): boolean {
  return !cell || cell.content.every((inline) => inline.type === 'text' && inline.text.trim() === '');
}

/** Milliseconds without an edit before the look of a table follows its words; columns that move under a hand are a nuisance. */
const PAUSE = 500;
/** Rows from which a table skips the layout of those out of sight. */
const LONG = 60;

function assign(element: HTMLElement, name: string, value: string | null): void {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** A header without words names nothing, so it is announced as none. */
function roleOf(isHeaderRow: boolean, isHeaderColumn: boolean, isBlank: boolean): string {
  if (isBlank) return 'cell';
  if (isHeaderRow) return 'columnheader';
  return isHeaderColumn ? 'rowheader' : 'cell';
}

/**
 * Call inside a read of the editor.
 * @param worn what the cells were dressed for before; as long as it is the same, they are left alone.
 * @returns what they are dressed for now.
 */
function $dress(editor: LexicalEditor, grid: GridNode, worn: string | undefined): string | undefined {
  const element = editor.getElementByKey(grid.getKey());
  const block = $tableAround(grid);
  if (!element || !block) return worn;
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
  const first = grid.getFirstChild();
  const corner = $isRow(first) ? first.getFirstChildOrThrow().getKey() : '';
  const blanks = [
    headerRow ? rows[0]?.map(isBlank) : [],
    headerColumn ? rows.map((row) => isBlank(row[0])) : [],
  ];
  const next = JSON.stringify([headerRow, headerColumn, numeric, rows.length, corner, blanks]);
  if (next === worn) return worn;
  for (const [at, row] of $rowNodes(grid).entries()) {
    const rowElement = editor.getElementByKey(row.getKey());
    if (rowElement) assign(rowElement, 'aria-rowindex', String(at + 1));
    for (const [column, cell] of $cellNodes(row).entries()) {
      const cellElement = editor.getElementByKey(cell.getKey());
      if (!cellElement) continue;
      assign(
        cellElement,
        'role',
        roleOf(headerRow && at === 0, headerColumn && column === 0, isBlank(rows[at]?.[column])),
      );
      assign(cellElement, 'data-numeric', numeric[column] ? 'true' : null);
    }
  }
  return next;
}

export function registerTableDress(editor: LexicalEditor): () => void {
  const waiting = new Set<NodeKey>();
  const worn = new Map<NodeKey, string>();
  let pause: ReturnType<typeof setTimeout> | null = null;
  let idle: number | null = null;

  function dress(): void {
    editor.read(() => {
      for (const key of waiting) {
        const grid = $getNodeByKey(key);
        const dressed = $isGrid(grid) ? $dress(editor, grid, worn.get(key)) : undefined;
        if (dressed === undefined) worn.delete(key);
        else worn.set(key, dressed);
      }
    });
    waiting.clear();
  }

  function stop(): void {
    if (pause !== null) clearTimeout(pause);
    if (idle !== null) cancelIdleCallback(idle);
  }

  return mergeRegister(
    editor.registerMutationListener(
      GridNode,
      (mutations) => {
        for (const [key, mutation] of mutations) if (mutation === 'created') waiting.add(key);
        if (waiting.size > 0) dress();
      },
      { skipInitialization: true },
    ),
    // A new cell has nothing on yet, whatever the others wear.
    editor.registerMutationListener(
      CellNode,
      (mutations) => {
        for (const mutation of mutations.values()) if (mutation === 'created') worn.clear();
      },
      { skipInitialization: true },
    ),
    editor.registerUpdateListener(({ dirtyElements, editorState, prevEditorState }) => {
      let atOnce = false;
      for (const key of dirtyElements.keys()) {
        const node = editorState._nodeMap.get(key);
        if ($isGrid(node)) waiting.add(key);
        else if ($isBlock(node) && node.__block.table !== null) {
          const before = prevEditorState._nodeMap.get(key);
          const grid = editorState.read(() => $gridOf(node));
          if (grid) waiting.add(grid.getKey());
          atOnce ||= $isBlock(before) && before.__block !== node.__block;
        }
      }
      if (waiting.size === 0) return;
      stop();
      if (atOnce) {
        dress();
        return;
      }
      pause = setTimeout(() => {
        idle = requestIdleCallback(dress, { timeout: PAUSE });
      }, PAUSE);
    }),
    stop,
  );
}
