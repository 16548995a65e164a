import { describe, expect, test } from 'vitest';
import type { CallContext } from '../../../../shared/contract/calls.ts';
import { toErrorData } from '../../../../shared/contract/errors.ts';
import { plainBlock, section } from '../../../../shared/document/build.ts';
import { parseDocument } from '../../../../shared/document/parse.ts';
import type { Citation, Section } from '../../../../shared/document/schema.ts';
import { anchorKey } from '../../../../shared/evidence/anchor-key.ts';
import { context } from '../scratch.ts';
import {
  citing,
  type Desk,
  desk,
  deskWithPoint,
  mint,
  place,
  rules,
  save,
  shelve,
  survey,
  words,
} from './citing-desk.ts';

test('a citation whose words stand where they were taken gives no findings', async () => {
  const { at, point } = await deskWithPoint();
  expect(await rules(at)).toEqual([]);
  const facts = await at.library.handlers['standing.facts']({ documentId: at.documentId }, context);
  expect(facts.anchors[anchorKey(point.id, point.citations[0]?.id ?? '')]).toMatchObject({
    state: 'same',
    place: { exact: words },
    unseen: false,
  });
  expect(facts.sources).toMatchObject([{ title: 'survey', deleted: false, supersededBy: null }]);
});

test('a picture cited by its description has not lost its words: it is said that only a reader can judge it', async () => {
  const at = await desk();
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const sourceId = await shelve(at, 'chart.png', Buffer.from(png, 'base64'));
  const { edition } = await at.library.handlers['reading.open']({ sourceId }, context);
  const quote = { type: 'TextQuoteSelector', exact: 'Costs by year, in £m', prefix: '', suffix: '' } as const;
  const locator = { quote, position: null, page: null };
  const citation: Citation = { id: mint(), bearing: 'supports', evidenceId: sourceId, edition, locator };
  const point = { ...plainBlock(mint, 'point', [{ type: 'text', text: 'It rose.' }]), citations: [citation] };
  await save(at, point);
  expect(await rules(at)).toEqual(['source-without-text']);
  const facts = await at.library.handlers['standing.facts']({ documentId: at.documentId }, context);
  expect(facts.anchors[anchorKey(point.id, citation.id)]).toMatchObject({ state: 'same', place: null });
  expect(await at.library.handlers['reading.place']({ edition, locator }, context)).toEqual({
    state: 'same',
    place: null,
  });
});

test('a new edition flags every point that rests on the source until somebody has looked', async () => {
  const { at, sourceId, point } = await deskWithPoint();
  await shelve(at, 'survey.txt', `A foreword.\n${survey}`, sourceId);
  expect(await rules(at)).toEqual(['source-changed']);
  const unseen = await at.library.handlers['standing.unseen']({}, context);
  expect(unseen).toMatchObject([
    {
      ...place(at, point),
      words: 'In all 305 households were not told.',
      sourceId,
      anchor: { state: 'moved', unseen: true },
    },
  ]);
  await at.library.handlers['standing.seen']({ places: [place(at, point)], by: 'Rowan' }, context);
  expect(await at.library.handlers['standing.unseen']({}, context)).toEqual([]);
  expect(await rules(at)).toEqual([]);
});

test('having looked can be taken back: it is to look at again, and told again', async () => {
  const { at, sourceId, point } = await deskWithPoint();
  await shelve(at, 'survey.txt', `A foreword.\n${survey}`, sourceId);
  const places = [place(at, point)];
  await at.library.handlers['standing.seen']({ places, by: 'Rowan' }, context);
  await at.library.handlers['standing.unsee']({ places }, context);
  expect(await at.library.handlers['standing.unseen']({}, context)).toHaveLength(1);
  expect(await rules(at)).toEqual(['source-changed']);
});

