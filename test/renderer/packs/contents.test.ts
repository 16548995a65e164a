/** The agenda as the way through a pack. */
import { expect, test } from 'vitest';
import { contentsOf, itemStep, rowAt } from '../../../renderer/packs/reader/contents.ts';
import type { KeptPlan } from '../../../shared/pack/kept-pack.ts';

const item = (itemId: string, number: string, leaf: number | null, depth = 0) => ({
  itemId,
  number,
  title: itemId,
  depth,
  leaf,
});
const paper = (paperId: string, itemId: string, leaves: [number, number] | null, withheld = false) => ({
  paperId,
  itemId,
  title: paperId,
  appendix: false,
  leaves,
  numbers: leaves && ([String(leaves[0]), String(leaves[1])] as [string, string]),
  withheld,
});

/** Front sheet on page 1, two papers of item 2 from page 2, item 3 withheld, a sub-item on page 9. */
const plan: KeptPlan = {
  items: [
    item('apologies', '1', null),
    item('wall', '2', 1),
    item('quay', '3', null),
    item('deep', '3a', 8, 1),
  ],
  papers: [
    paper('report', 'wall', [1, 4]),
    paper('survey', 'wall', [5, 5]),
    paper('offer', 'quay', null, true),
    paper('map', 'deep', [8, 9]),
  ],
  pages: Array.from({ length: 10 }, (_, at) => ({ label: String(at), paperId: null, paperPage: null })),
};

test('each item stands once with its papers under it, deeper than itself', () => {
  const rows = contentsOf(plan);
  expect(rows.map(({ id, depth }) => `${depth} ${id}`)).toEqual([
    '0 apologies',
    '0 wall',
    '1 report',
    '1 survey',
    '0 quay',
    '1 offer',
    '1 deep',
    '2 map',
  ]);
  expect(rows.map(({ pages }) => pages)).toEqual(['', '', '1 – 4', '5', '', '', '', '8 – 9']);
  expect(rows.find(({ id }) => id === 'offer')).toMatchObject({ page: null, withheld: true });
});

test('a page belongs to the last that begins on it or before, the front sheet to none', () => {
  const rows = contentsOf(plan);
  const at = (page: number) => rows[rowAt(rows, page)]?.id ?? null;
  expect([1, 2, 5, 6, 8, 9, 10].map(at)).toEqual([
    null,
    'report',
    'report',
    'survey',
    'survey',
    'map',
    'map',
  ]);
});

test('steps lead from item to item and stop at either end', () => {
  const rows = contentsOf(plan);
  expect(itemStep(rows, 1, 1)).toBe(2);
  expect(itemStep(rows, 4, 1)).toBe(9);
  expect(itemStep(rows, 9, 1)).toBeNull();
  expect(itemStep(rows, 9, -1)).toBe(2);
  expect(itemStep(rows, 4, -1)).toBe(2);
  expect(itemStep(rows, 2, -1)).toBeNull();
});
