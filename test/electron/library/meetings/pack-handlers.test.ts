import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DespatchError } from '../../../../shared/contract/errors.ts';
import { withSections } from '../../../../shared/document/parse.ts';
import { context } from '../scratch.ts';
import { item, meetingDesk, paper, pdf } from './desk.ts';
import { fakeBuilder } from './fake-builder.ts';

const code = (expected: string) => expect.objectContaining({ code: expected });
const both = ['restricted', 'public'] as const;

async function deskWithMeeting(build = fakeBuilder()) {
  const desk = meetingDesk({ workshop: { build } });
  const { handlers, newMeeting, save, granted } = desk;
  const meeting = await newMeeting();
  const [added] = await handlers['meetings.addFiles'](
    { meetingId: meeting.id, files: [{ grant: granted('dues.pdf', pdf('dues')).grant }] },
    context,
  );
  if (!added?.source) throw new Error('nothing was added');
  const { documentId } = await handlers['documents.create']({ kind: 'report' }, context);
  const whole = {
    ...meeting,
    date: '2027-03-04',
    items: [
      item('i', 'Dues', { papers: [paper('p', added.source)] }),
      item('j', 'Berths', {
        papers: [paper('q', { type: 'document', documentId }), paper('r', { type: 'toFollow' })],
      }),
    ],
  };
  const { revision } = await save(whole, 1);
  const buildBoth = () =>
    handlers['packs.build']({ meetingId: whole.id, kind: 'pack', audiences: [...both] }, context);
  const list = () => handlers['packs.list']({ meetingId: whole.id }, context);
  return { ...desk, meeting: whole, revision, documentId, source: added.source, buildBoth, list };
}

const filesUnder = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
        .sort()
    : [];

test('what is published is the draft that was read, byte for byte, and stays so', async () => {
  const { handlers, buildBoth, list, folder, kept } = await deskWithMeeting();
  const { packs: drafts } = await buildBoth();
  expect(drafts).toMatchObject([
    { audience: 'restricted', publishedAt: null, outdated: null, proved: false },
    { audience: 'public', title: 'Harbours Committee 4 March 2027, pack, public', proved: true },
  ]);
  const before = drafts.map(({ sha256 }) => readFileSync(kept.pathOf(sha256)));
  await handlers['packs.publish']({ packIds: drafts.map(({ id }) => id) }, context);
  const published = await list();
  expect(published.map(({ sha256 }) => sha256)).toEqual(drafts.map(({ sha256 }) => sha256));
  expect(published.every(({ publishedAt }) => publishedAt !== null)).toBe(true);
  // A new build and a new publication leave it alone.
  const { packs: again } = await buildBoth();
  for (const { id } of again) await handlers['packs.discard']({ packId: id }, context);
  expect(await list()).toEqual(published);
  expect(published.map(({ sha256 }) => readFileSync(kept.pathOf(sha256)))).toEqual(before);
  expect(filesUnder(path.join(folder, 'packs'))).toEqual(published.map(({ sha256 }) => sha256).sort());
});

test('a published pack can be neither discarded nor dated anew', async () => {
  const { handlers, buildBoth, list } = await deskWithMeeting();
  const { packs } = await buildBoth();
  const packIds = packs.map(({ id }) => id);
  await handlers['packs.publish']({ packIds }, context);
  const published = await list();
  await handlers['packs.publish']({ packIds }, context);
  await expect(handlers['packs.discard']({ packId: packIds[0] ?? '' }, context)).rejects.toEqual(
    code('call.invalid'),
  );
  expect(await list()).toEqual(published);
});

test('a new build takes the place of the drafts before, bytes included', async () => {
  const { buildBoth, list, folder } = await deskWithMeeting();
  await buildBoth();
  const { packs } = await buildBoth();
  expect((await list()).map(({ id }) => id).sort()).toEqual(packs.map(({ id }) => id).sort());
  expect(filesUnder(path.join(folder, 'packs'))).toEqual(packs.map(({ sha256 }) => sha256).sort());
});

