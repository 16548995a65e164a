import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moved, sentenceAt, type Unit } from '../../../../renderer/reading/selection/moves.ts';
import { stepFor } from '../../../../renderer/reading/selection/use-selection.ts';

const units: readonly Unit[] = ['character', 'word', 'sentence', 'line'];
const texts = fc
  .array(fc.constantFrom('The quay', ' ', '. ', '\n', '\n\n', '😀', 'shut', '£1.6'), { maxLength: 40 })
  .map((all) => all.join(''));

test('a step stays in the text, goes its way, and comes to the end in the end', () => {
  fc.assert(
    fc.property(texts, fc.nat(200), fc.constantFrom(...units), (text, from, unit) => {
      const at = Math.min(from, text.length);
      const forth = moved(text, at, unit, 1);
      const back = moved(text, at, unit, -1);
      expect(forth).toBeGreaterThanOrEqual(at);
      expect(forth).toBeLessThanOrEqual(text.length);
      expect(back).toBeLessThanOrEqual(at);
      expect(back).toBeGreaterThanOrEqual(0);
      if (unit === 'line') return;
      let place = 0;
      for (let steps = 0; place < text.length; steps += 1) {
        const next = moved(text, place, unit, 1);
        if (next === place && text.slice(place).trim() === '') break;
        expect(next).toBeGreaterThan(place);
        expect(steps).toBeLessThanOrEqual(text.length);
        place = next;
      }
    }),
  );
});

test('words, characters and lines are those that people see', () => {
  const text = 'The 😀 quay, shut.\nOpen';
  expect(text.slice(0, moved(text, 0, 'word', 1))).toBe('The');
  expect(text.slice(moved(text, 4, 'character', 1))).toBe(' quay, shut.\nOpen');
  expect(text.slice(moved(text, text.length, 'word', -1))).toBe('Open');
  expect(text.slice(moved(text, 8, 'line', -1), moved(text, 8, 'line', 1))).toBe('The 😀 quay, shut.');
});

test('a sentence goes on over the lines of a page, and ends where a paragraph ends', () => {
  const text = 'It cost £1.6 million\nin all. The quay\nis shut.\n\nA heading\n\nMore follows.';
  const sentence = (at: number) => {
    const { start, end } = sentenceAt(text, at) ?? { start: 0, end: 0 };
    return text.slice(start, end);
  };
  expect(sentence(0)).toBe('It cost £1.6 million\nin all.');
  expect(sentence(30)).toBe('The quay\nis shut.');
  expect(sentence(text.indexOf('heading'))).toBe('A heading');
  expect(text.slice(0, moved(text, 28, 'sentence', 1))).toMatch(/is shut\.$/);
  expect(sentenceAt(text, text.length)).toBeNull();
});

test('Shift with arrows selects, and keys of other things are left to them', () => {
  const key = (name: string, held: Partial<Parameters<typeof stepFor>[0]> = {}) =>
    stepFor({ key: name, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held });
  expect(key('ArrowDown', { shiftKey: true })).toEqual({ unit: 'row', way: 1, extend: true });
  expect(key('ArrowLeft', { shiftKey: true, ctrlKey: true })).toEqual({
    unit: 'word',
    way: -1,
    extend: true,
  });
  expect(key('ArrowRight')).toEqual({ unit: 'character', way: 1, extend: false });
  expect(key('End', { ctrlKey: true })).toBeNull();
  expect(key('ArrowDown', { altKey: true })).toBeNull();
  expect(key('PageDown', { shiftKey: true })).toBeNull();
});
