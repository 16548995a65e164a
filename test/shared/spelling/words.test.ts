import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formsOf, wordsToSpell } from '../../../shared/spelling/words.ts';

const words = (text: string) => wordsToSpell(text).map(({ word }) => word);

test('a typographic apostrophe is the same word as a straight one', () => {
  expect(words('The minister’s isn’t')).toEqual(['The', "minister's", "isn't"]);
});

test('acronyms, codes, figures and addresses are nobody’s spelling', () => {
  expect(
    words('DfE and LAs paid £1.6b to ST16 3TJ (see https://www.harbour.example/a-b, a.b@harbour.gov.uk)'),
  ).toEqual(['and', 'paid', 'to', 'see']);
  expect(words('MACE panel, the BBC’s view, gov.uk and minutes.docx')).toEqual([
    'panel',
    'the',
    'view',
    'and',
  ]);
});

test('the halves of a hyphenated word are words', () => {
  expect(words('cross-bordr working')).toEqual(['cross', 'bordr', 'working']);
});

test('a word is looked up as written, without its capital and without its possessive', () => {
  expect(formsOf("Harbour's")).toEqual(["Harbour's", 'Harbour', "harbour's", 'harbour']);
});

test('every word found stands in the text where it says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      let last = 0;
      for (const { word, start, end } of wordsToSpell(text)) {
        expect(text.slice(start, end).replaceAll('’', "'")).toBe(word);
        expect(start).toBeGreaterThanOrEqual(last);
        last = end;
      }
    }),
  );
});
