import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyLength } from '../../../shared/pack/page-body.ts';

const bodyOf = (text: string, label: string) => text.slice(0, bodyLength(text, label));

test('what a pack stamps on a page is no part of the words of its paper', () => {
  expect(bodyOf('The wall holds.\nOFFICIAL\nOFFICIAL\nPage 12\nAgenda Item 6(a)', '12')).toBe(
    'The wall holds.',
  );
  expect(bodyOf('The wall holds.\nOFFICIAL-SENSITIVE COMMERCIAL\nA3', 'A3')).toBe('The wall holds.');
  expect(bodyOf('Page 12\nAgenda Item 6', '12')).toBe('');
  expect(bodyOf('', '12')).toBe('');
});

test('words of the paper stay, whatever they look like', () => {
  for (const words of ['See page 12', '13', 'Agenda Item 6 was deferred to the next meeting', 'Official']) {
    expect(bodyOf(`The wall holds.\n${words}\nPage 12`, '12')).toBe(`The wall holds.\n${words}`);
  }
});

test('a body is the beginning of its page and has no stamps left to take', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.stringMatching(/^[A-Z]?\d{1,3}$/), (text, label) => {
      const body = bodyOf(text, label);
      expect(text.startsWith(body)).toBe(true);
      expect(bodyOf(`${body}\nOFFICIAL\nPage ${label}`, label).length).toBeLessThanOrEqual(body.length);
    }),
  );
});
