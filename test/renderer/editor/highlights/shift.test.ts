import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shifted } from '../../../../renderer/editor/highlights/shift.ts';

const stretch = (start: number, end: number) => ({ blockId: 'b', cell: null, start, end });

test('stretches move with their words, and one that is written into goes', () => {
  const words = 'one two three';
  const all = [stretch(0, 3), stretch(4, 7), stretch(8, 13)];
  expect(shifted(all, words, 'one and two three')).toEqual([stretch(0, 3), stretch(8, 11), stretch(12, 17)]);
  expect(shifted(all, words, 'one twXo three')).toEqual([stretch(0, 3), stretch(9, 14)]);
  expect(shifted(all, words, 'one three three')).toEqual([stretch(0, 3), stretch(10, 15)]);
});

test('after any change in one place, every stretch left covers the very words it covered', () => {
  const change = fc.record({
    before: fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 20 }),
    at: fc.nat(20),
    length: fc.nat(6),
    by: fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 4 }),
    start: fc.nat(20),
    size: fc.integer({ min: 1, max: 6 }),
  });
  fc.assert(
    fc.property(change, ({ before, at, length, by, start, size }) => {
      const after = before.slice(0, at) + by + before.slice(at + length);
      const end = Math.min(before.length, start + size);
      fc.pre(start < end);
      for (const moved of shifted([stretch(start, end)], before, after)) {
        expect(after.slice(moved.start, moved.end)).toBe(before.slice(start, end));
      }
    }),
  );
});
