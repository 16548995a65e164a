/** What is seen without a pattern must leave nothing out that the pattern would have found. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelBefore } from '../../../shared/import/first-signs.ts';
import { romanValue } from '../../../shared/import/markers.ts';
import { pageNumberIn } from '../../../shared/import/page-number.ts';
import {
  isAgendaLabel,
  isAnswersHeading,
  isBareLabel,
  isKnownLine,
} from '../../../shared/import/vocabulary.ts';

const signs = (all: string) => fc.string({ unit: fc.constantFrom(...all), maxLength: 12 });

test('a label is what stands before the first colon, in one line and not too long', () => {
  fc.assert(
    fc.property(signs('ab :\n’'), fc.integer({ min: 1, max: 6 }), (text, longest) => {
      expect(labelBefore(text, longest)).toBe(new RegExp(`^([^:\\n]{1,${longest}}):`).exec(text)?.[1]);
    }),
    { numRuns: 2000 },
  );
});

test('every form of a bare page number is one, and nothing else', () => {
  const bare = /^(?:\d{1,3}|[-–—]\s*\d{1,3}\s*[-–—]|\[\d{1,3}\]|\d{1,3}\s*(?:of|\/)\s*\d{1,3})$/;
  fc.assert(
    fc.property(signs('129 -–—[]/of'), (text) => {
      expect(pageNumberIn(text)).toBe(bare.test(text.trim()) ? 'bare' : null);
    }),
    { numRuns: 5000 },
  );
});

test('a numeral has the value that its letters add up to', () => {
  const tens = ['', 'x', 'xx', 'xxx', 'xl', 'l', 'lx', 'lxx', 'lxxx', 'xc'];
  const ones = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
  for (let value = 1; value < 100; value += 1) {
    expect(romanValue(`${tens[Math.floor(value / 10)]}${ones[value % 10]}`)).toBe(value);
  }
  for (const letters of ['', 'iiii', 'vx', 'ic', 'ab']) expect(romanValue(letters)).toBeNull();
});

test('a known line is bare as long as no word follows a colon', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('Points to make', 'Purpose', 'Agenda'),
      signs(': \ta\u00a0'),
      (label, rest) => {
        const text = label + rest;
        expect(isBareLabel(text)).toBe(!/:\s*\S/.test(text) && isKnownLine(text));
      },
    ),
    { numRuns: 1000 },
  );
});

test('labels and headings are known in any case, spacing and quotation marks', () => {
  for (const text of ['Agenda', '‘Our aims’:', ' ANNOTATED  AGENDA', '– aims'])
    expect(isAgendaLabel(text)).toBe(true);
  for (const text of ['Q&A', 'Q and As', 'likely questions and answers'])
    expect(isAnswersHeading(text)).toBe(true);
  for (const text of ['Quarterly agenda', 'Answers']) {
    expect(isAgendaLabel(text)).toBe(false);
    expect(isAnswersHeading(text)).toBe(false);
  }
});
