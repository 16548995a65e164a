import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { knownBlocks } from '../../../../shared/document/walk.ts';
import { openEvidence, textFile } from '../evidence/evidence-library.ts';
import { context } from '../scratch.ts';
import { desk, documentOf, receive, report, send, survey } from './desk.ts';

const there = (folder: string) => {
  const library = openEvidence(path.join(folder, 'there'));
  return { library, folder };
};

test.each([
  { originals: true, editions: 'cited' },
  { originals: true, editions: 'present' },
  { originals: false, editions: 'cited' },
] as const)('out, in and out again gives the same bytes: %j', async (choice) => {
  const here = await desk();
  const sent = await send(here, here.documentId, choice);
  expect((await send(here, here.documentId, choice)).bytes.equals(sent.bytes)).toBe(true);
  const other = there(here.folder);
  const received = await receive(other.library, sent.file);
  expect(received).toMatchObject({ documentId: here.documentId, kind: 'briefing', report: [] });
  expect(received.notices).toEqual(['2 sources came with it.']);
  const again = await send(other, here.documentId, choice);
  expect(again.bytes.equals(sent.bytes)).toBe(true);
});

test('the document, its sources with all cited editions, originals, pictures and comments arrive as they left', async () => {
  const here = await desk();
  const { file } = await send(here, here.documentId);
  const { library, folder } = there(here.folder);
  await receive(library, file);
  expect(await documentOf(library, here.documentId)).toEqual(await documentOf(here.library, here.documentId));
  for (const sourceId of here.sourceIds) {
    expect(await library.handlers['evidence.get']({ sourceId }, context)).toEqual(
      await here.library.handlers['evidence.get']({ sourceId }, context),
    );
  }
  const facts = (of: typeof library) =>
    of.handlers['standing.facts']({ documentId: here.documentId }, context);
  expect((await facts(library)).anchors).toEqual((await facts(here.library)).anchors);
  const { editions } = await library.handlers['evidence.get']({ sourceId: here.sourceIds[0] }, context);
  expect(editions).toHaveLength(2);
  for (const { id } of editions) {
    const kept = path.join('originals', id.slice(0, 2), id);
    expect(readFileSync(path.join(folder, 'there', kept))).toEqual(
      readFileSync(path.join(here.folder, kept)),
    );
  }
  const found = await library.handlers['evidence.search']({ query: 'wardens', limit: 5 }, context);
  expect(found.hits).toHaveLength(1);
  const { threads } = await library.handlers['comments.list']({ documentId: here.documentId }, context);
  expect(threads.map(({ text }) => text)).toEqual(['Who says so?']);
  expect(readdirSync(path.join(folder, 'there', 'originals', 'arriving'))).toEqual([]);
});

test('other programs list the parts', async () => {
  const here = await desk();
  const { file } = await send(here, here.documentId);
  const listed = execFileSync('unzip', ['-l', file], { encoding: 'utf8' });
  expect(listed).toMatch(/manifest\.json\n.*document\.json\n.*comments\.json\n.*sources\.json\n/);
  expect(execFileSync('unzip', ['-tq', file], { encoding: 'utf8' })).toContain('No errors detected');
  expect(execFileSync('zipinfo', ['-1', file], { encoding: 'utf8' }).trim().split('\n')).toHaveLength(11);
});

test('comments leave only when asked for', async () => {
  const here = await desk();
  const { file } = await send(here, here.documentId, { comments: false });
  expect(execFileSync('unzip', ['-l', file], { encoding: 'utf8' })).not.toContain('comments.json');
});

test('sources that are here already are used, under the ids they have here', async () => {
  const here = await desk();
  const { file } = await send(here, here.documentId);
  const { library, folder } = there(here.folder);
  const { rows } = await library.add([textFile(folder, 'ours.md', report)]);
  const own = rows[0]?.sourceId ?? '';
  const { documentId, notices } = await receive(library, file);
  expect(notices).toContain('1 source that it cites was here already.');
  const cited = [...knownBlocks(await documentOf(library, documentId))].flatMap(({ citations }) =>
    citations.map(({ evidenceId }) => evidenceId),
  );
  expect(cited).toEqual([here.sourceIds[0], own]);
  expect(await library.handlers['evidence.list']({}, context)).toHaveLength(2);
});

