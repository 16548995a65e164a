import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Figure, readFigures, sameFigure, saysFigure } from '../../../shared/evidence/figures.ts';

function only(text: string): Figure {
  const [figure, ...others] = readFigures(text);
  if (!figure || others.length > 0) throw new Error(`"${text}" has not one figure`);
  return figure;
}

test.each([
  ['£1.6b', '£1.6 billion'],
  ['£1.6b', '£1,600m'],
  ['£1.6b', '£1,600,000,000'],
  ['£1.6bn', '1.6 billion pounds'],
  ['£18.4 million', '£18,400,000'],
  ['£18.4m', '£18,400k'],
  ['£2–3 million', '£2m to £3m'],
  ['£2–3 million', '£2,000,000-£3,000,000'],
  ['between £2m and £3m', '£2-3m'],
  ['£2.3–3.4m', '£2.3 million to £3.4 million'],
  ['£500–2000', '£500 to £2,000'],
  ['between 500 and 2000 homes', '500 to 2,000 homes'],
  ['2.3m to 3.4m people', '2.3 to 3.4 million people'],
  ['2.3–3.4m people', '2.3 million to 3.4 million people'],
  ['50 pence', '£0.50'],
  ['10%', '10 per cent'],
  ['10%', '10 percent'],
  ['4–6%', '4 to 6 per cent'],
  ['between 4 and 6 per cent', '4% to 6%'],
  ['1,284', '1284'],
  ['twelve', '12'],
  ['a dozen', '12'],
  ['two million people', '2,000,000 people'],
  ['2.3m people', '2.3 million people'],
  ['4.86m', '4.86 metres'],
  ['41 centimetres', '0.41 metres'],
  ['3 km', '3,000 metres'],
  ['5 hectares', '50,000 square metres'],
  ['90 minutes', '1.5 hours'],
  ['a 12-month pause', '1 year'],
  ['3 in 10', '30%'],
  ['one in five', '20 per cent'],
  ['2024-25', '2024/25'],
  ['2024–2025', '2024/25'],
  ['1 September 2020', '01/09/2020'],
  ['1 September 2020', '1 Sept 2020'],
  ['1 September 2020', '2020-09-01'],
  ['1st September 2020', '1.9.2020'],
  ['2000 homes', '2,000 homes'],
  ['about £1.6 billion', '£1,617,000,000'],
  ['nearly 500 homes', '487 homes'],
  ['over 2000 homes', '2,034 homes'],
  ['some 12,400 visits', '12,367 visits'],
  ['in 2020', '1 September 2020'],
])('"%s" is "%s"', (one, other) => {
  expect(sameFigure(only(one), only(other))).toBe(true);
});

test.each([
  ['£1.6b', '£1.6m'],
  ['£1.6b', '$1.6b'],
  ['£1.6b', '£1.65b'],
  ['£1.6 billion', '£1,617,000,000'],
  ['10%', '10 percentage points'],
  ['10%', '10'],
  ['£2–3 million', '£2 million'],
  ['4.86 metres', '4.68 metres'],
  ['41 centimetres', '41 millimetres'],
  ['1 September 2020', '9 January 2020'],
  ['1 September 2020', 'September 2020'],
  ['2024-25', '2023-24'],
  ['nearly 500 homes', '512 homes'],
  ['over 2000 homes', '1,990 homes'],
  ['about 100 homes', '140 homes'],
  ['about £1.6 billion', '£1.7 billion'],
  ['five working days', '5 days'],
])('"%s" is not "%s"', (one, other) => {
  expect(sameFigure(only(one), only(other))).toBe(false);
});

test('a range is said by a source that has both its ends, not by one that has one', () => {
  const range = only('between 4 and 6 per cent');
  expect(saysFigure(readFigures('It rose from 4 per cent in 2020 to 6 per cent in 2021.'), range)).toBe(true);
  expect(saysFigure(readFigures('It was 4 per cent in 2020.'), range)).toBe(false);
});

