import { expect, test } from 'vitest';
import { type Covered, coveredSteps, shareOf } from '../../../../renderer/evidence/citing/covered.ts';
import { plainBlock, section } from '../../../../shared/document/build.ts';
import type { DespatchDocument } from '../../../../shared/document/schema.ts';
import { coverageOf } from '../../../../shared/evidence/coverage.ts';
import { fullSample } from '../../editor/full-sample.ts';
import { counter, sample, words } from '../../editor/headless.ts';

function covered(document: DespatchDocument): { covered: Covered; steps: number } {
  const work = coveredSteps(document);
  for (let steps = 0; ; steps += 1) {
    const { done, value } = work.next();
    if (done) return { covered: value, steps };
  }
}

test('section by section it comes to what the whole document comes to', () => {
  for (const kind of ['briefing', 'report', 'submission'] as const) {
    const document = fullSample(kind);
    const { whole } = covered(document).covered;
    expect(whole).toEqual(coverageOf(document).whole);
  }
});

test('what lacks evidence is named with its figures, in reading order', () => {
  const mint = counter('t');
  const topic = section(mint, 'topic', [
    plainBlock(mint, 'heading', words('Topic')),
    plainBlock(mint, 'point', words('It cost £1.6 billion last year.')),
    plainBlock(mint, 'point', words('Nothing else is known.')),
  ]);
  const document = { ...sample('briefing'), sections: [topic] };
  const { lacking, parts, whole } = covered(document).covered;
  expect(lacking.map(({ figures }) => figures)).toEqual([['£1.6 billion'], []]);
  expect(parts).toHaveLength(1);
  expect(shareOf(whole)).toEqual({ have: 0, all: 3 });
});

test('of a document in which one section changed only that section is read again', () => {
  const document = fullSample('briefing');
  expect(covered(document).steps).toBeGreaterThan(1);
  const [first, ...rest] = document.sections;
  if (!first) throw new Error('no section');
  const changed = { ...document, sections: [{ ...first }, ...rest] } as DespatchDocument;
  expect(covered(changed).steps).toBe(1);
});