test('a draft of a meeting that has changed since is not published', async () => {
  const { handlers, buildBoth, save, meeting, revision, list } = await deskWithMeeting();
  const { packs } = await buildBoth();
  await save({ ...meeting, venue: 'Elsewhere' }, revision);
  expect((await list())[0]?.outdated).toContain('meeting has changed');
  await expect(handlers['packs.publish']({ packIds: packs.map(({ id }) => id) }, context)).rejects.toEqual(
    code('pack.outdated'),
  );
  expect((await list()).every(({ publishedAt }) => publishedAt === null)).toBe(true);
});

test('a draft is not published once one of its documents was changed or deleted', async () => {
  const { handlers, buildBoth, documentId, list } = await deskWithMeeting();
  const { packs } = await buildBoth();
  const packIds = packs.map(({ id }) => id);
  await handlers['documents.remove']({ documentId }, context);
  await expect(handlers['packs.publish']({ packIds }, context)).rejects.toEqual(code('pack.outdated'));
  await handlers['documents.restore']({ documentId }, context);
  const opened = await handlers['documents.open']({ documentId }, context);
  const [section] = (withSections(opened.document) as { sections: unknown[] }).sections;
  await handlers['documents.saveSections'](
    { documentId, baseRevision: opened.revision, sections: [section] },
    context,
  );
  await expect(handlers['packs.publish']({ packIds }, context)).rejects.toEqual(code('pack.outdated'));
  expect((await list()).map(({ outdated }) => outdated)).toEqual([
    expect.stringContaining('has changed since it was built'),
    expect.stringContaining('has changed since it was built'),
  ]);
});

test('a build that fails or is cancelled leaves the drafts before and no file', async () => {
  let fails: 'no' | 'cancel' | 'fail' = 'no';
  const good = fakeBuilder();
  const stop = new AbortController();
  const desk = await deskWithMeeting(async (order, context) => {
    const built = await good(order, context);
    if (fails === 'fail')
      throw new DespatchError('pack.partFailed', { file: 'dues.pdf', item: 'Agenda Item 1' });
    if (fails === 'cancel') stop.abort();
    return built;
  });
  const { handlers, buildBoth, list, meeting, folder } = desk;
  const { packs } = await buildBoth();
  const files = filesUnder(path.join(folder, 'packs'));
  fails = 'fail';
  await expect(buildBoth()).rejects.toMatchObject({ code: 'pack.partFailed', details: { file: 'dues.pdf' } });
  fails = 'cancel';
  await expect(
    handlers['packs.build'](
      { meetingId: meeting.id, kind: 'pack', audiences: ['public'] },
      { signal: stop.signal, progress: () => {} },
    ),
  ).rejects.toEqual(code('call.cancelled'));
  expect((await list()).map(({ id }) => id)).toEqual(packs.map(({ id }) => id));
  expect(filesUnder(path.join(folder, 'packs'))).toEqual(files);
});

test('papers are told as new, published, corrected and to follow; a supplement takes the next letter', async () => {
  const { handlers, buildBoth, save, meeting, revision, granted } = await deskWithMeeting();
  const changes = () => handlers['packs.changes']({ meetingId: meeting.id }, context);
  const states = async () => (await changes()).papers.map(({ paperId, state }) => [paperId, state]);
  expect(await states()).toEqual([
    ['p', 'new'],
    ['q', 'new'],
    ['r', 'toFollow'],
  ]);
  const { packs } = await buildBoth();
  await handlers['packs.publish']({ packIds: packs.map(({ id }) => id) }, context);
  const added = await handlers['meetings.addFiles'](
    {
      meetingId: meeting.id,
      files: [granted('dues 2.pdf', pdf('dues, corrected')), granted('late.pdf', pdf('late'))].map(
        ({ grant }) => ({ grant }),
      ),
    },
    context,
  );
  const [corrected, late] = added.map(({ source }) => source);
  if (!corrected || !late) throw new Error('nothing was added');
  await save(
    {
      ...meeting,
      items: [
        item('i', 'Dues', { papers: [paper('p', corrected)] }),
        item('j', 'Berths', {
          papers: [...(meeting.items[1]?.papers.slice(0, 1) ?? []), paper('r', late)],
        }),
      ],
    },
    revision,
  );
  expect(await changes()).toMatchObject({
    nextLetter: 'A',
    papers: [
      { paperId: 'p', state: 'corrected', numbers: ['1', '1'] },
      { paperId: 'q', state: 'published', numbers: ['2', '2'] },
      { paperId: 'r', state: 'new', numbers: null },
    ],
  });
  const built = await handlers['packs.build'](
    {
      meetingId: meeting.id,
      kind: 'supplement',
      audiences: [...both],
      supplement: { paperIds: ['p', 'r'], numbers: 'continuing' },
    },
    context,
  );
  expect(built.packs.map(({ letter }) => letter)).toEqual(['A', 'A']);
  await handlers['packs.publish']({ packIds: built.packs.map(({ id }) => id) }, context);
  expect(await states()).toEqual([
    ['p', 'published'],
    ['q', 'published'],
    ['r', 'published'],
  ]);
  expect((await changes()).nextLetter).toBe('B');
  expect(
    await handlers['meetings.ofDocument'](
      {
        documentId:
          meeting.items[1]?.papers[0]?.source.type === 'document'
            ? meeting.items[1].papers[0].source.documentId
            : '',
      },
      context,
    ),
  ).toMatchObject([{ published: true }]);
});

