import fc from 'fast-check';
import {
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  FORMAT_TEXT_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
} from 'lexical';
import { expect, test } from 'vitest';
import { $rangeSelection } from '../../../../renderer/editor/operations/locate.ts';
import { $runTableAction, tableActions } from '../../../../renderer/editor/tables/actions.ts';
import { $placeInCell, $tabToCell } from '../../../../renderer/editor/tables/cells.ts';
import { $cellAround, $cellAt, $gridOf, $sizeOf } from '../../../../renderer/editor/tables/grid.ts';
import { $fillCells, $insertTable } from '../../../../renderer/editor/tables/operations.ts';
import { registerTableKeys } from '../../../../renderer/editor/tables/register-keys.ts';
import { structureFaults } from '../../../../shared/document/legal.ts';
import { $blocks, type Bench, open, words } from '../headless.ts';
import { withTable } from './tables.ts';

const part = fc.double({ min: 0, max: 0.999, noNaN: true });
const place = fc.record({ table: part, row: part, column: part });
const cells = fc.array(fc.array(fc.constantFrom('', '1', '£2'), { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 4,
});
const step = fc.oneof(
  fc.record({ do: fc.constant('act' as const), place, action: fc.constantFrom(...tableActions) }),
  fc.record({ do: fc.constant('type' as const), place, to: place, text: fc.stringMatching(/^[a-z]{1,4}$/) }),
  fc.record({
    do: fc.constant('key' as const),
    place,
    to: place,
    key: fc.constantFrom('enter', 'back', 'delete', 'bold'),
  }),
  fc.record({ do: fc.constant('tab' as const), place, back: fc.boolean() }),
  fc.record({ do: fc.constant('fill' as const), place, cells }),
  fc.record({ do: fc.constant('table' as const), place, cells }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('redo' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
type Place = { table: number; row: number; column: number };

const rowsOf = (texts: string[][]) =>
  texts.map((row) => row.map((text) => ({ content: text === '' ? [] : words(text) })));

function $pick({ table, row, column }: Place) {
  const grids = $blocks().flatMap((block) => $gridOf(block) ?? []);
  const grid = grids[Math.floor(table * grids.length)];
  if (!grid) return null;
  const size = $sizeOf(grid);
  return $cellAt(grid, { row: Math.floor(row * size.rows), column: Math.floor(column * size.columns) });
}

function $select(from: Place, to: Place | null): boolean {
  const cell = $pick(from);
  if (!cell) return false;
  $placeInCell(cell, 'start');
  const other = to && $pick({ ...to, table: from.table });
  if (other) $rangeSelection()?.focus.set(other.getKey(), other.getChildrenSize(), 'element');
  return true;
}

function take(bench: Bench, made: Exclude<Step, { do: 'undo' } | { do: 'redo' }>): void {
  const { editor } = bench;
  bench.edit(() => {
    if (!$select(made.place, 'to' in made ? made.to : null)) return;
    const selection = $rangeSelection();
    const at = selection && $cellAround(selection.focus.getNode());
    if (!at) return;
    if (made.do === 'act') $runTableAction(editor, made.action);
    else if (made.do === 'tab') $tabToCell(at, made.back);
    else if (made.do === 'fill') $fillCells(at.grid, at, rowsOf(made.cells));
    else if (made.do === 'table') $insertTable(at.block, rowsOf(made.cells));
    else if (made.do === 'type') {
      if (!editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, made.text))
        selection.insertText(made.text);
    } else if (made.key === 'enter') editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
    else if (made.key === 'bold') editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold');
    else editor.dispatchCommand(DELETE_CHARACTER_COMMAND, made.key === 'back');
  });
}

test('whatever is done to tables, they stay rectangular and legal, and undo leads back to the start exactly', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
      const document = withTable();
      const bench = open(document);
      registerTableKeys(bench.editor, { openToolbar: () => {}, isInEdgeLine: () => true });
      for (const made of steps) {
        if (made.do === 'undo') bench.undo();
        else if (made.do === 'redo') bench.redo();
        else take(bench, made);
        expect(structureFaults(bench.current())).toEqual([]);
      }
      const end = bench.current();
      const undone = bench.history.undoStack.length;
      while (bench.history.undoStack.length > 0) bench.undo();
      expect(bench.current()).toEqual(document);
      for (let left = undone; left > 0; left -= 1) bench.redo();
      expect(bench.current()).toEqual(end);
    }),
    { numRuns: 300 },
  );
});
