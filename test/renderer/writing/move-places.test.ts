import { expect, test } from 'vitest';
import { blockPlaces, sectionPlaces } from '../../../renderer/writing/move-places.ts';
import { outlineOf } from '../../../renderer/writing/outline.ts';
import { plainBlock, section } from '../../../shared/document/build.ts';
import { type DespatchDocument, DOCUMENT_FORMAT } from '../../../shared/document/schema.ts';
import { defaultSettings } from '../../../shared/document/settings.ts';
import { provisionalNumbers } from '../../../shared/print/numbering.ts';

let next = 0;
const mint = () => `id-${++next}`;
const words = (text: string) => [{ type: 'text' as const, text }];

const title = plainBlock(mint, 'title', words('Harbour'));
const dues = plainBlock(mint, 'heading', words('Dues'));
const first = plainBlock(mint, 'point', words('First'));
const sub = plainBlock(mint, 'heading', words('Arrears'), 2);
const last = plainBlock(mint, 'point', words('Last'));
const boats = plainBlock(mint, 'heading', words('Boats'));
const written: DespatchDocument = {
  format: DOCUMENT_FORMAT,
  id: mint(),
  kind: 'briefing',
  marking: null,
  settings: defaultSettings,
  sections: [
    section(mint, 'front', [title]),
    { id: 'dues', role: 'topic', blocks: [dues, first, sub, last] },
    { id: 'boats', role: 'topic', blocks: [boats] },
  ],
};
const outline = outlineOf(written, provisionalNumbers(written, null));

test('a block can go to the beginning or the end of whatever the outline lists', () => {
  const places = blockPlaces(written, outline);
  const to = (name: string) => places.find((place) => place.name === name)?.to;
  expect(to('Beginning of 1. Dues')).toEqual({ sectionId: 'dues', beforeId: first.id });
  expect(to('End of 1. Dues')).toEqual({ sectionId: 'dues', beforeId: sub.id });
  expect(to('Beginning of Arrears')).toEqual({ sectionId: 'dues', beforeId: last.id });
  expect(to('End of Arrears')).toEqual({ sectionId: 'dues', beforeId: null });
  expect(to('Beginning of 2. Boats')).toEqual({ sectionId: 'boats', beforeId: null });
});

test('a section can go before every other but the title block, and behind all', () => {
  expect(sectionPlaces(written, outline).map(({ name, beforeSectionId }) => [name, beforeSectionId])).toEqual(
    [
      ['Before 1. Dues', 'dues'],
      ['Before 2. Boats', 'boats'],
      ['At the end of the document', null],
    ],
  );
});
