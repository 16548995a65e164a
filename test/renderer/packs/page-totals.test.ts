import { expect, test } from 'vitest';
import { pagesWords, passagesWords, totalPagesWords } from '../../../renderer/packs/agenda/page-totals.ts';
import type { PaperFacts } from '../../../shared/contract/meeting-calls.ts';
import { paper } from '../../electron/library/meetings/desk.ts';

const facts = (paperId: string, fields: Partial<PaperFacts> = {}): [string, PaperFacts] => [
  paperId,
  { paperId, pages: null, pagesAre: null, exemptPassages: 0, ...fields },
];
const here = (id: string) => paper(id, { type: 'document', documentId: id });

test('pages of an earlier version are said to be about right', () => {
  expect(pagesWords(facts('a', { pages: 12, pagesAre: 'outdated' })[1])).toBe('about 12 pages');
  expect(pagesWords(facts('a', { pages: 1, pagesAre: 'counted' })[1])).toBe('1 page');
  expect(pagesWords(undefined)).toBe('');
});

test('the total says what it leaves out, and does not wait for papers that are to follow', () => {
  const papers = [here('a'), here('b'), paper('c', { type: 'toFollow' })];
  const known = new Map([facts('a', { pages: 12, pagesAre: 'counted' }), facts('b'), facts('c')]);
  expect(totalPagesWords(papers, known)).toBe('12 pages of papers, without 1 paper not counted until built.');
  known.set(...facts('b', { pages: 3, pagesAre: 'built' }));
  expect(totalPagesWords(papers, known)).toBe('15 pages of papers.');
  expect(totalPagesWords([], known)).toBe('');
});

test('exempt passages are counted in words', () => {
  expect(passagesWords(facts('a', { exemptPassages: 1 })[1])).toBe('1 exempt passage');
  expect(passagesWords(facts('a')[1])).toBe('');
});
