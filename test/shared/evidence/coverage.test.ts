import { expect, test } from 'vitest';
import type { Citation, PlainBlock } from '../../../shared/document/schema.ts';
import { coverageOf } from '../../../shared/evidence/coverage.ts';
import { block, brief, heading, point, question, topic } from '../checks/builder.ts';

function citing(exact: string, about: Partial<Citation> = {}): Citation {
  return {
    id: 'c1',
    evidenceId: 's1',
    edition: null,
    bearing: 'supports',
    locator: {
      quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
      position: null,
      page: 1,
    },
    ...about,
  };
}

const cited = (text: string, ...citations: Citation[]): PlainBlock => ({ ...point(text), citations });

test('points and figures are counted, section by section and in all', () => {
  const first = topic(
    heading('Funding'),
    cited('It costs £1.6b.', citing('a cost of £1,600m')),
    point('It grew by 30% (RCPCH, May 2020).'),
    point('Some 12,400 homes flooded.'),
    question('Will the £5m be paid?'),
  );
  const second = topic(heading('People'), point('Wardens were brave.'));
  const { whole, sections, unsourced } = coverageOf(brief(first, second));
  expect(sections.get(first.id)).toEqual({
    points: 3,
    pointsWithEvidence: 2,
    figures: 4,
    figuresWithEvidence: 2,
  });
  expect(sections.get(second.id)).toEqual({
    points: 1,
    pointsWithEvidence: 0,
    figures: 0,
    figuresWithEvidence: 0,
  });
  expect(whole).toEqual({ points: 4, pointsWithEvidence: 2, figures: 4, figuresWithEvidence: 2 });
  expect(unsourced.map(({ words }) => words)).toEqual(['12,400', '£5m']);
});

test('an unsourced figure is told with its place in the words of its block', () => {
  const about = point('Some 12,400 homes flooded.');
  const section = topic(heading('A'), about);
  expect(coverageOf(brief(section)).unsourced).toEqual([
    {
      sectionId: section.id,
      blockId: about.id,
      words: '12,400',
      place: { cell: null, start: 5, end: 11 },
      elsewhere: false,
    },
  ]);
});

test('a figure that its citation does not say has no evidence', () => {
  const { whole, unsourced } = coverageOf(
    brief(topic(heading('A'), cited('It costs £1.6b.', citing('a cost of £1.6m')))),
  );
  expect(whole).toEqual({ points: 1, pointsWithEvidence: 1, figures: 1, figuresWithEvidence: 0 });
  expect(unsourced[0]?.elsewhere).toBe(true);
});

test('a citation of some words is about these alone', () => {
  const about: PlainBlock = {
    ...block('point', ''),
    content: [
      { type: 'text', text: 'It costs £340,000', cited: ['c1'] },
      { type: 'text', text: ' and saves £120,000.' },
    ],
    citations: [citing('costs of £340,000 and savings of £120,000')],
  };
  expect(coverageOf(brief(topic(heading('A'), about))).unsourced.map(({ words }) => words)).toEqual([
    '£120,000',
  ]);
});

test('what contradicts a point is no evidence for it', () => {
  const against = cited('It costs £1.6b.', citing('a cost of £1.6b', { bearing: 'contradicts' }));
  expect(coverageOf(brief(topic(heading('A'), against))).whole).toEqual({
    points: 1,
    pointsWithEvidence: 0,
    figures: 1,
    figuresWithEvidence: 0,
  });
});

test('the places of figures behind a cross-reference are those of the block', () => {
  const target = block('heading', 'Costs', 1);
  const about: PlainBlock = {
    ...block('point', ''),
    content: [
      { type: 'reference', target: target.id, show: 'label' },
      { type: 'text', text: ' costs £5m.' },
    ],
  };
  expect(coverageOf(brief(topic(target, about))).unsourced[0]?.place).toEqual({
    cell: null,
    start: 8,
    end: 11,
  });
});
