import { expect, test } from 'vitest';
import { isCitedAlready } from '../../../../renderer/evidence/citing/already-cited.ts';

const passage = (evidenceId: string, exact: string, page: number | null = 1) => ({
  evidenceId,
  locator: {
    page,
    quote: { type: 'TextQuoteSelector' as const, exact, prefix: '', suffix: '' },
    position: null,
  },
});
const cited = [passage('wall', 'The wall is 1.3 kilometres long.\nIt costs £18 million.')];

test('a passage is cited already where its words were quoted, or most of them, on the same page', () => {
  expect(isCitedAlready(cited, passage('wall', 'It costs £18 million.'))).toBe(true);
  expect(
    isCitedAlready(
      cited,
      passage('wall', 'The wall is 1.3 kilometres long. It costs £18 million. It stands.'),
    ),
  ).toBe(true);
});

test('it is not where it is of another source or page, or a word of it was quoted', () => {
  expect(isCitedAlready(cited, passage('bridge', 'It costs £18 million.'))).toBe(false);
  expect(isCitedAlready(cited, passage('wall', 'It costs £18 million.', 2))).toBe(false);
  expect(
    isCitedAlready([passage('wall', '£18 million')], passage('wall', 'It costs £18 million, they say.')),
  ).toBe(false);
});
