import { expect, test } from 'vitest';
import {
  LARGEST_ZOOM,
  layOutPages,
  PAGE_GAP,
  pageAt,
  pagesInView,
  SMALLEST_ZOOM,
  scaleFor,
  steppedZoom,
  zoomWords,
} from '../../../renderer/ui/pages/page-layout.ts';

/** Two upright pages around one that lies on its side. */
const sizes = new Float32Array([600, 800, 800, 600, 600, 800]);

test('the widest page fits the panel; at 100% a point is a point', () => {
  expect(scaleFor('fit', 400, sizes)).toBe(0.5);
  expect(scaleFor(1, 400, sizes)).toBeCloseTo(96 / 72);
  expect(scaleFor('fit', -32, sizes)).toBeGreaterThan(0);
});

test('pages lie below each other with a gap around each', () => {
  const layout = layOutPages(sizes, 0.5);
  expect(layout.tops).toEqual([16, 432, 748, 1164]);
  expect(layout.height).toBe(400 + 300 + 400 + 4 * PAGE_GAP);
  expect(layout.width).toBe(400 + 2 * PAGE_GAP);
});

test('only the pages in view and their neighbours are drawn, however many there are', () => {
  const many = layOutPages(new Float32Array(2 * 300).fill(800), 1);
  expect(pagesInView(many, 0, 600)).toEqual([0, 1]);
  expect(pagesInView(many, 100 * 816, 600)).toEqual([98, 99, 100, 101]);
  expect(pagesInView(many, many.height, 600)).toEqual([298, 299]);
  expect(pagesInView(layOutPages(new Float32Array(), 1), 0, 600)).toEqual([]);
});

test('every height belongs to a page', () => {
  const layout = layOutPages(sizes, 0.5);
  expect([-5, 0, 200, 431, 432, 700, 748, 5000].map((y) => pageAt(layout, y))).toEqual([
    0, 0, 0, 0, 1, 1, 2, 2,
  ]);
});

test('zooming goes in steps, within bounds, and back again', () => {
  const hundred = 96 / 72;
  expect(zoomWords(hundred)).toBe('100\u00a0%');
  expect(steppedZoom(hundred, 1)).toBe(1.1);
  expect(steppedZoom(1.1 * hundred, -1)).toBe(1);
  expect(steppedZoom(hundred, 50)).toBe(LARGEST_ZOOM);
  expect(steppedZoom(hundred, -50)).toBe(SMALLEST_ZOOM);
});
