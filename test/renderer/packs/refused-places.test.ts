import { expect, test } from 'vitest';
import { refusedPlaces } from '../../../renderer/packs/publish/refused-places.ts';
import { item, paper } from '../../electron/library/meetings/desk.ts';

const items = [
  item('quays', 'Quays', { papers: [paper('survey', { type: 'toFollow' }, { title: 'Survey' })] }),
  item('bids', 'Bids'),
];
const numbers = new Map([
  ['quays', '1'],
  ['bids', '2'],
]);
const error = (places: string, paperIds: string) =>
  ({ code: 'pack.leak', details: { places, paperIds } }) as const;

test('a place leads to the paper it was found in', () => {
  const places = refusedPlaces(
    error('page 3, in its words (words of Agenda Item 2)', 'survey'),
    items,
    numbers,
  );
  expect(places).toEqual([
    {
      words: 'page 3, in its words (words of Agenda Item 2)',
      rowId: 'survey',
      name: '“Survey”',
      passage: null,
    },
  ]);
});

test('a place in no paper leads to the item whose words they are, and each is told once', () => {
  const where = 'in a bookmark (words of Agenda Item 2)';
  expect(refusedPlaces(error(`${where}\n${where}`, '\n'), items, numbers)).toEqual([
    { words: where, rowId: 'bids', name: 'item 2', passage: null },
  ]);
  const inTab = refusedPlaces(error('in a bookmark (words of Tab 2)', ''), items, numbers);
  expect(inTab).toMatchObject([{ rowId: 'bids', name: 'tab 2' }]);
});

test('words of a withheld passage lead to it too, as long as its paper is on the agenda', () => {
  const places = ['page 3 (words of Agenda Item 2, “Survey”, paragraph 7, block 9)', 'page 4 (words of X)'];
  const details = {
    places: places.join('\n'),
    paperIds: 'survey\n',
    passagePapers: 'survey\ngone',
    passageBlocks: 'block\nother',
  };
  expect(refusedPlaces({ code: 'pack.leak', details }, items, numbers)).toMatchObject([
    { rowId: 'survey', passage: { paperId: 'survey', blockId: 'block' } },
    { passage: null },
  ]);
});

test('what has gone from the agenda meanwhile leads nowhere', () => {
  expect(
    refusedPlaces(error('in the metadata (words of Agenda Item 9)', 'gone'), items, numbers),
  ).toMatchObject([{ rowId: null }]);
});
