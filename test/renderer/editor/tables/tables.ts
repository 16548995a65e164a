/** Documents with a table, and the words of its cells. */

import type { BlockNode } from '../../../../renderer/editor/nodes/block-node.ts';
import { $cellAt, $gridOf } from '../../../../renderer/editor/tables/grid.ts';
import type { DespatchDocument, TableBlock } from '../../../../shared/document/schema.ts';
import { knownBlocks, plainText } from '../../../../shared/document/walk.ts';
import type { Bench } from '../headless.ts';
import { $blocks, sample, words } from '../headless.ts';

export function tableBlock(rows: readonly (readonly string[])[], more: Partial<TableBlock> = {}): TableBlock {
  return {
    id: 'the-table',
    kind: 'table',
    level: 0,
    content: words('Cost by year'),
    citations: [],
    headerRow: true,
    headerColumn: false,
    rows: rows.map((row) => row.map((text) => ({ content: text === '' ? [] : words(text) }))),
    ...more,
  };
}

export const costs = tableBlock([
  ['Year', 'Cost', 'Note'],
  ['2024', '£12m', ''],
  ['2025', '£14m', 'an estimate'],
]);

/** The sample document with a table in the section that takes one, behind its first block. */
export function withTable(table: TableBlock = costs): DespatchDocument {
  const document = sample('report');
  return {
    ...document,
    sections: document.sections.map((section) =>
      section.role === 'body' ? { ...section, blocks: section.blocks.toSpliced(2, 0, table) } : section,
    ),
  };
}

export function $table(): BlockNode {
  const found = $blocks().find((block) => block.getState().kind === 'table');
  if (!found) throw new Error('there is no table');
  return found;
}

export function $grid() {
  const grid = $gridOf($table());
  if (!grid) throw new Error('the table has no rows');
  return grid;
}

export function $cell(row: number, column: number) {
  const cell = $cellAt($grid(), { row, column });
  if (!cell) throw new Error(`no cell ${row}, ${column}`);
  return cell;
}

export function tableOf(document: DespatchDocument): TableBlock {
  for (const block of knownBlocks(document)) if (block.kind === 'table') return block;
  throw new Error('there is no table');
}

/** The words of every cell, row by row. */
export function texts(bench: Bench): string[][] {
  return tableOf(bench.current()).rows.map((row) => row.map(({ content }) => plainText(content)));
}
