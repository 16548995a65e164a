import { expect, test } from 'vitest';
import { readingScale, usualSize } from '../../../../renderer/reading/pages/fit.ts';
import { layOutPages, PAGE_GAP } from '../../../../renderer/ui/pages/page-layout.ts';

/** Letters, and among them a plan as large as a table. */
const sizes = new Float32Array([600, 800, 600, 800, 2400, 3200, 600, 800]);
const room = { width: 600 + 2 * PAGE_GAP, height: 400 + 2 * PAGE_GAP };

test('a large plan among letters does not make those small, and fits itself', () => {
  expect(usualSize(sizes)).toEqual({ width: 600, height: 800 });
  const scale = readingScale('fit', room, sizes);
  expect(scale).toBe(1);
  const layout = layOutPages(sizes, scale, 600);
  expect(layout.scales).toEqual([1, 1, 0.25, 1]);
  expect(layout.tops.map((top, at) => top - PAGE_GAP * (at + 1))).toEqual([0, 800, 1600, 2400, 3200]);
  expect(layout.width).toBe(600 + 2 * PAGE_GAP);
});

test('a whole page is as high as what is seen, and never wider', () => {
  expect(readingScale('page', room, sizes)).toBe(0.5);
  expect(readingScale('page', { ...room, width: 150 + 2 * PAGE_GAP }, sizes)).toBe(0.25);
  expect(readingScale(1, room, sizes)).toBeCloseTo(96 / 72);
  expect(readingScale('fit', { width: 0, height: 0 }, new Float32Array())).toBeGreaterThan(0);
});
