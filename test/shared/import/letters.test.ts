import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  LetterPattern,
  startsLarge,
  startsSmall,
  startsWithCapital,
} from '../../../shared/import/letters.ts';

const signs = fc.constantFrom(
  ...'aZ9 _-:.,\'"“”‘’(/\t\n£–—•…éÉßΩд字ﬀǅ²٣',
  '\u0301',
  '\u00a0',
  '\ud835\udc00',
  '\ud83d\ude00',
  '\ud800',
);
const texts = fc.array(signs, { maxLength: 12 }).map((all) => all.join(''));

const sources = [
  String.raw`^\s*[*_]{0,3}[\p{Lu}]([\p{L}\p{M}’'./ -]*):`,
  String.raw`^([\p{L}’' -]{1,30}):\s*(?=\S)`,
  String.raw`[\p{Lu}]{2}`,
  String.raw`[\p{Ll}]`,
  String.raw`[\p{L}\p{N}]`,
  String.raw`[\p{M}]`,
];

test.each(sources)('%s finds the same as the pattern with all letters of the world', (source) => {
  const ours = new LetterPattern(source);
  const whole = new RegExp(source, 'u');
  fc.assert(
    fc.property(texts, (text) => {
      expect(ours.exec(text)).toEqual(whole.exec(text));
      expect(ours.test(text)).toBe(whole.test(text));
    }),
    { numRuns: 2000 },
  );
});

test('how words begin is told of letters of every script, also behind a quotation mark', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(startsSmall(text)).toBe(/^["'“‘(]?\p{Ll}/u.test(text));
      expect(startsLarge(text)).toBe(/^["'“‘(]?[\p{Lu}\p{N}]/u.test(text));
      expect(startsWithCapital(text)).toBe(/^\p{Lu}/u.test(text));
    }),
    { numRuns: 3000 },
  );
});
