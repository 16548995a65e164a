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
    { words: 'page 3, in its words (words of Agenda Item 2)', rowId: 'survey', name: '“Survey”' },
  ]);
});

test('a place in no paper leads to the item whose words they are, and each is told once', () => {
  const where = 'in a bookmark (words of Agenda Item 2)';
  expect(refusedPlaces(error(`${where}\n${where}`, '\n'), items, numbers)).toEqual([
    { words: where, rowId: 'bids', name: 'item 2' },
  ]);
});

test('what has gone from the agenda meanwhile leads nowhere', () => {
  expect(
    refusedPlaces(error('in the metadata (words of Agenda Item 9)', 'gone'), items, numbers),
  ).toMatchObject([{ rowId: null }]);
});
