/** Citations in the shipped styles and in anybody's: words, positions, pages, and nothing else. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadCiter, type StyleChoice } from '../../../../../electron/library/evidence/csl/index.ts';
import { toErrorData } from '../../../../../shared/contract/errors.ts';
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

const csl = (inner: string, attributes = 'class="note" version="1.0"') =>
  `<style xmlns="http://purl.org/net/xbiblio/csl" ${attributes}>${inner}</style>`;
const layout = '<citation><layout><text variable="title"/></layout></citation>';
const own = (xml: string | Uint8Array): StyleChoice => ({
  name: 'ours.csl',
  bytes: Buffer.from(xml as string),
});

test('a style of the user’s own is used', async () => {
  const style = own(csl(`<info><title>Ours</title><id>x</id></info>${layout}`));
  expect(await written(style, [cite('flood')])).toEqual(['Keeping rivers moving']);
});

const nested = `${'<group>'.repeat(200)}<text value="x"/>${'</group>'.repeat(200)}`;
const bomb = Array.from(
  { length: 30 },
  (_, at) => `<macro name="m${at}"><text macro="m${at + 1}"/><text macro="m${at + 1}"/></macro>`,
).join('');
test.each([
  [
    'a dependent style',
    csl('<info><link rel="independent-parent" href="http://www.zotero.org/styles/apa"/></info>'),
    'only points to another style, “apa”',
  ],
  ['no XML', 'Hello', 'not well-formed XML'],
  ['half a file', csl(layout).slice(0, 80), 'not well-formed XML'],
  ['another language', '<html xmlns="http://www.w3.org/1999/xhtml"/>', 'not in the Citation Style Language'],
  ['entities', `<!DOCTYPE style [<!ENTITY a "aaaa">]>${csl(layout)}`, 'document type of its own'],
  ['a locale', '<locale xmlns="http://purl.org/net/xbiblio/csl"/>', 'begins with “locale”'],
  ['a newer language', csl(layout, 'class="note" version="2.0"'), 'version “2.0”'],
  ['no class', csl(layout, 'version="1.0"'), 'notes or the text'],
  ['no citations', csl(''), 'says nothing of citations'],
  ['depth', csl(`<citation><layout>${nested}</layout></citation>`), 'nest more than 100 deep'],
  [
    'a macro in a circle',
    csl(`<macro name="a"><text macro="a"/></macro><citation><layout><text macro="a"/></layout></citation>`),
    'calls itself',
  ],
  [
    'a macro that is not there',
    csl('<citation><layout><text macro="a"/></layout></citation>'),
    'does not have',
  ],
  [
    'macros that swell',
    csl(`${bomb}<macro name="m30"/><citation><layout><text macro="m0"/></layout></citation>`),
    'far more often',
  ],
  ['size', csl(layout + ' '.repeat(2_000_000)), 'more than 2 MB'],
])('a file is refused by its name and the reason: %s', async (_, xml, reason) => {
  const error = await loadCiter(own(xml)).then(() => null, toErrorData);
  expect(error).toMatchObject({ code: 'style.invalid', details: { file: 'ours.csl' } });
  expect(error?.details['reason']).toContain(reason);
});

test('the shipped styles that are not ours keep their licence', () => {
  const folder = path.resolve(import.meta.dirname, '../../../../../resources/csl');
  for (const file of ['harvard-cite-them-right.csl', 'oscola.csl', 'locales-en-GB.xml']) {
    expect(readFileSync(path.join(folder, file), 'utf8')).toContain('creativecommons.org/licenses/by-sa/3.0');
    expect(readFileSync(path.join(folder, 'NOTICE.txt'), 'utf8')).toContain(file);
  }
});
