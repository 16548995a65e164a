import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordChanges } from '../../../shared/evidence/word-changes.ts';

test('whole words are named as gone and come', () => {
  const parts = wordChanges('Costs rose by 10 per cent.', 'Costs fell by 10 per cent.');
  expect(parts.filter(({ is }) => is === 'removed').map(({ text }) => text.trim())).toEqual(['rose']);
  expect(parts.filter(({ is }) => is === 'added').map(({ text }) => text.trim())).toEqual(['fell']);
});

test('a figure that changed is named as a whole', () => {
  const parts = wordChanges('We spent £1.6 million in 2024/25.', 'We spent £1.7 million in 2025/26.');
  expect(parts.filter(({ is }) => is === 'removed').map(({ text }) => text)).toEqual(['£1.6', '2024/25']);
  expect(parts.filter(({ is }) => is === 'added').map(({ text }) => text)).toEqual(['£1.7', '2025/26']);
});

const passages = fc.string({ unit: fc.constantFrom(...'ab c.£é\n') });

test('without what came it is the earlier text, without what went the later one, to the letter', () => {
  fc.assert(
    fc.property(passages, passages, (before, after) => {
      const parts = wordChanges(before, after);
      const without = (is: string) =>
        parts
          .filter((part) => part.is !== is)
          .map(({ text }) => text)
          .join('');
      expect(without('added')).toBe(before);
      expect(without('removed')).toBe(after);
    }),
  );
});
