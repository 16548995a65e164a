/**
 * Tags the cells that name their row. Typst tags the header row, but marks no cell of a column as a header without a
 * switch that its Node binding lacks.
 */
import type { PrintDocument } from '../../../../shared/print/blocks.ts';
import type { Structure } from './structure.ts';

/** The rows of a table, whether or not they stand in its head and body. */
function rowsOf(table: string, tags: Structure): string[] {
  return tags
    .childrenOf(table)
    .flatMap((child) => (tags.kindOf(child) === 'TR' ? [child] : rowsOf(child, tags)));
}

/** Tables in reading order. */
function tablesUnder(number: string, tags: Structure): string[] {
  if (tags.kindOf(number) === 'Table') return [number];
  return tags.childrenOf(number).flatMap((child) => tablesUnder(child, tags));
}

/** Headers listed by name would hide those found by their scope. */
const withoutHeaders = (text: string): string => text.replace(/\/Headers \[[^\]]*\]/u, '');

function asRowHeader(text: string): string {
  return text.replace('/S /TD', '/S /TH').replace(/\/Headers \[[^\]]*\]/u, '/Scope /Row');
}

/**
 * Makes the first cell of each row a header wherever the print model says so.
 * @throws Error where not every table is tagged.
 */
export function tagRowHeaders(tags: Structure, print: PrintDocument): void {
  const tables = print.blocks.filter((block) => block.type === 'table');
  if (!tables.some(({ headerColumn }) => headerColumn)) return;
  const tagged = tablesUnder(tags.root, tags);
  if (tagged.length !== tables.length)
    throw new Error(`${tagged.length} of ${tables.length} tables are tagged.`);
  for (const [at, table] of tagged.entries()) {
    if (tables[at]?.headerColumn !== true) continue;
    for (const row of rowsOf(table, tags)) {
      for (const [column, cell] of tags.childrenOf(row).entries()) {
        const names = column === 0 && tags.kindOf(cell) === 'TD';
        const text = tags.textOf(cell);
        tags.change(cell, names ? asRowHeader(text) : withoutHeaders(text));
      }
    }
  }
}
