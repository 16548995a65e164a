import { expect, test } from 'vitest';
import { $placeInCell } from '../../../../renderer/editor/tables/cells.ts';
import { insertTableSlowly } from '../../../../renderer/editor/tables/insert.ts';
import { $fillCells } from '../../../../renderer/editor/tables/operations.ts';
import { structureFaults } from '../../../../shared/document/legal.ts';
import { $caret, open, sample, words } from '../headless.ts';
import { $cell, $grid, tableOf, texts, withTable } from './tables.ts';

const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => [{ content: words(`row ${at}`) }, { content: words(String(at)) }]);

test('a table of 2,000 rows is put in whole, in slices, with progress, and is one step for undo', async () => {
  const document = sample('report');
  const bench = open(document);
  bench.edit(() => void $caret('First paragraph', 'end'));
  const progress: number[] = [];
  expect(await insertTableSlowly(bench.editor, rows(2000), (done) => progress.push(done))).toBe(true);
  expect(tableOf(bench.current()).rows).toEqual(rows(2000));
  expect(progress.length).toBeGreaterThan(3);
  expect(progress).toEqual([...progress].sort((one, other) => one - other));
  expect(progress.at(-1)).toBe(1);
  expect(structureFaults(bench.current())).toEqual([]);
  bench.undo();
  expect(bench.current()).toEqual(document);
});

test('rows of different lengths are filled up', async () => {
  const bench = open(sample('report'));
  bench.edit(() => void $caret('First paragraph', 'end'));
  await insertTableSlowly(bench.editor, [
    [{ content: words('a') }],
    [{ content: [] }, { content: words('b') }],
  ]);
  expect(texts(bench)).toEqual([
    ['a', ''],
    ['', 'b'],
  ]);
});

test('where the section takes no table nothing is changed', async () => {
  const bench = open(sample('report'));
  const before = bench.current();
  bench.edit(() => void $caret('Notes the report', 'end'));
  expect(await insertTableSlowly(bench.editor, rows(3))).toBe(false);
  expect(bench.current()).toEqual(before);
});

test('a table undone while it is still being put in stays undone', async () => {
  const document = sample('report');
  const bench = open(document);
  bench.edit(() => void $caret('First paragraph', 'end'));
  let undone = false;
  const whole = await insertTableSlowly(bench.editor, rows(2000), () => {
    if (!undone) bench.undo();
    undone = true;
  });
  expect(whole).toBe(false);
  expect(bench.current()).toEqual(document);
});

test('cells filled from the caret widen and lengthen the table where they must', () => {
  const bench = open(withTable());
  bench.edit(() => {
    $placeInCell($cell(2, 2), 'end');
    $fillCells($grid(), { row: 2, column: 2 }, rows(2));
  });
  expect(texts(bench)).toEqual([
    ['Year', 'Cost', 'Note', ''],
    ['2024', '£12m', '', ''],
    ['2025', '£14m', 'row 0', '0'],
    ['', '', 'row 1', '1'],
  ]);
});
