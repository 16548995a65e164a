import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelPatterns } from '../../../shared/import/label-patterns.ts';

test.each(Object.entries(labelPatterns))('every label of "%s" is known by its first word', (_, label) => {
  fc.assert(
    fc.property(fc.stringMatching(label.pattern), (key) => {
      expect({ key, known: label.test(key) }).toEqual({ key, known: true });
    }),
    { numRuns: 2000 },
  );
});

test('nothing else is', () => {
  for (const label of Object.values(labelPatterns)) {
    expect(label.test('')).toBe(false);
    expect(label.test('we are working closely with the police')).toBe(false);
  }
});
