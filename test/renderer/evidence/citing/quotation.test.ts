import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quotationOf } from '../../../../renderer/evidence/citing/quotation.ts';
import type { SearchHit } from '../../../../shared/contract/evidence-search-calls.ts';

function hit(text: string, words: readonly string[], start = 1000): SearchHit {
  return {
    sourceId: 's1',
    edition: 'a'.repeat(64),
    title: 'Annual report',
    kind: 'pdf',
    organisation: '',
    issued: '',
    page: 4,
    label: null,
    start,
    end: start + text.length,
    text,
    snippet: words.map((word) => ({ text: word, hit: true })),
    score: 1,
  };
}
const text =
  'The scheme began in 2019. Spending on placements rose to\n£1.6 billion last year, of which most went to large homes. Nobody expected it.';

test('of a passage the sentence that was looked for is cited, over the ends of its lines', () => {
  const found = quotationOf(hit(text, ['placements', 'spending']));
  expect(found?.taken.locator.quote.exact).toBe(
    'Spending on placements rose to\n£1.6 billion last year, of which most went to large homes.',
  );
  expect(found?.taken.locator.page).toBe(4);
  expect(found?.parts.filter((part) => part.hit).map((part) => part.text)).toEqual([
    'Spending',
    'placements',
  ]);
  expect(found?.parts.map((part) => part.text).join('')).not.toContain('\n');
});

test('a figure weighs more than words, and a neighbour comes along only for much of what was looked for', () => {
  const [scheme, both] = [['scheme'], ['scheme', 'began', '2019']].map((words) =>
    quotationOf(hit(text, words), ['£1.6 billion']),
  );
  expect(scheme?.taken.locator.quote.exact).toMatch(/^Spending.*£1\.6 billion/s);
  expect(both?.taken.locator.quote.exact).toMatch(/^The scheme.*£1\.6 billion/s);
});

test('a figure is known however the passage writes it', () => {
  const passage =
    'Marlbridge scheme summary for officers. It comes to £18.4m in all. Nothing else was asked.';
  const found = quotationOf(hit(passage, ['Marlbridge', 'scheme', 'summary']), ['£18.4 million']);
  expect(found?.taken.locator.quote.exact).toMatch(/£18\.4m/);
  expect(found?.parts.some((part) => part.hit && part.text === '£18.4m')).toBe(true);
});

test('a figure is known in a table that says in its heading what it counts, and the heading comes along', () => {
  const table =
    'Marlbridge defences: business case summary for officers. It protects 2,150 homes.\n' +
    'Table 1: Cost in millions of pounds\nPart Cost\nPumps 3.4\nWhole scheme 18.4\nSecured 11.2\n';
  const words = ['Marlbridge', 'business', 'case', 'summary', 'defences'];
  const found = quotationOf(hit(table, words), ['£18.4 million', '£11.2 million']);
  expect(found?.taken.locator.quote.exact).toMatch(/^Table 1: Cost in millions.*Whole scheme 18\.4.*11\.2$/s);
  expect(found?.parts.filter((part) => part.hit).map((part) => part.text)).toEqual(['18.4', '11.2']);
  expect(quotationOf(hit('It cost 18.4 in all. The scheme.', ['scheme']), ['£18.4 million'])?.parts).toEqual([
    { text: 'The ', hit: false },
    { text: 'scheme', hit: true },
    { text: '.', hit: false },
  ]);
});

test('whatever is found, the position leads to exactly the quoted words, and they are not the whole page', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'B', ' ', '.', '\n', '£', '1', '(', '\\'), maxLength: 1500 }),
      fc.array(fc.string({ unit: fc.constantFrom('a', 'B', '(', '1'), minLength: 1, maxLength: 3 }), {
        maxLength: 3,
      }),
      (words, looked) => {
        const found = quotationOf(hit(words, looked, 70));
        if (words.trim() === '') {
          expect(found).toBeNull();
          return;
        }
        const { quote, position } = found?.taken.locator ?? {};
        if (!position) throw new Error('no position');
        expect(words.slice(position.start - 70, position.end - 70)).toBe(quote?.exact);
        expect(quote?.exact.length).toBeLessThanOrEqual(840);
      },
    ),
  );
});
