/** A pack is opened again where it was left. */
import { expect, test } from 'vitest';
import { type KeptPlace, pageIn, placeOf, withPlace } from '../../../renderer/packs/reader/kept-places.ts';
import type { KeptPlan } from '../../../shared/pack/kept-pack.ts';

const plan = (...papers: (string | null)[]): KeptPlan => {
  const seen = new Map<string, number>();
  return {
    items: [],
    papers: [],
    pages: papers.map((paperId, at) => {
      const paperPage = paperId === null ? null : (seen.get(paperId) ?? 0);
      if (paperId !== null) seen.set(paperId, (paperPage ?? 0) + 1);
      return { label: String(at + 1), paperId, paperPage };
    }),
  };
};
const place = (fields: Partial<KeptPlace>): KeptPlace => ({
  meetingId: 'harbours',
  packId: 'first',
  page: 3,
  paperId: 'dues',
  paperPage: 1,
  zoom: 'fit',
  ...fields,
});

test('the same pack opens at its page, another version at the same page of the paper', () => {
  expect(pageIn(place({}), 'first', plan(null, 'dues', 'dues'))).toBe(3);
  expect(pageIn(place({}), 'second', plan(null, 'berths', null, 'dues', 'dues'))).toBe(5);
});

test('a paper that became shorter opens at its last page; one that is gone, the pack at its first', () => {
  expect(pageIn(place({ paperPage: 7 }), 'second', plan(null, 'dues', 'dues', 'berths'))).toBe(3);
  expect(pageIn(place({}), 'second', plan(null, 'berths'))).toBe(1);
  expect(pageIn(place({ paperId: null, paperPage: null, page: 2 }), 'second', plan(null, null))).toBe(1);
  expect(pageIn(place({ page: 9 }), 'first', plan(null, 'dues'))).toBe(2);
});

test('a pack has its own place before that of its meeting, and only the last hundred are kept', () => {
  const open = place({ packId: 'public', page: 2 });
  const places = withPlace(withPlace([], place({})), open);
  expect(placeOf(places, { id: 'first', meetingId: 'harbours' })?.page).toBe(3);
  expect(placeOf(places, { id: 'third', meetingId: 'harbours' })).toEqual(open);
  expect(placeOf(places, { id: 'third', meetingId: 'bridges' })).toBeNull();
  let many: readonly KeptPlace[] = places;
  for (let at = 0; at < 150; at += 1) many = withPlace(many, place({ packId: `pack-${at}` }));
  expect(many).toHaveLength(100);
  expect(many[0]?.packId).toBe('pack-149');
});
