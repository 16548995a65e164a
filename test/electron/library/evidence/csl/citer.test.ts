/** Citations in the shipped styles and in anybody's: words, positions, pages, and nothing else. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadCiter, type StyleChoice } from '../../../../../electron/library/evidence/csl/index.ts';
import type { CitedSource } from '../../../../../shared/evidence/cited-source.ts';
import type { CslItem } from '../../../../../shared/evidence/source.ts';
import type { PrintRun } from '../../../../../shared/print/blocks.ts';
import type { Cited } from '../../../../../shared/print/citer.ts';

const source = (id: string, csl: CslItem): [string, CitedSource] => [
  id,
  { id, csl, published: null, marking: null, paged: true },
];
const sources = new Map([
  source('flood', {
    type: 'report',
    title: 'Keeping rivers moving',
    publisher: 'Environment Agency',
    issued: { 'date-parts': [[2025, 3, 12]] },
    URL: 'https://example.gov.uk/rivers',
  }),
  source('book', {
    type: 'book',
    title: 'The law of water',
    author: [{ family: 'Mori', given: 'Ann' }],
    publisher: 'River Press',
    issued: { 'date-parts': [['2021']] },
  }),
  source('bare', { type: 'document', title: '' }),
  source('odd', { type: 'report', title: 'Tom & <script>alert(1)</script> \ufdd1“Jerry”\u0000' }),
]);
const cite = (
  sourceId: string,
  page: number | null = null,
  bearing: Cited['bearing'] = 'supports',
): Cited => ({
  sourceId,
  page,
  bearing,
});
const text = (runs: readonly PrintRun[]) => runs.map((run) => run.text).join('');
async function written(style: StyleChoice, ...notes: Cited[][]): Promise<string[]> {
  return (await loadCiter(style))(sources).cite(notes).map(text);
}

test('the GOV.UK style names title, organisation, date and page, in plain words without Latin', async () => {
  const notes = [[cite('flood', 4)], [cite('flood', 9)], [cite('book', 2), cite('flood', 9)], [cite('bare')]];
  expect(await written('gov-uk', ...notes)).toEqual([
    'Keeping rivers moving, Environment Agency, 12 March 2025, page 4.',
    'Keeping rivers moving, 12 March 2025, page 9.',
    'The law of water, River Press, 2021, page 2; Keeping rivers moving, 12 March 2025, page 9.',
    'Untitled source, no date.',
  ]);
  const runs = (await loadCiter('gov-uk'))(sources).cite(notes).flat();
  expect(runs.some((run) => run.italic || run.bold)).toBe(false);
});

test('what contradicts or only gives context is introduced as that', async () => {
  expect(
    await written('gov-uk', [cite('flood', 4, 'contradicts')], [cite('book'), cite('bare', null, 'context')]),
  ).toEqual([
    'But see Keeping rivers moving, Environment Agency, 12 March 2025, page 4.',
    'The law of water, River Press, 2021; see also Untitled source, no date.',
  ]);
});

test('OSCOLA says a source again by its note, and its titles in italics', async () => {
  const citer = (await loadCiter('oscola'))(sources);
  const notes = citer.cite([[cite('book', 3)], [cite('book', 4)], [cite('flood', 1)], [cite('book', 3)]]);
  expect(notes.map(text)).toEqual([
    'Ann Mori, The Law of Water (River Press 2021) 3.',
    'ibid 4.',
    '‘Keeping Rivers Moving’ (Environment Agency 2025) 1 <https://example.gov.uk/rivers>.',
    'Mori (n 1) 3.',
  ]);
  expect(notes[0]?.filter((run) => run.italic).map((run) => run.text)).toEqual(['The Law of Water']);
  expect(notes[2]?.filter((run) => run.link).map((run) => [run.text, run.link])).toEqual([
    ['https://example.gov.uk/rivers', 'https://example.gov.uk/rivers'],
  ]);
});

test('Harvard stands in brackets in the text, beside a list of references in its own order', async () => {
  const citer = (await loadCiter('harvard'))(sources);
  expect(citer.inText).toBe(true);
  expect(citer.cite([[cite('book', 3)], [cite('flood', 4), cite('book')]]).map(text)).toEqual([
    '(Mori, 2021, p. 3)',
    '(Mori, 2021; Keeping rivers moving, 2025, p. 4)',
  ]);
  const references = citer.references(['book', 'flood']);
  expect(references.map(({ sourceId }) => sourceId)).toEqual(['flood', 'book']);
  expect(text(references[1]?.content ?? [])).toBe('Mori, A. (2021) The law of water. River Press.');
});

test('whatever a source says of itself is words: no markup is made or read', async () => {
  expect(await written('gov-uk', [cite('odd')])).toEqual([
    'Tom & <script>alert(1)</script> “Jerry”, no date.',
  ]);
});

test('the shipped styles that are not ours keep their licence', () => {
  const folder = path.resolve(import.meta.dirname, '../../../../../resources/csl');
  for (const file of ['harvard-cite-them-right.csl', 'oscola.csl', 'locales-en-GB.xml']) {
    expect(readFileSync(path.join(folder, file), 'utf8')).toContain('creativecommons.org/licenses/by-sa/3.0');
    expect(readFileSync(path.join(folder, 'NOTICE.txt'), 'utf8')).toContain(file);
  }
});
