import { expect, test } from 'vitest';
import { documentLines } from '../../../electron/cli/document-lines.ts';
import { plainBlock, section, tableBlock } from '../../../shared/document/build.ts';
import type { Inline } from '../../../shared/document/inline.ts';
import type { Block, KnownBlock } from '../../../shared/document/schema.ts';
import { newDocument } from '../../shared/document/blank.ts';

let made = 0;
const mint = () => `id-${made++}`;
const words = (text: string): Inline[] => (text === '' ? [] : [{ type: 'text', text }]);

function linesOf(blocks: readonly Block[]): string[] {
  const report = newDocument('report', mint);
  return documentLines({ ...report, sections: [section(mint, 'body', blocks)] }).map((line) => line.trim());
}

test('the cells of a table and what a picture shows are among the words', () => {
  const picture: KnownBlock = {
    id: mint(),
    kind: 'image',
    level: 0,
    content: words('The quay'),
    citations: [],
    asset: 'a'.repeat(64),
    mediaType: 'image/png',
    width: 10,
    height: 10,
    alternativeText: 'Two cranes',
    decorative: false,
  };
  const rows = [
    ['Year', 'Cost'],
    ['2026', '£12m'],
  ].map((row) => row.map(words));
  const table = tableBlock(mint, rows, { headerRow: true, headerColumn: false });
  expect(linesOf([table, picture]).join('\n')).toMatch(
    /Year \| Cost\n2026 \| £12m\n.*The quay\n\[Picture: Two cranes\]/,
  );
});

test('a reference says what it is printed as, and a broken one says so', () => {
  const aim = plainBlock(mint, 'paragraph', words('The channel silts up.'));
  const lines = linesOf([
    aim,
    plainBlock(mint, 'paragraph', [...words('See '), { type: 'reference', target: aim.id, show: 'label' }]),
    plainBlock(mint, 'paragraph', [...words('See '), { type: 'reference', target: 'gone', show: 'label' }]),
  ]);
  expect(lines).toEqual(['1. The channel silts up.', '2. See paragraph 1', '3. See [broken reference]']);
});

test('guidance and details are told from the text', () => {
  const reason: KnownBlock = {
    id: mint(),
    kind: 'detail',
    level: 0,
    content: words('It is cheap.'),
    citations: [],
    detail: 'reason',
  };
  const lines = linesOf([plainBlock(mint, 'guidance', words('Be brief.')), reason]);
  expect(lines).toEqual(['[Guidance] Be brief.', 'Reason: It is cheap.']);
});
