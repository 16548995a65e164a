import { expect, test } from 'vitest';
import { about, block, brief, findings, heading, point, topic } from './builder.ts';

test.each([
  ['Funding of £1.6b was made available.', '“£1.6b”'],
  ['It costs £340,000 a year.', '“£340,000”'],
  ['It costs £2.4 million.', '“£2.4 million”'],
  ['It costs £5.', '“£5”'],
  ['There were over 200 pieces of guidance.', '“200”'],
  ['Some 12,400 homes flooded.', '“12,400”'],
  ['Visits fell by 4.5 per cent.', '“4.5 per cent”'],
  ['Planning for 3 scenarios (10%, 20% and 30% increases.)', '“10%”, “20%” and “30%”'],
  ['More than 2000 homes.', '“2000”'],
  ['About 3 million people.', '“3 million”'],
  ['Some 2.3m people.', '“2.3m”'],
  ['Spend rose to £5m (March 2020).', '“£5m”'],
  ['Spend of £5m was reported in 2019.', '“£5m”'],
])('%s wants a source', (text, words) => {
  const found = about('unsourced-figure', text);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(words);
});

test.each([
  'On 24 March 2020, in 2019 and by 2025-26, at 10:30 and 9.15am on 01/09/2020.',
  'Call 01632 960147, +44 1632 960 147 or (020) 7946 0123, or NHS 111.',
  'See paragraph 114, pages 210 to 214, section 251, s.100D and regulation 114(3).',
  'Under [2020] UKSC 114, SI 2012/2089, ISO 27001 and COVID-19.',
  'At SW1A 1AA, 114 Mill Lane, on the A1234.',
  'Within 120 days, for 150 years, a 1 in 100 year flood.',
  'Within 500m of the school, as Minute 320 and Ref: PL/2021/0345 say.',
  'Version 2.100 for 3 schools and 99 pupils.',
  'The use began in about 2021.',
  'Read https://example.org/2345/678900.',
])('%s needs none', (text) => {
  expect(about('unsourced-figure', text)).toEqual([]);
});

test.each([
  'Pressure grew by 30% (RCPCH, May 2020).',
  'There were 214 pieces; list at Appendix 1 with all 214.',
  'According to the Harrow Survey, 12,000 visits were made.',
  'Spend was £4m (source: annual accounts).',
  'The 2021 Census counted 99,200 residents.',
])('%s names its source', (text) => {
  expect(about('unsourced-figure', text)).toEqual([]);
});

test('a source in one sentence does not cover the next', () => {
  expect(about('unsourced-figure', 'It grew by 30% (RCPCH, May 2020). It then fell by 20%.')[0]).toContain(
    '“20%”',
  );
});

test('a block tied to evidence has its source', () => {
  const cited = {
    ...point('It costs £340,000.'),
    citations: [
      {
        id: 'c1',
        evidenceId: 'e1',
        edition: null,
        bearing: 'supports' as const,
        locator: {
          quote: { type: 'TextQuoteSelector' as const, exact: '£340,000', prefix: '', suffix: '' },
          position: null,
          page: 3,
        },
      },
    ],
  };
  expect(findings('unsourced-figure', brief(topic(heading('A'), cited)))).toEqual([]);
});

test('headings and quotations make no claims of their own', () => {
  const document = brief(topic(heading('The £5m fund'), block('quotation', 'We spent £5m.')));
  expect(findings('unsourced-figure', document)).toEqual([]);
});