test('a draft that another publication has overtaken is not published', async () => {
  const { handlers, buildBoth, meeting } = await deskWithMeeting();
  const consolidated = await handlers['packs.build'](
    { meetingId: meeting.id, kind: 'consolidated', audiences: ['restricted'] },
    context,
  );
  const { packs } = await buildBoth();
  const [restricted, open] = packs;
  await handlers['packs.publish']({ packIds: [restricted?.id ?? ''] }, context);
  await expect(
    handlers['packs.publish']({ packIds: consolidated.packs.map(({ id }) => id) }, context),
  ).rejects.toEqual(code('pack.outdated'));
  // Its twin of the same build may follow later.
  await handlers['packs.publish']({ packIds: [open?.id ?? ''] }, context);
});

test('a pack is written where a person wants it, and never if its bytes are no longer those', async () => {
  const { handlers, buildBoth, target, kept } = await deskWithMeeting();
  const { packs } = await buildBoth();
  const [pack, open] = packs;
  if (!pack || !open) throw new Error('no packs');
  const out = target('pack.pdf');
  await handlers['packs.saveAs']({ packId: pack.id, grant: out.grant }, context);
  expect(createHash('sha256').update(readFileSync(out.file)).digest('hex')).toBe(pack.sha256);
  const proof = target('proof.json');
  await handlers['packs.saveProof']({ packId: open.id, grant: proof.grant }, context);
  expect(JSON.parse(readFileSync(proof.file, 'utf8'))).toEqual({ found: [] });
  await expect(handlers['packs.saveProof']({ packId: pack.id, grant: proof.grant }, context)).rejects.toEqual(
    code('pack.notFound'),
  );
  writeFileSync(kept.pathOf(pack.sha256), 'x'.repeat(pack.bytes));
  const other = target('other.pdf');
  await expect(handlers['packs.saveAs']({ packId: pack.id, grant: other.grant }, context)).rejects.toEqual(
    code('pack.damaged'),
  );
  rmSync(kept.pathOf(pack.sha256));
  await expect(handlers['packs.publish']({ packIds: [pack.id] }, context)).rejects.toEqual(
    code('pack.damaged'),
  );
  await expect(handlers['packs.saveAs']({ packId: pack.id, grant: other.grant }, context)).rejects.toEqual(
    code('pack.damaged'),
  );
  expect(existsSync(other.file)).toBe(false);
});

test('packs of a meeting in the bin are not given out, and come back with it', async () => {
  const { handlers, buildBoth, meeting, list } = await deskWithMeeting();
  const { packs } = await buildBoth();
  const packIds = packs.map(({ id }) => id);
  await handlers['packs.publish']({ packIds }, context);
  const before = await list();
  await handlers['meetings.remove']({ meetingId: meeting.id }, context);
  await expect(list()).rejects.toEqual(code('meeting.notFound'));
  await expect(handlers['packs.publish']({ packIds }, context)).rejects.toEqual(code('pack.notFound'));
  await handlers['meetings.restore']({ meetingId: meeting.id }, context);
  expect(await list()).toEqual(before);
});
