import { expect, test } from 'vitest';
import { plainBlock, section } from '../../../../shared/document/build.ts';
import { parseDocument } from '../../../../shared/document/parse.ts';
import type { Block, Citation, KnownBlock } from '../../../../shared/document/schema.ts';
import type { LineBody } from '../../../../shared/lines/line.ts';
import { scratchFolder } from '../../../scratch-folder.ts';
import { openEvidence } from '../evidence/evidence-library.ts';
import { context, counter } from '../scratch.ts';

const mint = counter('block');
const text = (words: string) => [{ type: 'text' as const, text: words }];

const cited: Citation = {
  id: 'c1',
  evidenceId: 's1',
  edition: null,
  bearing: 'supports',
  locator: {
    quote: { type: 'TextQuoteSelector', exact: '305 said', prefix: '', suffix: '' },
    position: null,
    page: 4,
  },
};

function body(words: string, more: Partial<LineBody> = {}): LineBody {
  return {
    kind: 'lineToTake',
    title: 'Flood wardens',
    content: text(words),
    citations: [cited],
    details: [{ detail: 'ifPressed', content: text('We keep it under review.'), citations: [] }],
    tags: ['floods'],
    ...more,
  };
}

async function library() {
  const { handlers } = openEvidence(scratchFolder());
  const { documentId } = await handlers['documents.create']({ kind: 'briefing' }, context);
  let topic = section(mint, 'lines', []);
  return {
    handlers,
    documentId,
    add: (given: LineBody) => handlers['lines.add']({ body: given, by: 'Ada' }, context),
    async save(blocks: readonly Block[], by?: string): Promise<void> {
      const opened = await handlers['documents.open']({ documentId }, context);
      const ids = parseDocument(opened.document).document.sections.map(({ id }) => id);
      topic = { ...topic, blocks };
      await handlers['documents.saveSections'](
        {
          documentId,
          baseRevision: opened.revision,
          sections: [topic],
          ...(ids.includes(topic.id) ? {} : { order: [...ids, topic.id] }),
          ...(by === undefined ? {} : { by }),
        },
        context,
      );
    },
  };
}

const using = (words: string, line: KnownBlock['line']): KnownBlock => ({
  ...plainBlock(mint, 'lineToTake', text(words)),
  ...(line ? { line } : {}),
});

test('other words make a new version and keep the old one with who wrote it; another title makes none', async () => {
  const { handlers, add } = await library();
  const first = await add(body('Wardens are out.'));
  const retitled = await handlers['lines.change'](
    { lineId: first.id, revision: 1, body: body('Wardens are out.', { title: 'Wardens' }), by: 'Grace' },
    context,
  );
  expect(retitled).toMatchObject({ title: 'Wardens', version: 1, revision: 2, author: 'Ada' });
  await handlers['lines.change'](
    { lineId: first.id, revision: 2, body: body('430 wardens are out.'), by: 'Grace' },
    context,
  );
  const { line, versions } = await handlers['lines.get']({ lineId: first.id }, context);
  expect(line).toMatchObject({ version: 2, revision: 3, author: 'Grace', citations: [cited] });
  expect(versions.map(({ version, author, content }) => [version, author, content])).toEqual([
    [2, 'Grace', text('430 wardens are out.')],
    [1, 'Ada', text('Wardens are out.')],
  ]);
});

test('whoever changes a line that somebody else has changed is told so, and nothing is lost', async () => {
  const { handlers, add } = await library();
  const { id: lineId } = await add(body('One.'));
  await handlers['lines.change']({ lineId, revision: 1, body: body('Two.'), by: '' }, context);
  const late = handlers['lines.change']({ lineId, revision: 1, body: body('Three.'), by: '' }, context);
  await expect(late).rejects.toMatchObject({ code: 'line.changed' });
  expect((await handlers['lines.get']({ lineId }, context)).line.content).toEqual(text('Two.'));
});

test('lines are found by the beginnings of their words, their tags and their kind, in whatever case', async () => {
  const { handlers, add } = await library();
  await add(body('Wardens are out.'));
  await add(
    body('Ms Bahn leads the Environment Agency.', { kind: 'person', title: 'Bähn', tags: [], details: [] }),
  );
  const titles = async (asked: { query?: string; kind?: LineBody['kind']; tag?: string }) =>
    (await handlers['lines.list'](asked, context)).lines.map(({ title }) => title);
  expect(await titles({ query: 'ward FLOOD' })).toEqual(['Flood wardens']);
  expect(await titles({ query: 'review' })).toEqual(['Flood wardens']);
  expect(await titles({ query: 'bahn agency' })).toEqual(['Bähn']);
  expect(await titles({ kind: 'person' })).toEqual(['Bähn']);
  expect(await titles({ tag: 'floods' })).toEqual(['Flood wardens']);
  expect(await titles({ query: 'nobody' })).toEqual([]);
  expect(await titles({})).toEqual(['Bähn', 'Flood wardens']);
});