test('having looked at one edition is not having looked at the next', async () => {
  const { at, sourceId, point } = await deskWithPoint();
  await shelve(at, 'survey.txt', `A foreword.\n${survey}`, sourceId);
  await at.library.handlers['standing.seen']({ places: [place(at, point)], by: 'Rowan' }, context);
  await shelve(at, 'survey.txt', `Another foreword.\n${survey}`, sourceId);
  expect(await at.library.handlers['standing.unseen']({}, context)).toHaveLength(1);
});

test('words that the new edition has changed or lost are told, by the checks of the document as well', async () => {
  const { at, sourceId } = await deskWithPoint();
  await shelve(at, 'survey.txt', survey.replace('305 said that nobody', '350 said that somebody'), sourceId);
  expect(await rules(at)).toEqual(['cited-words-changed']);
  const all = await at.library.handlers['documents.check']({ documentId: at.documentId }, context);
  expect(all.find(({ rule }) => rule === 'cited-words-changed')?.message).toContain('350 said that somebody');
  await shelve(at, 'survey.txt', 'It was withdrawn.', sourceId);
  expect(await rules(at)).toEqual(['cited-words-lost']);
});

test('a source that another takes the place of is told with its title, until somebody has looked a note no less', async () => {
  const { at, sourceId, point } = await deskWithPoint();
  const by = await shelve(at, 'later.txt', 'The survey of a later year.');
  await at.library.handlers['evidence.supersede']({ sourceId, by }, context);
  expect(await rules(at)).toEqual(['source-superseded']);
  expect(await at.library.handlers['standing.unseen']({}, context)).toHaveLength(1);
  await at.library.handlers['standing.seen']({ places: [place(at, point)], by: 'Rowan' }, context);
  expect(await at.library.handlers['standing.unseen']({}, context)).toEqual([]);
});

test('what cites a source that has become an edition of another meanwhile rests on that one', async () => {
  const at = await desk();
  const sourceId = await shelve(at, 'survey.txt', survey);
  const older = await shelve(at, 'older.txt', 'Nobody was asked yet.');
  const point = await citing(at, sourceId, 'In all 305 households were not told.', words);
  await at.library.handlers['evidence.makeEdition']({ sourceId, of: older }, context);
  await save(at, point);
  const uses = await at.library.handlers['standing.uses']({ sourceId: older }, context);
  expect(uses).toMatchObject([
    { ...place(at, point), sourceId: older, anchor: { state: 'same', unseen: false } },
  ]);
  expect(await rules(at)).toEqual([]);
  const listed = await at.library.handlers['evidence.list']({}, context);
  expect(listed).toMatchObject([{ id: older, usedIn: 1, citations: 1 }]);
});

test('what is cited and not saved yet is known too', async () => {
  const { at, sourceId, point } = await deskWithPoint();
  const other = await citing(at, sourceId, 'Wardens came.', 'Wardens came at dawn');
  const [citation] = other.citations;
  if (!citation) throw new Error('nothing is cited');
  const { evidenceId, id: citationId, edition, locator } = citation;
  const facts = await at.library.handlers['standing.facts'](
    {
      documentId: at.documentId,
      citations: [{ blockId: other.id, citationId, sourceId: evidenceId, edition, locator }],
    },
    context,
  );
  expect(Object.keys(facts.anchors).sort()).toEqual(
    [anchorKey(point.id, point.citations[0]?.id ?? ''), anchorKey(other.id, citationId)].sort(),
  );
});

test('a source in the bin and one that never came are both told', async () => {
  const { at, sourceId, point } = await deskWithPoint();
  await at.library.handlers['evidence.remove']({ sourceId }, context);
  expect(await rules(at)).toEqual(['source-missing']);
  const [citation] = point.citations;
  if (!citation) throw new Error('nothing is cited');
  await save(at, {
    ...point,
    citations: [{ ...citation, evidenceId: 'elsewhere', edition: 'f'.repeat(64) }],
  });
  expect(await rules(at)).toEqual(['source-missing']);
});

