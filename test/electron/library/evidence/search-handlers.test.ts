import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchHandlers } from '../../../../electron/library/evidence/search-handlers.ts';
import type { CallInput } from '../../../../shared/contract/calls.ts';
import { scratchFolder } from '../../../scratch-folder.ts';
import { context, services } from '../scratch.ts';
import { editionOf, rawDatabase, type Shelved, shelve } from './stored-source.ts';

type Input = CallInput<'evidence.search'>;

function shelf(...sources: Shelved[]) {
  const folder = scratchFolder();
  const given = services(folder);
  const store = given.store();
  shelve(folder, store, sources);
  const handlers = searchHandlers(given);
  const search = (query: string, more: Partial<Input> = {}) =>
    handlers['evidence.search']({ query, limit: 20, ...more }, context);
  return {
    store,
    database: rawDatabase(folder),
    search,
    facets: (query: string, filters: Input['filters'] = {}) =>
      handlers['evidence.facets']({ query, filters }, context),
    findFor: (words: string, limit = 10) => handlers['evidence.findFor']({ words, limit }, context),
    /** Ids of the sources of the hits. */
    found: async (query: string, more?: Partial<Input>) =>
      (await search(query, more)).hits.map(({ sourceId }) => sourceId),
  };
}

test('a hit says its source, the exact page with its own name, and where its words stand', async () => {
  const { search } = shelf({
    id: 'a',
    title: 'Pier report',
    organisation: 'Harbour Board',
    kind: 'pdf',
    issued: '2026-02',
    labels: ['i', 'ii'],
    pages: ['Of quays.', 'Of lamps and fog.'],
  });
  const { hits, more, problem } = await search('fog');
  expect(hits).toEqual([
    {
      sourceId: 'a',
      edition: editionOf('a'),
      title: 'Pier report',
      kind: 'pdf',
      organisation: 'Harbour Board',
      issued: '2026-02',
      page: 2,
      label: 'ii',
      start: 10,
      end: 27,
      text: 'Of lamps and fog.',
      snippet: [
        { text: 'Of lamps and ', hit: false },
        { text: 'fog', hit: true },
        { text: '.', hit: false },
      ],
      score: expect.any(Number),
    },
  ]);
  expect({ more, problem }).toEqual({ more: false, problem: null });
});

test('what has no pages of paper has no page but keeps the name of its sheet', async () => {
  const { search } = shelf({
    id: 'a',
    kind: 'spreadsheet',
    paged: false,
    labels: ['Costs'],
    pages: ['fog signal'],
  });
  expect((await search('fog')).hits[0]).toMatchObject({ page: null, label: 'Costs' });
});

test('the best of very many comes first, however long ago it was taken in, and every source is counted', async () => {
  const plain = Array.from({ length: 15_000 }, () => 'The ferry waits at the quay for the tide.');
  const { search, facets } = shelf(
    { id: 'oldest', kind: 'pdf', pages: ['Ferry fares: every ferry.'] },
    { id: 'older', kind: 'markdown', pages: plain },
    { id: 'newest', kind: 'pdf', pages: plain },
  );
  expect((await search('ferry')).hits[0]).toMatchObject({ sourceId: 'oldest' });
  expect((await facets('ferry')).kinds).toEqual([
    { value: 'pdf', sources: 2 },
    { value: 'markdown', sources: 1 },
  ]);
  const filtered = await search('ferry', { filters: { kinds: ['pdf'] } });
  expect(filtered.hits[0]).toMatchObject({ sourceId: 'oldest' });
});

test('a verb is found in all its forms', async () => {
  const { found } = shelf(
    { id: 'pays', pages: ['The fund pays councils by the quarter.'] },
    { id: 'paid', pages: ['Councils were paid.'] },
    { id: 'payroll', pages: ['Councils and their payroll.'] },
  );
  for (const query of ['paid councils', 'paying councils', 'councils pay ']) {
    expect((await found(query)).sort(), query).toEqual(['paid', 'pays']);
  }
});

test('the passage that says it oftenest in the fewest words comes first', async () => {
  const { found } = shelf(
    { id: 'once', pages: [`The ferry waits. ${'Nothing else is known of it at all today. '.repeat(8)}`] },
    { id: 'often', pages: ['Ferry fares: every ferry, each ferry fare.'] },
    { id: 'never', pages: ['Of piers.'] },
  );
  expect(await found('ferry ')).toEqual(['often', 'once']);
});

test('a source that is called so comes before one that merely says so, even if its own words do not', async () => {
  const { found } = shelf(
    { id: 'says', pages: ['Flood warnings, flood warnings and flood warnings again.'] },
    { id: 'called', title: 'Flood warnings review', pages: ['We looked into it.'] },
    { id: 'scan', title: 'Flood warnings of 1953', pages: [''] },
  );
  expect((await found('flood warnings')).sort()).toEqual(['called', 'says', 'scan']);
  expect((await found('flood warnings')).at(-1)).toBe('says');
});