test.each([
  'Call 01632 960147, NHS 111 or (020) 7946 0123.',
  'See paragraph 114, s.100D and regulation 114(3), ISO 27001, COVID-19 and SI 2012/2089.',
  'The 21st century, the 2nd and the 3rd.',
  'Meet at 10:30 or at 9.15am.',
  'Read https://example.org/2345/678900.',
])('%s has no figures', (text) => {
  expect(readFigures(text)).toEqual([]);
});

test('figures of a sentence are read in their order, each once', () => {
  const text = 'In 2024-25 some 1,284 homes (12%) lost £1.6b, or £2–3 million a day, by 1 May 2025.';
  expect(readFigures(text).map(({ words }) => words)).toEqual([
    '2024-25',
    '1,284',
    '12%',
    '£1.6b',
    '£2–3 million',
    '1 May 2025',
  ]);
});

const number = new Intl.NumberFormat('en-GB');
const amount = fc.integer({ min: 1, max: 99_999 }).map((thousands) => thousands * 1000);
const writings: readonly ((pounds: number) => string)[] = [
  (pounds) => `£${number.format(pounds)}`,
  (pounds) => `£${pounds}`,
  (pounds) => `£${number.format(pounds / 1000)}k`,
  (pounds) => `£${pounds / 1e6}m`,
  (pounds) => `£${pounds / 1e6} million`,
  (pounds) => `£${pounds / 1e9}bn`,
  (pounds) => `${number.format(pounds)} pounds`,
];

test('a sum of money is the same however it is written, and no other sum', () => {
  const written = fc.tuple(amount, fc.constantFrom(...writings));
  fc.assert(
    fc.property(written, written, ([one, writeOne], [other, writeOther]) => {
      const figures = [writeOne(one), writeOther(other)].map((words) => only(`It cost ${words} then.`));
      const [mine, theirs] = figures;
      if (mine && theirs) {
        expect(sameFigure(mine, theirs)).toBe(one === other);
        expect(sameFigure(theirs, mine)).toBe(one === other);
      }
      const again = only(`It cost ${writeOther(one)} then.`);
      if (mine) expect(sameFigure(mine, again)).toBe(true);
    }),
  );
});

const pieces = fc.constantFrom(
  '£1.6b',
  ' ',
  '1,284',
  '10%',
  '–',
  ' to ',
  ' and ',
  'between ',
  'from ',
  'about ',
  '4.86 metres',
  '1 September 2020',
  '01/09/2020',
  '2024-25',
  '5m',
  'twelve',
  '3 in 10',
  '.',
  ',',
  'words',
  '£',
  '2000',
  ' million',
  '\n',
);

test('in any text, figures stand where they say, in order, none within another', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
      const text = parts.join('');
      let end = 0;
      for (const figure of readFigures(text)) {
        expect(text.slice(figure.start, figure.end)).toBe(figure.words);
        expect(figure.start).toBeGreaterThanOrEqual(end);
        expect(figure.words.trim()).toBe(figure.words);
        expect(figure.words).not.toBe('');
        end = figure.end;
      }
    }),
    { numRuns: 500 },
  );
});

test('any figure is itself', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
      for (const figure of readFigures(parts.join(''))) expect(sameFigure(figure, figure)).toBe(true);
    }),
    { examples: [[['twelve', '–', '2000']], [['£1.6b', '3 in 10', '–', '2000']]] },
  );
});

test.each(['1', '1,', '1 ', '£1', '1-', '1 to ', 'one ', '1/', '20', ' '])(
  'a long text of %j comes to an end',
  (piece) => {
    expect(readFigures(piece.repeat(100_000)).length).toBeGreaterThanOrEqual(0);
  },
);

test.each(['Covid-19', 'Covid 19', 'covid‑19', 'COVID – 19', 'Covid19'])(
  '%s names a disease and no number',
  (name) => {
    expect(readFigures(`Of the 40 homes, none had ${name} cases.`).map(({ kind }) => kind)).toHaveLength(1);
  },
);

test('a number in words is a figure whether or not another one stands beside it, and no word that ends like one is', () => {
  expect(readFigures('Zero homes flooded').map(({ words }) => words)).toEqual(['Zero']);
  expect(readFigures('Zero homes flooded in 3 towns').map(({ words }) => words)).toEqual(['Zero', '3']);
  expect(readFigures('The county and the city saw to safety.')).toEqual([]);
});