describe('links are what the saved sections say', () => {
  const usesOf = ({ library }: Desk, sourceId: string) =>
    library.handlers['standing.uses']({ sourceId }, context);

  test('a citation taken away, a block deleted and a document binned are no uses', async () => {
    const { at, sourceId, point } = await deskWithPoint();
    const second = { ...(await citing(at, sourceId, 'Wardens came.', 'Wardens came at dawn')) };
    await save(at, point, second);
    expect(await usesOf(at, sourceId)).toHaveLength(2);
    await save(at, { ...point, citations: [] }, second);
    expect((await usesOf(at, sourceId)).map(({ blockId }) => blockId)).toEqual([second.id]);
    await save(at);
    expect(await usesOf(at, sourceId)).toEqual([]);
    await save(at, point);
    await at.library.handlers['documents.remove']({ documentId: at.documentId }, context);
    expect(await usesOf(at, sourceId)).toEqual([]);
    await at.library.handlers['documents.restore']({ documentId: at.documentId }, context);
    expect(await usesOf(at, sourceId)).toHaveLength(1);
  });

  test('a block that moves to another section takes its citations along', async () => {
    const { at, sourceId, point } = await deskWithPoint();
    const next: Section = section(mint, 'topic', [point]);
    const { library, documentId } = at;
    const opened = await library.handlers['documents.open']({ documentId }, context);
    const ids = parseDocument(opened.document).document.sections.map(({ id }) => id);
    await library.handlers['documents.saveSections'](
      {
        documentId,
        baseRevision: at.revision,
        sections: [next, { ...at.topic, blocks: [] }],
        order: [...ids, next.id],
      },
      context,
    );
    expect((await usesOf(at, sourceId)).map(({ blockId }) => blockId)).toEqual([point.id]);
  });

  test('a section that goes takes its links with it', async () => {
    const { at, sourceId } = await deskWithPoint();
    const { library, documentId } = at;
    const opened = await library.handlers['documents.open']({ documentId }, context);
    const ids = parseDocument(opened.document).document.sections.map(({ id }) => id);
    await library.handlers['documents.saveSections'](
      { documentId, baseRevision: at.revision, sections: [], order: ids.filter((id) => id !== at.topic.id) },
      context,
    );
    expect(await usesOf(at, sourceId)).toEqual([]);
  });
});

test('who waits for news of the evidence is told of citations, and not of words', async () => {
  const { at, point } = await deskWithPoint();
  const { revision } = await at.library.handlers['evidence.changes']({ since: 0 }, context);
  const now = async () => (await at.library.handlers['evidence.changes']({ since: 0 }, context)).revision;
  await save(at, { ...point, content: [{ type: 'text', text: 'In all 305 were not told.' }] });
  expect(await now()).toBe(revision);
  await save(at, { ...point, citations: [] });
  expect(await now()).not.toBe(revision);
});

test('a check that is cancelled ends, and other calls are answered meanwhile', async () => {
  const at = await desk();
  const long = Array.from(
    { length: 4000 },
    (_, line) => `Line ${line} says what line ${line * 7} says.`,
  ).join('\n');
  const sourceId = await shelve(at, 'long.txt', long);
  const one = await citing(at, sourceId, 'It says so.', 'Line 100 says what line 700 says');
  const [first] = one.citations;
  if (!first) throw new Error('nothing is cited');
  const gone = (number: number): Citation => ({
    ...first,
    id: `c${number}`,
    locator: {
      ...first.locator,
      quote: {
        ...first.locator.quote,
        exact: `Nobody ever wrote these ${number} words down in any line of it`,
        prefix: '',
        suffix: '',
      },
    },
  });
  await save(at, { ...one, citations: Array.from({ length: 300 }, (_, number) => gone(number)) });
  const signal = { aborted: false };
  const shares: number[] = [];
  const watched: CallContext = {
    signal,
    progress: (done) => {
      shares.push(done);
      signal.aborted = true;
    },
  };
  const check = at.library.handlers['standing.facts']({ documentId: at.documentId }, watched);
  await expect(check.catch((thrown: unknown) => toErrorData(thrown).code)).resolves.toBe('call.cancelled');
  expect(shares).toHaveLength(1);
  expect(shares[0]).toBeLessThan(1);
});