test('of two words one may stand in the title and one on the page', async () => {
  const { search } = shelf(
    { id: 'a', title: 'Marlbridge business case', pages: ['Of the river.', 'The lock gates cost more.'] },
    { id: 'b', title: 'Other', pages: ['The lock gates.'] },
  );
  const { hits } = await search('marlbridge lock ');
  expect(hits.map(({ sourceId, page }) => [sourceId, page])).toEqual([['a', 2]]);
  expect(hits[0]?.snippet).toContainEqual({ text: 'lock', hit: true });
});

test('fields ask for title, author and organisation, alone and with words', async () => {
  const { found } = shelf(
    {
      id: 'a',
      title: 'Quays',
      author: 'Holloway; Pennock',
      organisation: 'Harbour Board',
      pages: ['of lamps'],
    },
    {
      id: 'b',
      title: 'Piers',
      author: 'Wren',
      organisation: 'Harbour Board',
      pages: ['of quays and lamps', 'of fog'],
    },
  );
  expect(await found('title:quays')).toEqual(['a']);
  expect(await found('author:pennock ')).toEqual(['a']);
  expect(await found('organisation:"harbour board" fog')).toEqual(['b']);
  expect(await found('title:(quays OR piers) lamps ')).toHaveLength(2);
  expect(await found('lamps NOT author:wren ')).toEqual(['a']);
  expect(await found('title:quays OR fog ')).toEqual(expect.arrayContaining(['a', 'b']));
  expect(await found('title:piers NOT quays ')).toEqual(['b']);
  expect(await found('title:fog ')).toEqual([]);
});

const facetted: Shelved[] = [
  {
    id: 'a',
    kind: 'pdf',
    organisation: 'Board',
    issued: '2025-03',
    classification: 'OFFICIAL',
    published: true,
    pages: ['fog'],
  },
  {
    id: 'b',
    kind: 'html',
    organisation: 'Board',
    issued: '2026',
    published: false,
    pages: ['fog', 'more fog'],
  },
  { id: 'c', kind: 'pdf', organisation: 'Council', pages: ['fog'] },
  { id: 'd', kind: 'csv', organisation: 'Council', pages: ['sun'] },
];

test('filters narrow, and those of several kinds all hold', async () => {
  const { found, database } = shelf(...facetted);
  const with_ = async (filters: Input['filters']) => [...new Set(await found('fog', { filters }))].sort();
  expect(await with_({ kinds: ['pdf'] })).toEqual(['a', 'c']);
  expect(await with_({ organisations: ['Board'] })).toEqual(['a', 'b']);
  expect(await with_({ years: ['2025', ''] })).toEqual(['a', 'c']);
  expect(await with_({ markings: [null] })).toEqual(['b', 'c']);
  expect(await with_({ markings: ['OFFICIAL'] })).toEqual(['a']);
  expect(await with_({ published: [true, null] })).toEqual(['a', 'c']);
  expect(await with_({ sources: ['c', 'd'] })).toEqual(['c']);
  expect(await with_({ kinds: ['pdf'], organisations: ['Board'] })).toEqual(['a']);
  expect(await with_({ kinds: [] })).toEqual([]);
  database.exec(`
    INSERT INTO documents (id, kind, title, subtitle, format, revision, understood_by, created_at, updated_at, deleted_at)
      VALUES ('doc', 'report', '', '', 1, 1, '', '', '', NULL), ('binned', 'report', '', '', 1, 1, '', '', '', 'then');
    INSERT INTO sections (document_id, id, role, body) VALUES ('doc', 's', 'body', '{}'), ('binned', 's', 'body', '{}');
    INSERT INTO evidence_links (document_id, block_id, citation_id, section_id, source_id, body)
      VALUES ('doc', 'b', 'c', 's', 'a', '{}'), ('binned', 'b', 'c', 's', 'b', '{}');
  `);
  expect(await with_({ usedIn: 'doc' })).toEqual(['a']);
  expect(await with_({ used: true })).toEqual(['a']);
  expect(await with_({ used: false })).toEqual(['b', 'c']);
});

test('facets count the sources that match, each once', async () => {
  const { facets } = shelf(...facetted);
  expect(await facets('fog')).toEqual({
    kinds: [
      { value: 'pdf', sources: 2 },
      { value: 'html', sources: 1 },
    ],
    organisations: [
      { value: 'Board', sources: 2 },
      { value: 'Council', sources: 1 },
    ],
    years: [
      { value: '', sources: 1 },
      { value: '2025', sources: 1 },
      { value: '2026', sources: 1 },
    ],
    markings: [
      { value: null, sources: 2 },
      { value: 'OFFICIAL', sources: 1 },
    ],
    published: [
      { value: null, sources: 1 },
      { value: 'published', sources: 1 },
      { value: 'unpublished', sources: 1 },
    ],
  });
});

