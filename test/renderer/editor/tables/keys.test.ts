import {
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_DOWN_COMMAND,
} from 'lexical';
import { expect, test } from 'vitest';
import { $blockSelection } from '../../../../renderer/editor/block-selection.ts';
import { $rangeSelection } from '../../../../renderer/editor/operations/locate.ts';
import { $cellRange, $placeInCell } from '../../../../renderer/editor/tables/cells.ts';
import { $cellAround } from '../../../../renderer/editor/tables/grid.ts';
import { $toggleHeader } from '../../../../renderer/editor/tables/operations.ts';
import { registerTableKeys } from '../../../../renderer/editor/tables/register-keys.ts';
import { structureFaults } from '../../../../shared/document/legal.ts';
import { $caret, type Bench, open } from '../headless.ts';
import { $cell, $table, texts, withTable } from './tables.ts';

function bench() {
  const opened = open(withTable());
  let toolbars = 0;
  registerTableKeys(opened.editor, { openToolbar: () => (toolbars += 1), isInEdgeLine: () => true });
  const key = (name: string, held: Partial<KeyboardEvent> = {}) => {
    const event = { key: name, code: name, preventDefault() {}, getModifierState: () => false, ...held };
    opened.editor.update(() => void opened.editor.dispatchCommand(KEY_DOWN_COMMAND, event as never), {
      discrete: true,
    });
  };
  const dispatch = (
    command: typeof INSERT_PARAGRAPH_COMMAND | typeof DELETE_CHARACTER_COMMAND,
    value?: unknown,
  ) =>
    opened.editor.update(() => void opened.editor.dispatchCommand(command as never, value as never), {
      discrete: true,
    });
  const put = (row: number, column: number, where: 'start' | 'end' = 'end') =>
    opened.edit(() => $placeInCell($cell(row, column), where));
  const type = (text: string) => dispatch(CONTROLLED_TEXT_INSERTION_COMMAND as never, text);
  return { ...opened, key, dispatch, put, type, toolbars: () => toolbars };
}

function at(opened: Bench): string {
  return opened.editor.read(() => {
    const node = $rangeSelection()?.focus.getNode() ?? null;
    const place = $cellAround(node);
    return place ? `${place.row},${place.column}` : (node?.getTextContent() ?? 'nowhere');
  });
}

test('Tab goes from cell to cell and behind the last one adds a row; Shift+Tab goes back to the caption', () => {
  const opened = bench();
  opened.put(1, 2);
  opened.key('Tab');
  expect(at(opened)).toBe('2,0');
  opened.key('Tab', { shiftKey: true });
  expect(at(opened)).toBe('1,2');
  opened.put(2, 2);
  opened.key('Tab');
  expect(at(opened)).toBe('3,0');
  expect(texts(opened)[3]).toEqual(['', '', '']);
  opened.put(0, 0);
  opened.key('Tab', { shiftKey: true });
  expect(at(opened)).toBe('Cost by year');
});

test('Enter breaks the line in the cell', () => {
  const opened = bench();
  opened.put(1, 0);
  opened.dispatch(INSERT_PARAGRAPH_COMMAND);
  opened.type('on');
  expect(texts(opened)[1]?.[0]).toBe('2024\non');
});

test('Backspace at the start and Delete at the end of a cell reach no other cell', () => {
  const opened = bench();
  const before = opened.current();
  for (const column of [0, 1, 2]) {
    opened.put(1, column, 'start');
    opened.dispatch(DELETE_CHARACTER_COMMAND, true);
    opened.dispatch(DELETE_WORD_COMMAND as never, true);
    opened.put(1, column, 'end');
    opened.dispatch(DELETE_CHARACTER_COMMAND, false);
  }
  expect(opened.current()).toEqual(before);
});