test('a removed line is in the bin only, and comes back whole', async () => {
  const { handlers, add } = await library();
  const { id: lineId } = await add(body('One.'));
  await handlers['lines.remove']({ lineId }, context);
  expect((await handlers['lines.list']({}, context)).lines).toEqual([]);
  expect((await handlers['lines.list']({ deleted: true }, context)).lines).toHaveLength(1);
  await handlers['lines.restore']({ lineId }, context);
  expect((await handlers['lines.list']({}, context)).lines).toMatchObject([{ id: lineId, version: 1 }]);
});

test('a use is saved with its section, keeps who made it, and goes with its block', async () => {
  const { handlers, add, save, documentId } = await library();
  const { id } = await add(body('Wardens are out.', { details: [] }));
  const block = using('Wardens are out.', { id, version: 1 });
  await save([block], 'Joan');
  await save([{ ...block, content: text('Wardens are in.') }], 'Grace');
  expect(await handlers['lines.uses']({ lineId: id }, context)).toMatchObject([
    { documentId, blockId: block.id, text: 'Wardens are in.', standing: 'differs', usedBy: 'Joan' },
  ]);
  expect((await handlers['lines.list']({}, context)).lines).toMatchObject([{ uses: 1 }]);
  await save([]);
  expect(await handlers['lines.uses']({ lineId: id }, context)).toEqual([]);
});

test('uses in a document in the bin do not count until it is restored', async () => {
  const { handlers, add, save, documentId } = await library();
  const { id: lineId } = await add(body('One.'));
  await save([using('One.', { id: lineId, version: 1 })]);
  await handlers['documents.remove']({ documentId }, context);
  expect(await handlers['lines.uses']({ lineId }, context)).toEqual([]);
  await handlers['documents.restore']({ documentId }, context);
  expect(await handlers['lines.uses']({ lineId }, context)).toHaveLength(1);
});

test('every use of a line is asked about when the line has other words, and no longer once it has them', async () => {
  const { handlers, add, save, documentId } = await library();
  const { id } = await add(body('One.', { details: [] }));
  const block = using('One.', { id, version: 1 });
  await save([block]);
  const found = async () =>
    (await handlers['documents.check']({ documentId }, context)).filter(
      ({ rule }) => rule === 'standing-line-changed',
    );
  expect(await found()).toEqual([]);
  await handlers['lines.change'](
    { lineId: id, revision: 1, body: body('Two.', { details: [] }), by: '' },
    context,
  );
  expect(await found()).toMatchObject([{ blockId: block.id, severity: 'warning' }]);
  await save([{ ...block, content: text('Two.'), line: { id, version: 2 } }]);
  expect(await found()).toEqual([]);
  await save([{ ...block, line: { id, version: 2 } }]);
  expect(await found()).toEqual([]);
});

test('words of past documents are found as they were last saved, by their stems, and not those in the bin', async () => {
  const { handlers, save, documentId } = await library();
  const search = async (query: string) =>
    (await handlers['documents.search']({ query, limit: 10 }, context)).hits;
  const block = using('The wardens evacuated 305 households.', undefined);
  await save([block]);
  const [hit] = await search('evacuation hous');
  expect(hit).toMatchObject({ documentId, blockId: block.id, blockKind: 'lineToTake' });
  expect(hit?.snippet.filter((part) => part.hit).map((part) => part.text)).toEqual([
    'evacuated',
    'households',
  ]);
  expect(hit?.words.content).toEqual(block.content);
  await save([{ ...block, content: text('Nobody left.') }]);
  expect(await search('evacuation')).toEqual([]);
  expect(await search('nobody')).toHaveLength(1);
  await handlers['documents.remove']({ documentId }, context);
  expect(await search('nobody')).toEqual([]);
  await handlers['documents.restore']({ documentId }, context);
  await save([]);
  expect(await search('nobody')).toEqual([]);
});

test.each(['', '   ', '"', 'AND OR', 'title:x', ')(', "'; DROP TABLE documents"])(
  'anything may be looked for: %j',
  async (query) => {
    const { handlers } = await library();
    expect(await handlers['documents.search']({ query, limit: 5 }, context)).toMatchObject({ hits: [] });
  },
);
