import { $createTextNode } from 'lexical';
import { expect, test } from 'vitest';
import { $sectionFrom } from '../../../../renderer/editor/convert/from-lexical.ts';
import { $createBlock } from '../../../../renderer/editor/nodes/block-node.ts';
import { blankState, stateOf } from '../../../../renderer/editor/nodes/block-state.ts';
import { $duplicate } from '../../../../renderer/editor/operations/duplicate.ts';
import { $sections } from '../../../../renderer/editor/operations/locate.ts';
import { structureFaults } from '../../../../shared/document/legal.ts';
import type { DespatchDocument } from '../../../../shared/document/schema.ts';
import { $blockWith, open, outline } from '../headless.ts';
import { $cell, $table, costs, tableBlock, tableOf, texts, withTable } from './tables.ts';

const citation = {
  id: 'c1',
  evidenceId: 'e1',
  edition: null,
  bearing: 'supports' as const,
  locator: {
    quote: { type: 'TextQuoteSelector' as const, exact: 'twelve million', prefix: '', suffix: '' },
    position: null,
    page: 3,
  },
};
const rich = tableBlock([['x', 'y']], {
  headerRow: false,
  headerColumn: true,
  citations: [citation],
  rows: [
    [
      {
        content: [
          { type: 'text', text: 'bold', bold: true },
          { type: 'break' },
          { type: 'text', text: 'plain' },
        ],
      },
      { content: [{ type: 'text', text: 'a link', link: 'https://www.gov.uk/' }] },
      { content: [{ type: 'reference', target: 'own-1', show: 'number', italic: true }] },
    ],
    [
      { content: [{ type: 'text', text: 'commented', comments: ['c1'] }] },
      { content: [] },
      { content: [{ type: 'text', text: ' spaces ' }] },
    ],
  ],
});

test.each<[string, DespatchDocument]>([
  ['plain', withTable()],
  ['with everything a cell may hold', withTable(rich)],
  ['of one cell', withTable(tableBlock([['']]))],
])('a table %s comes back from the editor exactly as it was', (_, document) => {
  const bench = open(document);
  const sections = bench.editor.read(() => $sections().map($sectionFrom));
  expect(sections).toEqual(document.sections);
});

test('words typed in a cell are saved, and undo and redo of them too', () => {
  const document = withTable();
  const bench = open(document);
  bench.changes.report();
  bench.edit(() => {
    $cell(1, 2).selectEnd().insertText('firm');
  });
  expect(texts(bench)[1]).toEqual(['2024', '£12m', 'firm']);
  expect(bench.changes.report().sections.map(({ role }) => role)).toEqual(['body']);
  bench.undo();
  expect(bench.current()).toEqual(document);
  expect(bench.changes.report().sections.map(({ role }) => role)).toEqual(['body']);
  bench.redo();
  expect(texts(bench)[1]).toEqual(['2024', '£12m', 'firm']);
});

test('a table made from a state with rows keeps them; one without gets two rows of two cells', () => {
  const bench = open(withTable());
  bench.edit(() => {
    const after = $blockWith('As was said');
    after.insertAfter($createBlock({ ...stateOf(costs), id: '' }));
    after.insertAfter($createBlock(blankState('table')));
  });
  const tables = bench
    .current()
    .sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])));
  expect(tables.map(({ rows }) => rows.length)).toEqual([3, 2, 3]);
  expect(tables[2]?.rows).toEqual(costs.rows);
  expect(new Set(tables.map(({ id }) => id)).size).toBe(3);
  expect(structureFaults(bench.current())).toEqual([]);
});

test('a table that may not stand where it is put keeps its words', () => {
  const bench = open(withTable());
  bench.edit(() => {
    $blockWith('An aside').insertAfter($table());
  });
  expect(outline(bench.current()).join('\n')).toContain(
    'Cost by year\nYear; Cost; Note\n2024; £12m; \n2025; £14m; an estimate',
  );
  expect(structureFaults(bench.current())).toEqual([]);
  bench.undo();
  expect(tableOf(bench.current())).toEqual(costs);
});

test('rows of different lengths are made whole in the same edit, and undone with it', () => {
  const bench = open(withTable());
  bench.edit(() => $cell(1, 1).remove());
  expect(texts(bench)[1]).toEqual(['2024', '', '']);
  expect(structureFaults(bench.current())).toEqual([]);
  bench.undo();
  expect(bench.current()).toEqual(withTable());
});

test('a block that comes into a cell gives up its words to the cell', () => {
  const bench = open(withTable());
  bench.edit(() => {
    $cell(1, 2).append($createBlock(blankState('point')).append($createTextNode('inside')));
  });
  expect(texts(bench)[1]).toEqual(['2024', '£12m', 'inside']);
  expect(structureFaults(bench.current())).toEqual([]);
});

test('a duplicated table has the same cells', () => {
  const bench = open(withTable());
  bench.edit(() => {
    $duplicate([$table()]);
  });
  const tables = bench
    .current()
    .sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])));
  expect(tables[1]).toEqual({ ...costs, id: tables[1]?.id });
  expect(tables[1]?.id).not.toBe(costs.id);
});