test('page after page of hits is every hit once, and the last says that there are no more', async () => {
  const pages = Array.from({ length: 25 }, (_, at) => `fog ${'mist '.repeat(at)}`);
  const { search } = shelf({ id: 'a', title: 'Weather', pages });
  const all: number[] = [];
  for (const offset of [0, 10, 20]) {
    const { hits, more } = await search('fog', { limit: 10, offset });
    expect(more).toBe(offset < 20);
    all.push(...hits.map(({ page }) => page ?? 0));
  }
  expect(all).toHaveLength(25);
  expect(new Set(all).size).toBe(25);
});

test('a snippet of a long passage is what surrounds the words, cut between words', async () => {
  const before = 'Nothing of note. '.repeat(25);
  const { search } = shelf({
    id: 'a',
    pages: [`${before}The fog signal failed. ${'All was quiet then. '.repeat(20)}`],
  });
  const [hit] = (await search('"fog signal"')).hits;
  const text = hit?.snippet.map((part) => part.text).join('') ?? '';
  expect(hit?.snippet.filter((part) => part.hit)).toEqual([{ text: 'fog signal', hit: true }]);
  expect(text.length).toBeLessThan(260);
  expect(text).toMatch(/^… \w.* …$/);
  expect(`${before} The fog signal failed. All was quiet then.`).toContain(text.slice(2, 20));
});

test('markup in a source is words like others', async () => {
  const { search } = shelf({ id: 'a', pages: ['<b>fog</b> & <script>'] });
  expect((await search('fog')).hits[0]?.snippet).toEqual([
    { text: '<b>', hit: false },
    { text: 'fog', hit: true },
    { text: '</b> & <script>', hit: false },
  ]);
});

test('a picture is found by its description', async () => {
  const { search } = shelf({ id: 'a', kind: 'image', description: 'A lamp in fog', pages: [''] });
  expect((await search('fog')).hits).toMatchObject([{ page: 1, start: 0, text: 'A lamp in fog' }]);
});

test('past editions are not found', async () => {
  const { found, store } = shelf({ id: 'a', pages: ['fog'] });
  store.write(({ passages }) => passages.hide(editionOf('a')));
  expect(await found('fog')).toEqual([]);
});

test('no query whatever fails', async () => {
  const { search, facets } = shelf(...facetted);
  const pieces = [
    'fog',
    'AND',
    'OR',
    'NOT',
    '(',
    ')',
    '"',
    'title:',
    'author:board',
    '*',
    '£1.6bn',
    '\0',
    '😀',
    ' ',
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), async (some) => {
      await search(some.join(' '));
      await search(some.join(''), { filters: { kinds: ['pdf'] } });
      await facets(some.join(' '));
      await facets(some.join(''), { kinds: ['pdf'] });
    }),
  );
  for (const query of ['!?', '\0\0', '😀'.repeat(5000), 'fog '.repeat(2500), '('.repeat(10_000)]) {
    expect((await search(query)).hits.length).toBeLessThan(6);
  }
});

test('evidence for a point: figures first, however they are written, and said which', async () => {
  const { findFor } = shelf(
    { id: 'words', pages: ['The ferry programme costs money, and the programme of the ferry is long.'] },
    { id: 'figure', pages: ['In all, £1,600m was set aside.'] },
    { id: 'table', kind: 'csv', pages: ['heading\tcost_gbp\nAll\t1600000000'] },
    { id: 'other', pages: ['In all, £1,700m was set aside.'] },
  );
  const { hits } = await findFor('The ferry programme costs £1.6 billion.');
  expect(
    hits
      .slice(0, 2)
      .map(({ sourceId }) => sourceId)
      .sort(),
  ).toEqual(['figure', 'table']);
  expect(hits[0]?.figures).toEqual(['£1.6 billion']);
  expect(hits.find(({ sourceId }) => sourceId === 'words')?.figures).toEqual([]);
  expect(hits.map(({ sourceId }) => sourceId)).not.toContain('other');
});

test('evidence for a point without figures: the rarer words decide', async () => {
  const common = Array.from({ length: 8 }, (_, at) => ({
    id: `c${at}`,
    pages: ['The committee agreed the report.'],
  }));
  const { findFor } = shelf(...common, { id: 'rare', pages: ['Of the lamplighter nothing was agreed.'] });
  expect((await findFor('The committee agreed that the lamplighter stays.')).hits[0]?.sourceId).toBe('rare');
});

test('for a point without words there is no evidence', async () => {
  const { findFor } = shelf({ id: 'a', pages: ['fog'] });
  for (const words of ['', '…', 'the of and', '\0', '(((', '10,000 '.repeat(2000)]) {
    expect((await findFor(words)).hits).toEqual([]);
  }
});
