import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelOf, labelRanges, roman } from '../../../../electron/assembler/write/page-labels.ts';

/** As a reader makes them of the ranges. */
function read(labels: readonly string[]): string[] {
  const ranges = labelRanges(labels);
  return labels.map((_, at) => {
    const range = ranges.findLast(({ start }) => start <= at);
    return range ? labelOf(range, at - range.start) : '';
  });
}

const label = fc.oneof(
  fc.integer({ min: 0, max: 5000 }).map(String),
  fc.integer({ min: 1, max: 4100 }).map(roman),
  fc.integer({ min: 1, max: 40 }).map((value) => `S${value}`),
  fc.integer({ min: 1, max: 40 }).map((value) => `Cover ${roman(value).toUpperCase()}`),
  fc.string({ maxLength: 6 }),
  fc.constantFrom('Front sheet', 'xix', 'mix', '007', '10', '9', '4294967296'),
);

test('any sequence of labels comes back as it was', () => {
  fc.assert(
    fc.property(fc.array(label, { maxLength: 60 }), (labels) => {
      expect(read(labels)).toEqual(labels);
    }),
  );
});

test('runs come back as they were and take one range each', () => {
  const labels = [
    ...[1, 2, 3, 4, 5].map(roman),
    ...Array.from({ length: 300 }, (_, at) => String(at + 1)),
    ...Array.from({ length: 20 }, (_, at) => `S${at + 7}`),
    'Withheld',
    'Withheld',
  ];
  expect(read(labels)).toEqual(labels);
  expect(labelRanges(labels).map(({ start, style, prefix, first }) => [start, style, prefix, first])).toEqual(
    [
      [0, 'r', '', 1],
      [5, 'D', '', 1],
      [305, 'D', 'S', 7],
      [325, null, 'Withheld', 1],
    ],
  );
});
