/** Tables on the sheet: their keys and commands, their look, and what the toolbar beside them shows. */
import './tables.css';
import { type LexicalEditor, mergeRegister } from 'lexical';
import { plainText } from '../../../shared/document/walk.ts';
import { $contentOf } from '../convert/inline.ts';
import { handleCommand } from '../feature-commands.ts';
import type { EditorContext } from '../feature-context.ts';
import { $rangeSelection } from '../operations/locate.ts';
import { $currentTable, $runTableAction, tableActions } from './actions.ts';
import { registerTableDress } from './dress.ts';
import { $cellAround, $cellAt, $gridOf, $sizeOf, emptyRows } from './grid.ts';
import { $insertTableAtCaret, insertTableSlowly } from './insert.ts';
import { isInEdgeLine } from './lines.ts';
import { registerTableKeys } from './register-keys.ts';
import { registerSelectedCells } from './selected-cells.ts';
import { type CurrentTable, type Tables, tablesKey } from './tables.ts';

function $current(): CurrentTable | null {
  const block = $currentTable();
  const grid = block && $gridOf(block);
  if (!block || !grid) return null;
  const { id, table } = block.getState();
  const place = $cellAround($rangeSelection()?.focus.getNode() ?? null);
  return {
    blockId: id,
    cell: place && { row: place.row, column: place.column },
    ...$sizeOf(grid),
    headerRow: table?.headerRow ?? false,
    headerColumn: table?.headerColumn ?? false,
  };
}

/** "Row 2 of 5, column Cost", with the words of the header where there are any. */
function $nameOfCell(current: CurrentTable): string {
  const block = $currentTable();
  const grid = block && $gridOf(block);
  const { cell, rows, columns, headerRow } = current;
  if (!grid || !cell) return '';
  const header = headerRow ? $cellAt(grid, { row: 0, column: cell.column }) : null;
  const words = header ? plainText($contentOf(header.getChildren())).trim() : '';
  const column = words === '' ? `column ${cell.column + 1} of ${columns}` : `column ${words}`;
  return `Row ${cell.row + 1} of ${rows}, ${column}`;
}

function sameTable(one: CurrentTable | null, other: CurrentTable | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Keeps the current table, and tells of every other cell the caret comes to. */
function follow(editor: LexicalEditor, say: (news: string) => void) {
  const listeners = new Set<() => void>();
  let current: CurrentTable | null = null;
  const unregister = editor.registerUpdateListener(({ editorState }) => {
    const next = editorState.read($current, { editor });
    if (sameTable(current, next)) return;
    const moved = next?.cell && JSON.stringify(next.cell) !== JSON.stringify(current?.cell);
    current = next;
    if (next && moved) say(editorState.read(() => $nameOfCell(next), { editor }));
    for (const listener of listeners) listener();
  });
  return { current: () => current, listeners, unregister };
}

export function registerTables({ editor, root, say, provide }: EditorContext): () => void {
  const followed = follow(editor, say);
  const tables: Tables = {
    current: followed.current,
    subscribe(listener) {
      followed.listeners.add(listener);
      return () => followed.listeners.delete(listener);
    },
    element: () =>
      editor.read(() => {
        const block = $currentTable();
        const grid = block && $gridOf(block);
        return grid && editor.getElementByKey(grid.getKey());
      }),
    run: (action) => editor.update(() => void $runTableAction(editor, action)),
    insert(rows, columns) {
      if (!editor.isEditable()) return;
      editor.update(() => {
        if ($insertTableAtCaret(emptyRows(rows, columns)) === null) say('No table can stand here.');
      });
    },
    insertRows: (rows, onProgress) => insertTableSlowly(editor, rows, onProgress),
    focusSheet: () => root.focus({ preventScroll: true }),
    onAskSize: null,
    onToolbar: null,
  };
  provide(tablesKey, tables);
  return mergeRegister(
    followed.unregister,
    registerTableKeys(editor, {
      openToolbar: () => tables.onToolbar?.(),
      isInEdgeLine: (key, edge) => isInEdgeLine(editor.getElementByKey(key), edge),
    }),
    registerTableDress(editor),
    registerSelectedCells(editor),
    handleCommand(editor, 'feature:insertTable', () => {
      tables.onAskSize?.();
      return tables.onAskSize !== null;
    }),
    ...tableActions.map((action) =>
      handleCommand(editor, `feature:table-${action}`, () => $runTableAction(editor, action)),
    ),
  );
}