test('arrows step over the edges of cells and out of the table at its own', () => {
  const opened = bench();
  opened.put(1, 0, 'end');
  opened.key('ArrowRight');
  expect(at(opened)).toBe('1,1');
  opened.key('ArrowDown');
  expect(at(opened)).toBe('2,1');
  opened.put(1, 0, 'start');
  opened.key('ArrowLeft');
  expect(at(opened)).toBe('0,2');
  opened.key('ArrowUp');
  expect(at(opened)).toBe('Cost by year');
  opened.put(2, 2, 'end');
  opened.key('ArrowDown');
  expect(at(opened)).toBe('A part of it');
});

test('Ctrl+Enter goes on below in a new block', () => {
  const opened = bench();
  opened.put(0, 0);
  opened.key('Enter', { ctrlKey: true });
  opened.type('After');
  const blocks = opened.current().sections.flatMap(({ blocks }) => blocks);
  const table = blocks.findIndex(({ kind }) => kind === 'table');
  expect(blocks[table + 1]).toMatchObject({ kind: 'text', content: [{ text: 'After' }] });
});

test('Alt and an arrow move the row or the column with the caret', () => {
  const opened = bench();
  opened.put(1, 1);
  opened.key('ArrowDown', { altKey: true });
  expect(texts(opened).map(([year]) => year)).toEqual(['Year', '2025', '2024']);
  opened.key('ArrowLeft', { altKey: true });
  expect(texts(opened)[2]).toEqual(['£12m', '2024', '']);
  expect(at(opened)).toBe('2,0');
  opened.key('ArrowLeft', { altKey: true });
  expect(texts(opened)[2]).toEqual(['£12m', '2024', '']);
});

test('figures never change places with their header, until it is turned off', () => {
  const opened = bench();
  const before = texts(opened);
  opened.put(1, 1);
  opened.key('ArrowUp', { altKey: true });
  opened.put(0, 1);
  opened.key('ArrowDown', { altKey: true });
  expect(texts(opened)).toEqual(before);
  opened.edit(() => $toggleHeader($table(), 'row'));
  opened.key('ArrowDown', { altKey: true });
  expect(texts(opened).map(([year]) => year)).toEqual(['2024', 'Year', '2025']);
});

test('Shift and arrows select cells as a rectangle, which typing and Delete empty', () => {
  const opened = bench();
  opened.put(1, 1);
  opened.key('ArrowRight', { shiftKey: true });
  opened.key('ArrowDown', { shiftKey: true });
  const range = opened.editor.read(() => $cellRange());
  expect([range?.from, range?.to]).toEqual([
    { row: 1, column: 1 },
    { row: 2, column: 2 },
  ]);
  opened.dispatch(DELETE_CHARACTER_COMMAND, true);
  expect(texts(opened)).toEqual([
    ['Year', 'Cost', 'Note'],
    ['2024', '', ''],
    ['2025', '', ''],
  ]);
  opened.undo();
  opened.put(2, 0);
  opened.key('ArrowUp', { shiftKey: true });
  opened.type('x');
  expect(texts(opened).map(([year]) => year)).toEqual(['Year', 'x', '']);
  expect(structureFaults(opened.current())).toEqual([]);
});

test('Esc selects the table, Delete deletes it, undo brings it back', () => {
  const opened = bench();
  opened.put(1, 1);
  opened.key('Escape');
  expect(opened.editor.read(() => $blockSelection()?.length)).toBe(1);
  opened.dispatch(DELETE_CHARACTER_COMMAND, false);
  expect(
    opened
      .current()
      .sections.flatMap(({ blocks }) => blocks)
      .some(({ kind }) => kind === 'table'),
  ).toBe(false);
  opened.undo();
  expect(opened.current()).toEqual(withTable());
});

test('Alt+F10 and the menu key ask for the toolbar, in a table only', () => {
  const opened = bench();
  opened.put(1, 1);
  opened.key('F10', { altKey: true });
  opened.key('ContextMenu');
  opened.edit(() => void $caret('As was said', 'end'));
  opened.key('F10', { altKey: true });
  expect(opened.toolbars()).toBe(2);
});
