import fc from 'fast-check';
import { expect, test } from 'vitest';
import { titleOfFile } from '../../../shared/pack/paper-title.ts';

test.each([
  ['03 - harbour_dues FINAL.pdf', 'Harbour dues'],
  ['harbour-dues-2027.pdf', 'Harbour dues 2027'],
  ['Item 6a. Berth allocation v2 (final).docx', 'Berth allocation'],
  ['Dredging -- quarter 3.pdf', 'Dredging – quarter 3'],
  ['2027 accounts.pdf', '2027 accounts'],
  ['07.pdf', '07'],
  ['.pdf', 'Paper'],
  ['Draft.pdf', 'Draft'],
])('%s is called %s', (name, title) => {
  expect(titleOfFile(name)).toEqual({ title, appendix: false });
});

test.each(['Appendix A - Fees.pdf', '04_appendix_b_map.pdf', 'Annex 2.pdf', 'Schedule of rates.pdf'])(
  '%s is an appendix',
  (name) => {
    expect(titleOfFile(name).appendix).toBe(true);
  },
);

test('every name gives a title that is not empty and fits', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 1500 }), (name) => {
      const { title } = titleOfFile(name);
      expect(title.trim()).not.toBe('');
      expect(title.length).toBeLessThanOrEqual(1000);
    }),
  );
});