test('where the document is here already a copy is added, which says so', async () => {
  const here = await desk();
  const { file } = await send(here, here.documentId);
  const { documentId, notices } = await receive(here.library, file);
  expect(documentId).not.toBe(here.documentId);
  expect(notices?.join(' ')).toContain('added as a copy');
  expect(await here.library.handlers['documents.list']({}, context)).toHaveLength(2);
  expect(await here.library.handlers['evidence.list']({}, context)).toHaveLength(2);
});

test('without originals only quotations leave, citations stand by them, and the file completes the source later', async () => {
  const here = await desk();
  const { file, bytes } = await send(here, here.documentId, { originals: false });
  expect(execFileSync('unzip', ['-p', file], { encoding: 'utf8' })).not.toContain('Wardens');
  expect(bytes.includes(Buffer.from('Wardens'))).toBe(false);
  const { library, folder } = there(here.folder);
  await receive(library, file);
  const facts = await library.handlers['standing.facts']({ documentId: here.documentId }, context);
  for (const { state } of Object.values(facts.anchors)) expect(['same', 'moved']).toContain(state);
  const found = () => library.handlers['evidence.search']({ query: 'dawn', limit: 5 }, context);
  expect((await found()).hits).toEqual([]);
  const { rows } = await library.add([textFile(folder, 'late.txt', `${survey}\nSecond edition.`)]);
  expect(rows).toMatchObject([{ status: 'duplicate', sourceId: here.sourceIds[0] }]);
  expect(rows[0]?.reason).toContain('now it has all of it');
  expect((await found()).hits).toHaveLength(1);
});

test('sources marked higher than the document stop it, by name, until somebody says that they may leave', async () => {
  const here = await desk();
  const [sourceId] = here.sourceIds;
  const source = await here.library.handlers['evidence.get']({ sourceId }, context);
  const { csl, published, reviewBy, description, own } = source;
  const marking = { classification: 'OFFICIAL-SENSITIVE', descriptor: '', handling: '' } as const;
  await here.library.handlers['evidence.change'](
    {
      sourceId,
      updatedAt: source.updatedAt,
      details: { csl: { ...csl, title: 'Legal advice' }, published, reviewBy, description, own, marking },
    },
    context,
  );
  await expect(send(here, here.documentId)).rejects.toMatchObject({
    code: 'export.markedHigher',
    details: { names: '“Legal advice”' },
  });
  expect(readdirSync(here.folder).filter((name) => name.includes('despatch-'))).toEqual([]);
  const preview = await here.library.handlers['portable.preview']({ documentId: here.documentId }, context);
  expect(preview).toMatchObject({ sources: 2, higher: ['Legal advice'], comments: 1, missing: 0 });
  expect(preview.bytes.cited).toBeGreaterThan(preview.bytes.present);
  const { notices } = await send(here, here.documentId, { higher: true });
  expect(notices.join(' ')).toContain('“Legal advice” is marked higher');
});

test('an original that was changed on the disk stops the export; one that is not there is named', async () => {
  const here = await desk();
  const [edition] = (await here.library.handlers['evidence.get']({ sourceId: here.sourceIds[1] }, context))
    .editions;
  const file = path.join(here.folder, 'originals', edition?.id.slice(0, 2) ?? '', edition?.id ?? '');
  const bytes = readFileSync(file, 'utf8');
  textFile(path.dirname(file), path.basename(file), bytes.replace('40', '90'));
  await expect(send(here, here.documentId)).rejects.toMatchObject({ code: 'evidence.originalMissing' });
  expect(
    readdirSync(here.folder).filter((name) => name.endsWith('.despatch') || name.endsWith('.tmp')),
  ).toEqual([]);
  rmSync(file);
  const { notices } = await send(here, here.documentId);
  expect(notices).toEqual(['The original of “wall.md” is not in this library and was left out.']);
});

test('an export that is cancelled leaves nothing behind', async () => {
  const here = await desk();
  const stop = new AbortController();
  const file = path.join(here.folder, 'cancelled.despatch');
  here.library.grants.give('cancelled', file, 'write');
  const choice = { originals: true, editions: 'cited', comments: false, higher: false } as const;
  const call = here.library.handlers['portable.export'](
    { documentId: here.documentId, choice, grant: 'cancelled' },
    { signal: stop.signal, progress: (_done, label) => label === 'Writing' && stop.abort() },
  );
  await expect(call).rejects.toMatchObject({ code: 'call.cancelled' });
  expect(existsSync(file)).toBe(false);
  expect(readdirSync(here.folder).filter((name) => name.startsWith('.despatch-'))).toEqual([]);
});
