import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextLetter } from '../../../shared/pack/letters.ts';

test('supplements are A to Z, then AA, AB and so on', () => {
  expect(nextLetter([])).toBe('A');
  expect(nextLetter(['A'])).toBe('B');
  expect(nextLetter(['Z'])).toBe('AA');
  expect(nextLetter(['AZ'])).toBe('BA');
  expect(nextLetter(['ZZ'])).toBe('AAA');
});

test('no letter is given twice, in whatever order they are remembered', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 900 }), fc.infiniteStream(fc.nat()), (count, order) => {
      const letters: string[] = [];
      for (let made = 0; made < count; made += 1) {
        const at = Number(order.next().value) % (letters.length + 1);
        letters.splice(at, 0, nextLetter(letters));
      }
      expect(new Set(letters).size).toBe(count);
    }),
    { numRuns: 20 },
  );
});
