import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passageLengths } from '../../../shared/evidence/passages.ts';

function passages(text: string): string[] {
  let at = 0;
  return passageLengths(text).map((length) => {
    at += length;
    return text.slice(at - length, at);
  });
}

const prose = fc
  .array(
    fc.constantFrom('harbour ', 'ferry. ', 'Quay!\n', 'tide\n', '\n\n', '£1.6bn ', 'x'.repeat(700), '😀'),
    {
      maxLength: 400,
    },
  )
  .map((words) => words.join(''));

test('the passages of any page are the page, none longer than 1,000 characters or cut within a character', () => {
  fc.assert(
    fc.property(fc.oneof(prose, fc.string({ unit: 'binary', maxLength: 5000 })), (text) => {
      const cut = passages(text);
      expect(cut.join('')).toBe(text);
      for (const passage of cut) {
        expect(passage.length).toBeGreaterThan(0);
        expect(passage.length).toBeLessThanOrEqual(1000);
        expect(
          /^[\udc00-\udfff]/.test(passage) && /[\ud800-\udbff]$/.test(text.slice(0, text.indexOf(passage))),
        ).toBe(false);
      }
      if (text.length > 1000) for (const passage of cut) expect(passage.length).toBeGreaterThanOrEqual(399);
    }),
  );
});

test('a passage ends at a paragraph, else with a sentence, else with a word', () => {
  const sentence = 'The ferry sails at dawn when the tide is with it. ';
  expect(passages(`${sentence.repeat(12)}\n\n${sentence.repeat(15)}`)[0]).toBe(`${sentence.repeat(12)}\n\n`);
  expect(passages(sentence.repeat(30))[0]?.endsWith('with it. ')).toBe(true);
  expect(passages('harbour '.repeat(300))[0]?.endsWith('harbour ')).toBe(true);
});

test('an abbreviation does not end a passage', () => {
  const text = `${'word '.repeat(90)}It ends here. Some ${'other '.repeat(30)}approx. half ${'more '.repeat(200)}`;
  expect(passages(text)[0]?.endsWith('It ends here. ')).toBe(true);
});
