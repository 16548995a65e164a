import { expect, test } from 'vitest';
import { checkDocument } from '../../../shared/checks/run.ts';
import { section } from '../../../shared/document/build.ts';
import type { ImageBlock, KnownBlock, TableBlock } from '../../../shared/document/schema.ts';
import { newDocument } from '../document/blank.ts';

let minted = 0;
const mint = () => `id-${++minted}`;
const base = { level: 0, content: [], citations: [] };

function table(
  rows: string[][],
  headers: Partial<Pick<TableBlock, 'headerRow' | 'headerColumn'>> = {},
): TableBlock {
  return {
    ...base,
    id: mint(),
    kind: 'table',
    headerRow: true,
    headerColumn: false,
    ...headers,
    rows: rows.map((row) => row.map((text) => ({ content: text === '' ? [] : [{ type: 'text', text }] }))),
  };
}

function image(alternativeText: string, decorative = false): ImageBlock {
  const size = { width: 4, height: 3 };
  const asset = 'a'.repeat(64);
  return {
    ...base,
    id: mint(),
    kind: 'image',
    asset,
    mediaType: 'image/png',
    ...size,
    alternativeText,
    decorative,
  };
}

const ours = ['missing-alternative-text', 'table-without-header', 'empty-column-header'];
function found(block: KnownBlock): string[] {
  const document = { ...newDocument('report', mint), sections: [section(mint, 'body', [block])] };
  return checkDocument(document)
    .filter(({ rule, blockId }) => ours.includes(rule) && blockId === block.id)
    .map(({ rule, severity, message }) => `${rule} ${severity}: ${message}`);
}

test('a picture without words is an error, unless it is decorative', () => {
  expect(found(image(''))).toEqual([
    expect.stringMatching(/^missing-alternative-text error: The picture has no/u),
  ]);
  expect(found(image('  '))).toHaveLength(1);
  expect(found(image('', true))).toEqual([]);
  expect(found(image('The harbour'))).toEqual([]);
});

test('a table needs a header row or a header column', () => {
  expect(found(table([['a']], { headerRow: false }))).toEqual([
    expect.stringMatching(/^table-without-header error: /u),
  ]);
  expect(found(table([['a']], { headerRow: false, headerColumn: true }))).toEqual([]);
  expect(found(table([['a']]))).toEqual([]);
});

test('columns with cells under an empty header are named together; empty columns and corners are not', () => {
  const rows = [
    ['', 'Cost', '', ''],
    ['2024', '1', 'x', ''],
    ['2025', '2', '', ''],
  ];
  expect(found(table(rows))).toEqual([expect.stringContaining('Columns 1 and 3 have no header.')]);
  expect(found(table(rows, { headerColumn: true }))).toEqual([
    expect.stringContaining('Column 3 has no header.'),
  ]);
});
