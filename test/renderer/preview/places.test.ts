import { expect, test } from 'vitest';
import { Places } from '../../../renderer/preview/places.ts';
import { newDocument } from '../../shared/document/blank.ts';

const sizes = new Float32Array([595, 842, 595, 842, 595, 842]);
/** Page, x, y, last page, last y. */
const places = new Places(
  ['title', 'long', 'left', 'right', 'below'],
  new Float32Array([
    ...[0, 72, 84, 0, 96],
    ...[0, 72, 120, 2, 100],
    ...[2, 72, 200, 2, 230],
    ...[2, 300, 200, 2, 214],
    ...[2, 72, 300, 2, 300],
  ]),
);

test('a block takes its strip of each page that it runs over', () => {
  expect(places.bandsOf('title', sizes)).toEqual([{ page: 0, top: 82, bottom: 98 }]);
  expect(places.bandsOf('long', sizes)).toEqual([
    { page: 0, top: 118, bottom: 770 },
    { page: 1, top: 72, bottom: 770 },
    { page: 2, top: 72, bottom: 102 },
  ]);
  expect(places.bandsOf('not printed', sizes)).toEqual([]);
});

test('where a place is told by its baselines, its strip is as high as its lines', () => {
  const inline = new Places(
    ['one line', 'three lines'],
    new Float32Array([0, 72, 100, 0, 100, 0, 72, 120, 0, 152]),
  );
  const heights = inline.blockIds
    .map((id) => inline.bandsOf(id, sizes)[0])
    .map((band) => (band ? band.bottom - band.top : 0));
  expect(heights.map(Math.round)).toEqual([16, 48]);
});

test.each([
  ['the heading of the first page', 0, 300, 20, 'title'],
  ['the first line', 0, 100, 80, 'title'],
  ['further down', 0, 100, 700, 'long'],
  ['a page without a beginning', 1, 100, 400, 'long'],
  ['the end of what began before', 2, 100, 90, 'long'],
  ['the left column', 2, 80, 225, 'left'],
  ['the right column', 2, 400, 225, 'right'],
  ['below the columns', 2, 400, 310, 'below'],
  ['the foot of the last page', 2, 100, 830, 'below'],
])('%s leads to its block', (_name, page, x, y, block) => {
  expect(places.blockAt(page, x, y)).toBe(block);
});

test('a page where nothing is printed leads nowhere', () => {
  expect(new Places([], new Float32Array()).blockAt(0, 100, 100)).toBeNull();
});

test('a block that is not printed is shown where the last one before it is', () => {
  let next = 0;
  const document = newDocument('report', () => `id-${++next}`);
  const ids = document.sections.flatMap(({ blocks }) => blocks.map(({ id }) => id));
  const printed = new Places([ids[1] ?? ''], new Float32Array([0, 72, 84, 0, 84]));
  expect(printed.nearest(ids[1] ?? '', document)).toBe(ids[1]);
  expect(printed.nearest(ids.at(-1) ?? '', document)).toBe(ids[1]);
  expect(printed.nearest(ids[0] ?? '', document)).toBeNull();
  expect(printed.nearest('gone', document)).toBeNull();
});
