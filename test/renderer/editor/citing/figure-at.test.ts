import { expect, test } from 'vitest';
import { figureAt } from '../../../../renderer/editor/citing/figure-at.ts';

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
