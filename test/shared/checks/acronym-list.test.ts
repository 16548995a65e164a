import { expect, test } from 'vitest';
import { acronymList } from '../../../shared/checks/acronym-list.ts';
import { plainBlock, section } from '../../../shared/document/build.ts';
import { newDocument } from '../document/blank.ts';

let minted = 0;
const mint = () => `id-${++minted}`;

function listed(...points: string[]) {
  const blocks = points.map((text) => plainBlock(mint, 'point', [{ type: 'text', text }]));
  const document = { ...newDocument('briefing', mint), sections: [section(mint, 'topic', blocks)] };
  return acronymList(document).map(({ acronym, uses, first, expansion, proposal }) => ({
    acronym,
    uses,
    at: `${blocks.findIndex(({ id }) => id === first.blockId)}:${first.start}-${first.end}`,
    expansion,
    proposal,
  }));
}

test('an acronym is listed with its expansion, its uses and its first place', () => {
  expect(
    listed(
      'We met the Harbour Masters’ Federation (HMF) in May.',
      'The HMF agreed, and so did two other HMFs.',
      'MCZ (Marine Conservation Zone) rules apply.',
    ),
  ).toEqual([
    { acronym: 'HMF', uses: 3, at: '0:40-43', expansion: 'Harbour Masters’ Federation', proposal: null },
    { acronym: 'MCZ', uses: 1, at: '2:0-3', expansion: 'Marine Conservation Zone', proposal: null },
  ]);
});

test('for one that is never explained the document’s own words are proposed', () => {
  expect(listed('The Coasters’ Fund pays.', 'CF money runs out; QXZ does not.')).toEqual([
    { acronym: 'CF', uses: 1, at: '1:0-2', expansion: null, proposal: 'Coasters’ Fund' },
    { acronym: 'QXZ', uses: 1, at: '1:19-22', expansion: null, proposal: null },
  ]);
});

test('words that everybody knows, and shouted ones, are no acronyms', () => {
  expect(listed('The UK and the EU pay VAT.', 'NOT FOR PUBLICATION')).toEqual([]);
});
