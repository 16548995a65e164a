import { describe, expect, test } from 'vitest';
import { $pasteIntoCells } from '../../../../renderer/editor/clipboard/cells.ts';
import { $clip, clipboardData } from '../../../../renderer/editor/clipboard/copy.ts';
import type { Fragment } from '../../../../renderer/editor/clipboard/fragment.ts';
import { Notes } from '../../../../renderer/editor/clipboard/notes.ts';
import { finish } from '../../../../renderer/editor/clipboard/steps.ts';
import { $rangeSelection } from '../../../../renderer/editor/operations/locate.ts';
import { $cellRange, $goToCell } from '../../../../renderer/editor/tables/cells.ts';
import { $cellNodes, $gridOf, $rowNodes } from '../../../../renderer/editor/tables/grid.ts';
import { structureFaults } from '../../../../shared/document/legal.ts';
import { placedText } from '../../../../shared/document/places.ts';
import { knownBlocks } from '../../../../shared/document/walk.ts';
import { fullSample } from '../full-sample.ts';
import { $blocks, type Bench, open, words } from '../headless.ts';
import { counts } from './helpers.ts';

function $table() {
  const block = $blocks().find((each) => each.getState().kind === 'table');
  if (!block) throw new Error('no table');
  return block;
}

/** The words of the first table, row by row. */
function rows(bench: Bench): string[] {
  expect(structureFaults(bench.current())).toEqual([]);
  for (const block of knownBlocks(bench.current())) {
    if (block.kind === 'table')
      return block.rows.map((row) => row.map(({ content }) => placedText(content)).join(' ¦ '));
  }
  return [];
}

/** Selects from the first cell to another, or puts the caret into the first. */
function $selectCells(to: number | null): void {
  const grid = $gridOf($table());
  const cells = grid ? $rowNodes(grid).flatMap($cellNodes) : [];
  const first = cells[0];
  const last = to === null ? null : cells[to];
  if (!first) throw new Error('no cells');
  const selection = first.selectStart();
  if (last) selection.focus.set(last.getKey(), last.getChildrenSize(), 'element');
}

function paste(bench: Bench, to: number | null, fragments: readonly Fragment[]): Notes {
  const notes = new Notes();
  bench.edit(() => {
    $selectCells(to);
    const selection = $rangeSelection();
    const range = $cellRange();
    if (!selection || !range) throw new Error('not in a cell');
    finish($pasteIntoCells(selection, range, fragments, { notes, $isFree: () => true }));
  });
  return notes;
}

const line = (text: string): Fragment => ({ origin: { role: 'line', level: 0 }, content: words(text) });
const item = (text: string): Fragment => ({ origin: { role: 'item', level: 0 }, content: words(text) });

describe('pasting into a cell', () => {
  test('puts words at the caret, lines below each other, lists as lines', () => {
    const bench = open(fullSample('briefing'));
    const notes = paste(bench, null, [line('say'), item('a'), item('b')]);
    expect(rows(bench)).toEqual(['say\n– a\n– bhead ¦ er', 'cell ¦ ']);
    expect(counts(notes.list())).toEqual(['cellList 1']);
  });

  test('writes over the cells that are selected', () => {
    const bench = open(fullSample('briefing'));
    paste(bench, 3, [line('new')]);
    expect(rows(bench)).toEqual(['new ¦ ', ' ¦ ']);
  });

  test('fills a table from the cell on and makes it larger where that is needed', () => {
    const bench = open(fullSample('briefing'));
    const cells = Array.from({ length: 60 }, (_, row) => [
      { content: words(`r${row}`) },
      { content: words('x') },
    ]);
    const table = { headerRow: true, headerColumn: false, rows: cells };
    paste(bench, null, [{ origin: { role: 'table', level: 0, table }, content: [] }]);
    expect(rows(bench)).toEqual(cells.map((_, row) => `r${row} ¦ x`));
  });

  test('keeps a caption that comes with a table as words', () => {
    const bench = open(fullSample('briefing'));
    const table = {
      headerRow: false,
      headerColumn: false,
      rows: [[{ content: words('a') }, { content: words('b') }]],
    };
    paste(bench, null, [{ origin: { role: 'table', level: 0, table }, content: words('Caption') }]);
    expect(rows(bench)[0]).toBe('Caption\na; bhead ¦ er');
  });
});

test('cells copy out as a table of their own', () => {
  const bench = open(fullSample('briefing'));
  const document = bench.current();
  let data: ReadonlyMap<string, string> = new Map();
  bench.edit(() => {
    $selectCells(1);
    const selection = $rangeSelection();
    const clip = selection && $clip(selection);
    if (clip) data = clipboardData(clip, document);
  });
  expect(data.get('text/plain')).toBe('head\ter');
  expect(data.get('text/html')).toMatch(/<td[^>]*>head<\/td><td[^>]*>er<\/td>/);
});

test('a caret in a cell copies nothing, words in one copy as words', () => {
  const bench = open(fullSample('briefing'));
  const document = bench.current();
  let data: ReadonlyMap<string, string> | null = null;
  bench.edit(() => {
    $selectCells(null);
    const caret = $rangeSelection();
    expect(caret && $clip(caret)).toBeNull();
    const range = $cellRange();
    if (range) $goToCell(range.place, { row: 0, column: 0 });
    const selection = $rangeSelection();
    const text = selection?.anchor.getNode();
    if (selection && text) selection.anchor.set(text.getKey(), 1, 'text');
    const clip = selection && $clip(selection);
    if (clip) data = clipboardData(clip, document);
  });
  expect(data).not.toBeNull();
  expect((data as unknown as Map<string, string>).get('text/plain')).toBe('ead');
});
