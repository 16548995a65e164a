import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareQuotation, quotationsIn, quotedWords } from '../../../shared/evidence/quotations.ts';

const source =
  'Everyone who comes into contact with them has a role to play in identifying concerns, sharing information and taking prompt action.';
const against = (words: string) =>
  compareQuotation(words, [{ exact: source, around: `Before. ${source} Behind.` }]);

test.each([
  source,
  'everyone who comes into contact with them',
  'Everyone who comes\ninto contact with them has a role to play',
  'a role to play in identifying concerns … and taking prompt action',
  'a role to play in identifying concerns, […] and taking prompt action',
  'Everyone [in any agency] has a role to play',
  '[S]haring information and taking prompt action',
  'sharing information and taking prompt action. Behind',
])('%s is a true quotation', (words) => {
  expect(against(words)).toEqual({ state: 'same' });
});

test('one other word is found and told', () => {
  expect(
    against('Everyone who comes into contact with children has a role to play in identifying concerns'),
  ).toEqual({
    state: 'differs',
    changes: [{ ours: 'children', theirs: 'them' }],
  });
});

test('a word left out without an ellipsis is found', () => {
  expect(against('a role to play in identifying concerns, sharing information and taking action')).toEqual({
    state: 'differs',
    changes: [{ ours: '', theirs: 'prompt' }],
  });
});

test('a figure that differs in one digit differs', () => {
  const paid = 'The Council paid £1,284 to each of the households.';
  expect(
    compareQuotation('paid £1,824 to each of the households', [{ exact: paid, around: paid }]),
  ).toMatchObject({
    state: 'differs',
    changes: [{ ours: '£1,824', theirs: '£1,284' }],
  });
});

test('words in another order are not a quotation, even with an ellipsis', () => {
  expect(against('taking prompt action … has a role to play').state).not.toBe('same');
});

test('other words altogether are not told word by word', () => {
  expect(against('The gauge at Weir Bridge read five metres')).toEqual({ state: 'other' });
});

test.each([
  ['He said “we will pay for all of it” and left.', ['we will pay for all of it']],
  ["She said ‘it's the council's job to pay’ again.", ["it's the council's job to pay"]],
  ['The council’s view of the matter, the residents’ view of it.', []],
  ['A so-called “quick win” is none.', []],
  ['It reads "the wall will hold for years" today.', ['the wall will hold for years']],
  ['It reads “he said ‘no’ to all of it” today.', ['he said ‘no’ to all of it']],
])('%s quotes what stands in marks', (text, words) => {
  expect(quotationsIn(text).map((one) => one.words)).toEqual(words);
});

test.each([
  ['‘We were never told.’ (Residents’ survey, 2026)', 'We were never told.'],
  ['“We were never told.” – Residents’ survey, 2026', 'We were never told.'],
  ['We were never told. (Survey, 2026)', 'We were never told.'],
  ['We were never told.', 'We were never told.'],
])('the words of %s are those quoted', (text, words) => {
  expect(quotedWords(text).words).toBe(words);
});

const word = fc.stringMatching(/^[a-z]{2,8}$/);
const prose = fc.array(word, { minLength: 30, maxLength: 60 });

test('any run of words of a source is a quotation of it, with another word in it it is not', () => {
  fc.assert(
    fc.property(prose, fc.nat(10), fc.integer({ min: 8, max: 15 }), fc.nat(7), (words, from, length, at) => {
      const all = words.join(' ');
      const taken = words.slice(from, from + length);
      const sources = [{ exact: all, around: all }];
      expect(compareQuotation(taken.join('\n'), sources).state).toBe('same');
      const wrong = taken.with(at, 'zzzzzzzzzz').join(' ');
      expect(compareQuotation(wrong, sources).state).toBe('differs');
    }),
  );
});

test('quotations stand where they say', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('“', '”', '‘', '’', '"', ' some words more here ', 'a', '\n', '(', ')'), {
        maxLength: 30,
      }),
      (parts) => {
        const text = parts.join('');
        for (const { start, end, words } of quotationsIn(text)) expect(text.slice(start, end)).toBe(words);
        const whole = quotedWords(text);
        expect(text.slice(whole.start, whole.end)).toBe(whole.words);
      },
    ),
  );
});

test.each(['“', '”', '‘a', '" a', '… ', '[a] '])('a long text of %j comes to an end', (piece) => {
  const text = piece.repeat(50_000);
  expect(quotationsIn(text).length).toBeGreaterThanOrEqual(0);
  expect(compareQuotation(text, [{ exact: source, around: source }]).state).toMatch(/other|differs|same/);
});
