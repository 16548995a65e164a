import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figureAt } from '../../../../renderer/editor/citing/figure-at.ts';
import { readFigures } from '../../../../shared/evidence/figures.ts';

test.each([
  ['We spent £1.6b last year', '£1.6b'],
  ['Some 12 per cent of homes', '12 per cent'],
  ['It cost £ 1,200,000 in all', '£ 1,200,000'],
  ['Up 10%, again', '10%'],
  ['In 3 million homes', '3 million'],
  ['The 45 schools', '45'],
])('in “%s” the figure is found from every place in it', (text, figure) => {
  const start = text.indexOf(figure);
  for (let place = start; place <= start + figure.length; place += 1) {
    expect(figureAt(text, place)).toEqual({ start, end: start + figure.length });
  }
  expect(figureAt(text, 0)).toBeNull();
  expect(figureAt(text, start + figure.length + 1)).toBeNull();
});

const pieces = [
  'between £1.2 million and £3.4 million',
  'one in every ten',
  'thirty-five',
  'half a dozen',
  '12 million tonnes of carbon dioxide equivalent',
  '3.5 percentage points',
  'from 2,000 to 3,000 square kilometres',
  '12 March 2026',
  '2025/26',
  'The county council said',
  'and no life was lost.',
  'safety',
];

test('in any text every figure is found from every place in it, and none from elsewhere', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 3 }), (parts) => {
      const text = parts.join(' ');
      const figures = readFigures(text).filter(({ kind }) => kind !== 'date' && kind !== 'years');
      for (let place = 0; place <= text.length; place += 1) {
        const here = figures.find(({ start, end }) => start <= place && place <= end);
        expect(figureAt(text, place)).toEqual(here ? { start: here.start, end: here.end } : null);
      }
    }),
    { numRuns: 60 },
  );
});
