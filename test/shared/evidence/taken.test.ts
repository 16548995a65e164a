import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CONTEXT_LENGTH, takenPassageSchema, takePassage } from '../../../shared/evidence/taken.ts';

const place = { sourceId: 'source', edition: 'a'.repeat(64), page: 3 };
const words = fc.string({ unit: 'grapheme', maxLength: 200 });
const ranges = fc.tuple(fc.nat(300), fc.nat(300));

test('the words taken stand in the whole text where the locator says, with what stands around them', () => {
  fc.assert(
    fc.property(words, words, ranges, (before, text, [a, b]) => {
      const whole = before + text;
      const taken = takePassage({ ...place, text, start: before.length }, { start: a, end: b });
      if (taken === null) return;
      const { quote, position } = taken.locator;
      if (!position) throw new Error('no position');
      expect(whole.slice(position.start, position.end)).toBe(quote.exact);
      expect(quote.exact.trim()).toBe(quote.exact);
      expect(whole.slice(0, position.start).endsWith(quote.prefix)).toBe(true);
      expect(whole.slice(position.end).startsWith(quote.suffix)).toBe(true);
      expect(quote.prefix.length).toBeLessThanOrEqual(CONTEXT_LENGTH);
      expect(quote.suffix.length).toBeLessThanOrEqual(CONTEXT_LENGTH);
    }),
  );
});

test('no character is cut in two, neither of the words nor of what stands around them', () => {
  const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
  const emoji = fc.array(fc.constantFrom('😀', 'a', ' ', '𒀀'), { maxLength: 120 }).map((all) => all.join(''));
  fc.assert(
    fc.property(emoji, ranges, (text, [start, end]) => {
      const taken = takePassage({ ...place, text, start: 0 }, { start, end });
      if (taken === null) return;
      const { exact, prefix, suffix } = taken.locator.quote;
      for (const part of [exact, prefix, suffix]) expect(part).not.toMatch(lone);
    }),
  );
});

test('a range is the same from either end, and within the text its words are all taken', () => {
  fc.assert(
    fc.property(words, ranges, (text, [start, end]) => {
      const forth = takePassage({ ...place, text, start: 0 }, { start, end });
      expect(takePassage({ ...place, text, start: 0 }, { start: end, end: start })).toEqual(forth);
      const chosen = text.slice(Math.min(start, end), Math.max(start, end)).trim();
      if (chosen !== '') expect(forth?.locator.quote.exact).toContain(chosen);
    }),
  );
});

test('the usual length of what stands around a quotation is 32 characters', () => {
  const text = `${'x'.repeat(50)} the words ${'y'.repeat(50)}`;
  const taken = takePassage({ ...place, text, start: 100 }, { start: 150, end: 161 });
  expect(taken).toEqual({
    evidenceId: 'source',
    edition: place.edition,
    locator: {
      quote: {
        type: 'TextQuoteSelector',
        exact: 'the words',
        prefix: `${'x'.repeat(31)} `,
        suffix: ` ${'y'.repeat(31)}`,
      },
      position: { type: 'TextPositionSelector', start: 151, end: 160 },
      page: 3,
    },
  });
  expect(takenPassageSchema.parse(taken)).toEqual(taken);
});

test('white space alone and ranges outside the text are no words', () => {
  expect(takePassage({ ...place, text: 'one \n two', start: 0 }, { start: 3, end: 6 })).toBeNull();
  expect(takePassage({ ...place, text: 'one', start: 10 }, { start: 0, end: 5 })).toBeNull();
});
