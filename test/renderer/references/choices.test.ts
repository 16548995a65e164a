import { expect, test } from 'vitest';
import { choicesFor } from '../../../renderer/references/choices.ts';
import type { ReferenceTarget, ReferenceTargets } from '../../../shared/references/words.ts';
import { leastWork } from '../../least-work.ts';

const target = (
  kind: ReferenceTarget['kind'],
  label: string,
  number: string | null,
  words: string,
): ReferenceTarget => ({ id: label, kind, label, number, title: words, words, repeated: false });

const targets: ReferenceTargets = new Map(
  [
    target('section', 'section “Costs”', null, 'Costs'),
    target('paragraph', 'paragraph 1', '1', 'The application came late'),
    target('paragraph', 'paragraph 12', '12', 'Rain fell for 2 days'),
    target('paragraph', 'paragraph 2', '2', 'Twelve costs'),
    target('appendix', 'Appendix 1', '1', 'Map'),
  ].map((each) => [each.id, each]),
);
const found = (query: string) =>
  choicesFor(targets, query, () => {}).flatMap(({ name, entries }) =>
    entries.map(({ id }) => `${name}: ${id}`),
  );

test('without a query everything is listed in its group, in reading order', () => {
  expect(found('')).toEqual([
    'Sections: section “Costs”',
    'Paragraphs: paragraph 1',
    'Paragraphs: paragraph 12',
    'Paragraphs: paragraph 2',
    'Appendices and annexes: Appendix 1',
  ]);
});

test('the number itself comes before numbers that begin with it and words that hold it', () => {
  expect(found('2')).toEqual(['Paragraphs: paragraph 2', 'Paragraphs: paragraph 12']);
  expect(found('1').slice(0, 2)).toEqual(['Paragraphs: paragraph 1', 'Paragraphs: paragraph 12']);
  expect(found('para 1')[0]).toBe('Paragraphs: paragraph 1');
});

test('the name of a kind comes before words that begin alike', () => {
  expect(found('app')[0]).toBe('Appendices and annexes: Appendix 1');
  expect(found('app')).toContain('Paragraphs: paragraph 1');
});

test('words of the block are found, and every word typed must be', () => {
  expect(found('rain')).toEqual(['Paragraphs: paragraph 12']);
  expect(found('rain map')).toEqual([]);
  expect(found('cost')).toEqual(['Sections: section “Costs”', 'Paragraphs: paragraph 2']);
});

test('of a long document no more is listed than anybody reads', () => {
  const many: ReferenceTargets = new Map(
    Array.from({ length: 5000 }, (_, at) => target('paragraph', `paragraph ${at}`, `${at}`, 'words')).map(
      (each) => [each.id, each],
    ),
  );
  const listed = choicesFor(many, 'words', () => {}).flatMap(({ entries }) => entries);
  expect(listed.length).toBeLessThanOrEqual(80);
  expect(leastWork(() => choicesFor(many, 'words', () => {}), 500)).toBeLessThan(500);
});
