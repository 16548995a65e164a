import { describe, expect, test } from 'vitest';
import { openStore } from '../../../../electron/library/db/store.ts';
import { completeEdition, findSource } from '../../../../electron/library/evidence/source-rows.ts';
import type { PlainBlock } from '../../../../shared/document/schema.ts';
import { scratchFolder } from '../../../scratch-folder.ts';
import { context } from '../scratch.ts';
import { citing, type Desk, desk, place, rules, save, shelve, survey, words } from './citing-desk.ts';
import { openEvidence } from './evidence-library.ts';

interface Written extends Desk {
  readonly points: readonly PlainBlock[];
}

/** Three documents of one library; the first rests twice on the source, and the last on another source as well. */
async function threeDocuments() {
  const folder = scratchFolder();
  const first = await desk(folder, openEvidence(folder));
  const sourceId = await shelve(first, 'survey.txt', survey);
  const other = await shelve(first, 'tides.txt', 'The tide stood at 4.2 metres.');
  const documents: Written[] = [];
  for (const at of [first, await desk(folder, first.library), await desk(folder, first.library)]) {
    const number = documents.length;
    const points = [
      await citing(at, sourceId, 'In all 305 households were not told.', words),
      ...(number === 0 ? [await citing(at, sourceId, 'Wardens came.', 'Wardens came at dawn')] : []),
      ...(number === 2 ? [await citing(at, other, 'It was high.', '4.2 metres')] : []),
    ];
    await save(at, ...points);
    documents.push({ ...at, points });
  }
  const [one, two, three] = documents;
  if (!one || !two || !three) throw new Error('three were written');
  return { folder, library: first.library, sourceId, other, one, two, three };
}

type Three = Awaited<ReturnType<typeof threeDocuments>>;

/** How many citations of each document are to be looked at. */
async function unseen({ library, one, two, three }: Three): Promise<number[]> {
  const uses = await library.handlers['standing.unseen']({}, context);
  return [one, two, three].map(
    ({ documentId }) => uses.filter((use) => use.documentId === documentId).length,
  );
}

async function look({ library }: Three, { documentId, points }: Written, at = 0): Promise<void> {
  const block = points[at];
  if (!block) throw new Error('there is no such point');
  const places = [{ documentId, blockId: block.id, citationId: block.citations[0]?.id ?? '' }];
  await library.handlers['standing.seen']({ places, by: 'Rowan' }, context);
}

/** The words of a source as another reader of files makes them of the same bytes. */
function readAnew({ folder, sourceId }: Three, text: string): void {
  const store = openStore({ folder, nativeBinding: null, now: () => new Date() });
  store.write((tables) => {
    const source = findSource(tables, sourceId);
    const extraction = {
      kind: 'text' as const,
      mediaType: 'text/plain',
      textState: 'text' as const,
      paged: false,
      outline: [],
      notices: [],
      pages: [{ label: null, text, roles: text.split('\n').map(() => 'text' as const) }],
      about: { csl: { type: 'document' }, marking: null, reviewBy: null },
    };
    completeEdition(
      tables,
      source,
      { edition: source.edition, fileName: 'survey.txt', bytes: survey.length, extraction },
      new Date().toISOString(),
    );
  });
  store.close();
}

describe('a source that three documents rest on', () => {
  test('a new edition flags every point in each, and looking at one clears that alone', async () => {
    const desks = await threeDocuments();
    expect(await unseen(desks)).toEqual([0, 0, 0]);
    await shelve(desks.one, 'survey.txt', `A foreword.\n${survey}`, desks.sourceId);
    expect(await unseen(desks)).toEqual([2, 1, 1]);
    for (const at of [desks.one, desks.two, desks.three]) expect(await rules(at)).toContain('source-changed');
    await look(desks, desks.one);
    expect(await unseen(desks)).toEqual([1, 1, 1]);
    await look(desks, desks.one, 1);
    expect(await unseen(desks)).toEqual([0, 1, 1]);
    expect(await rules(desks.one)).toEqual([]);
    expect(await rules(desks.two)).toEqual(['source-changed']);
  });

  test('another source in its place flags them, and so does the next in the place of that', async () => {
    const desks = await threeDocuments();
    const { library, sourceId } = desks;
    const later = await shelve(desks.one, 'later.txt', 'The survey of a later year.');
    await library.handlers['evidence.supersede']({ sourceId, by: later }, context);
    expect(await unseen(desks)).toEqual([2, 1, 1]);
    for (const at of [desks.one, desks.two, desks.three]) await look(desks, at);
    await look(desks, desks.one, 1);
    expect(await unseen(desks)).toEqual([0, 0, 0]);
    const latest = await shelve(desks.one, 'latest.txt', 'The survey of this year.');
    await library.handlers['evidence.supersede']({ sourceId: later, by: latest }, context);
    expect(await unseen(desks)).toEqual([2, 1, 1]);
    const facts = await library.handlers['standing.facts']({ documentId: desks.two.documentId }, context);
    expect(facts.sources).toMatchObject([{ title: 'survey', supersededBy: 'latest' }]);
  });

  test('the bin flags them until each is looked at or the source is back', async () => {
    const desks = await threeDocuments();
    const { library, sourceId } = desks;
    await library.handlers['evidence.remove']({ sourceId }, context);
    expect(await unseen(desks)).toEqual([2, 1, 1]);
    expect(await rules(desks.two)).toEqual(['source-missing']);
    await look(desks, desks.two);
    expect(await unseen(desks)).toEqual([2, 0, 1]);
    await library.handlers['evidence.restore']({ sourceId }, context);
    expect(await unseen(desks)).toEqual([0, 0, 0]);
  });

  test('other words from the same file flag the points whose words they no longer hold, each time they do', async () => {
    const desks = await threeDocuments();
    readAnew(desks, survey.replace('305 said that nobody', '350 said that somebody'));
    expect(await unseen(desks)).toEqual([1, 1, 1]);
    expect(await rules(desks.two)).toEqual(['cited-words-changed']);
    await look(desks, desks.two);
    expect(await unseen(desks)).toEqual([1, 0, 1]);
    const [point] = desks.two.points;
    if (!point) throw new Error('it has a point');
    await desks.library.handlers['standing.unsee']({ places: [place(desks.two, point)] }, context);
    expect(await unseen(desks)).toEqual([1, 1, 1]);
    await look(desks, desks.two);
    readAnew(desks, 'It was withdrawn.');
    expect(await unseen(desks)).toEqual([2, 1, 1]);
    readAnew(desks, survey);
    expect(await unseen(desks)).toEqual([0, 0, 0]);
  });

  test('a library that is opened again knows who has looked at what', async () => {
    const desks = await threeDocuments();
    await shelve(desks.one, 'survey.txt', `A foreword.\n${survey}`, desks.sourceId);
    await look(desks, desks.three);
    desks.library.close();
    const again = { ...desks, library: openEvidence(desks.folder) };
    expect(await unseen(again)).toEqual([2, 1, 0]);
  });
});
