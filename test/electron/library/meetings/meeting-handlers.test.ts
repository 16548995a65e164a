import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scratchFolder } from '../../../scratch-folder.ts';
import { context } from '../scratch.ts';
import { item, meetingDesk, paper, pdf } from './desk.ts';

const code = (expected: string) => expect.objectContaining({ code: expected });

test('a committee begins with the usual items, and its meeting takes all it has as its own', async () => {
  const { handlers } = meetingDesk();
  const { committeeId } = await handlers['committees.create'](
    { name: 'Harbours Committee', kind: 'committee' },
    context,
  );
  const { committee, revision } = await handlers['committees.open']({ committeeId }, context);
  expect(committee.standardItems.map(({ title }) => title)).toContain('Apologies for absence');
  const changed = {
    ...committee,
    venue: 'Town Hall',
    members: [{ name: 'Ada Marsh', role: 'Chair', party: 'Independent' }],
  };
  await handlers['committees.save']({ committee: changed, baseRevision: revision }, context);
  const { meetingId } = await handlers['meetings.create']({ committeeId }, context);
  const { meeting } = await handlers['meetings.open']({ meetingId }, context);
  expect(meeting).toMatchObject({
    committee: 'Harbours Committee',
    committeeId,
    venue: 'Town Hall',
    date: '',
  });
  expect(meeting.members).toEqual(changed.members);
  expect(meeting.items.map(({ title }) => title)).toEqual(committee.standardItems.map(({ title }) => title));
  const ids = new Set(committee.standardItems.map(({ id }) => id));
  expect(meeting.items.some(({ id }) => ids.has(id))).toBe(false);
  expect(await handlers['committees.list']({}, context)).toMatchObject([{ id: committeeId, meetings: 1 }]);
});

test('what somebody else saved is not overwritten', async () => {
  const { newMeeting, save, state, handlers } = meetingDesk();
  const meeting = await newMeeting();
  expect(await save({ ...meeting, venue: 'Room 1' }, 1)).toMatchObject({ revision: 2 });
  await expect(save({ ...meeting, venue: 'Room 2' }, 1)).rejects.toEqual(code('meeting.revisionConflict'));
  expect((await state(meeting.id)).meeting.venue).toBe('Room 1');
  const { committeeId } = await handlers['committees.create']({ name: 'Ports', kind: 'committee' }, context);
  const { committee } = await handlers['committees.open']({ committeeId }, context);
  await handlers['committees.save']({ committee, baseRevision: 1 }, context);
  await expect(handlers['committees.save']({ committee, baseRevision: 1 }, context)).rejects.toEqual(
    code('meeting.revisionConflict'),
  );
});

test('meetings and committees go to the bin and come back whole', async () => {
  const { handlers, newMeeting, save, state } = meetingDesk();
  const { id, ...rest } = await newMeeting();
  const meeting = { id, ...rest, items: [item('i', 'Dredging')] };
  await save(meeting, 1);
  await handlers['meetings.remove']({ meetingId: id }, context);
  expect(await handlers['meetings.list']({}, context)).toEqual([]);
  expect(await handlers['meetings.list']({ deleted: true }, context)).toMatchObject([{ id }]);
  await expect(state(id)).rejects.toEqual(code('meeting.notFound'));
  await expect(save(meeting, 2)).rejects.toEqual(code('meeting.notFound'));
  await handlers['meetings.restore']({ meetingId: id }, context);
  expect((await state(id)).meeting).toEqual(meeting);

  const { committeeId } = await handlers['committees.create'](
    { name: 'Ports', kind: 'ministerial' },
    context,
  );
  const { committee } = await handlers['committees.open']({ committeeId }, context);
  await handlers['committees.remove']({ committeeId }, context);
  await expect(handlers['meetings.create']({ committeeId }, context)).rejects.toEqual(
    code('committee.notFound'),
  );
  await handlers['committees.restore']({ committeeId }, context);
  expect((await handlers['committees.open']({ committeeId }, context)).committee).toEqual(committee);
});

test('a paper is the bytes that were added, whatever becomes of the file', async () => {
  const { handlers, newMeeting, save, granted, target } = meetingDesk();
  const meeting = await newMeeting();
  const { file, grant } = granted('03 - harbour_dues FINAL.pdf', pdf('dues'));
  const [added] = await handlers['meetings.addFiles']({ meetingId: meeting.id, files: [{ grant }] }, context);
  expect(added).toMatchObject({ status: 'added', kind: 'pdf', title: 'Harbour dues', appendix: false });
  if (!added?.source) throw new Error('nothing was added');
  await save({ ...meeting, items: [item('i', 'Dues', { papers: [paper('p', added.source)] })] }, 1);
  rmSync(file);
  const out = target('out.pdf');
  await handlers['meetings.savePaper']({ meetingId: meeting.id, paperId: 'p', grant: out.grant }, context);
  expect(readFileSync(out.file, 'latin1')).toBe(pdf('dues'));
});

test('the same bytes twice, and files that can be no papers, are told one by one', async () => {
  const { handlers, newMeeting, save, granted } = meetingDesk();
  const meeting = await newMeeting();
  const add = (...files: { grant: string }[]) =>
    handlers['meetings.addFiles']({ meetingId: meeting.id, files }, context);
  const [first] = await add(granted('a.pdf', pdf('a')));
  if (!first?.source) throw new Error('nothing was added');
  await save({ ...meeting, items: [item('i', 'Dues', { papers: [paper('p', first.source)] })] }, 1);
  const rows = await add(
    granted('again.pdf', pdf('a')),
    granted('empty.pdf', ''),
    granted('sheet.xlsx', 'PK\u0003\u0004 sheet'),
    granted('old.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])),
    granted('not.pdf', 'only words'),
    granted('Appendix B Notes.txt', 'words'),
  );
  expect(rows.map(({ status, kind }) => [status, kind])).toEqual([
    ['duplicate', 'pdf'],
    ['failed', null],
    ['failed', null],
    ['failed', null],
    ['failed', null],
    ['added', 'text'],
  ]);
  expect(rows[0]).toMatchObject({ paperId: 'p', reason: expect.stringContaining('“Dues”') });
  expect(rows[3]?.reason).toContain('old Office format');
  expect(rows[5]).toMatchObject({ title: 'Appendix B Notes', appendix: true });
});

test('a file that changed after it was added is found and can be taken as it is now', async () => {
  const { handlers, newMeeting, save, state, granted } = meetingDesk();
  const meeting = await newMeeting();
  const [one, two] = [granted('one.pdf', pdf('one')), granted('two.pdf', pdf('two'))];
  const added = await handlers['meetings.addFiles'](
    { meetingId: meeting.id, files: [{ grant: one.grant }, { grant: two.grant }] },
    context,
  );
  const papers = added.flatMap(({ source }, at) => (source ? [paper(`p${at}`, source)] : []));
  await save({ ...meeting, items: [item('i', 'Dues', { papers })] }, 1);
  const changed = () => handlers['meetings.changedFiles']({ meetingId: meeting.id }, context);
  expect(await changed()).toEqual([]);
  writeFileSync(one.file, pdf('one, corrected'));
  rmSync(two.file);
  expect(await changed()).toMatchObject([
    { paperId: 'p0', name: 'one.pdf', state: 'changed' },
    { paperId: 'p1', name: 'two.pdf', state: 'gone', changedAt: null },
  ]);
  const taken = await handlers['meetings.takeChanged']({ meetingId: meeting.id, paperId: 'p0' }, context);
  if (!taken.source) throw new Error('nothing was taken');
  const { revision } = await state(meeting.id);
  const [, other] = papers;
  await save(
    {
      ...meeting,
      items: [item('i', 'Dues', { papers: [paper('p0', taken.source), ...(other ? [other] : [])] })],
    },
    revision,
  );
  expect(await changed()).toMatchObject([{ paperId: 'p1' }]);
});

test('a document is told which meetings have it, and a meeting that its document is in the bin', async () => {
  const { handlers, newMeeting, save } = meetingDesk();
  const meeting = await newMeeting();
  const { documentId } = await handlers['documents.create']({ kind: 'report' }, context);
  await save(
    {
      ...meeting,
      date: '2027-03-04',
      items: [
        item('i', 'Dues', {
          items: [item('s', 'Fees', { papers: [paper('p', { type: 'document', documentId })] })],
        }),
      ],
    },
    1,
  );
  expect(await handlers['meetings.ofDocument']({ documentId }, context)).toEqual([
    {
      meetingId: meeting.id,
      committee: 'Harbours Committee',
      date: '2027-03-04',
      item: 'Fees',
      published: false,
    },
  ]);
  await handlers['documents.remove']({ documentId }, context);
  const states = () => handlers['meetings.papers']({ meetingId: meeting.id }, context);
  expect(await states()).toMatchObject([{ paperId: 'p', state: 'binned' }]);
  await handlers['documents.restore']({ documentId }, context);
  expect(await states()).toMatchObject([{ paperId: 'p', state: 'ready' }]);
  await handlers['meetings.remove']({ meetingId: meeting.id }, context);
  expect(await handlers['meetings.ofDocument']({ documentId }, context)).toEqual([]);
});

test('a meeting with an id twice, or with a file that is not kept, is refused and the last one stands', async () => {
  const { newMeeting, save, state } = meetingDesk();
  const meeting = await newMeeting();
  const twice = { ...meeting, items: [item('i', 'One'), item('j', 'Two', { items: [item('i', 'Three')] })] };
  await expect(save(twice, 1)).rejects.toEqual(code('meeting.invalid'));
  const sha256 = 'a'.repeat(64);
  const unknown = paper('p', { type: 'file', name: 'lost.pdf', sha256 });
  await expect(
    save({ ...meeting, items: [item('i', 'One', { papers: [unknown] })] }, 1),
  ).rejects.toMatchObject({ code: 'meeting.invalid', details: { file: 'lost.pdf' } });
  expect(await state(meeting.id)).toEqual({ meeting, revision: 1, papers: [] });
});

test('a paper copied from another meeting brings its bytes along, and no sweep takes them', async () => {
  const folder = scratchFolder();
  const { handlers, newMeeting, save, granted, originals, store } = meetingDesk({ folder });
  const [one, two] = [await newMeeting('One'), await newMeeting('Two')];
  const [added] = await handlers['meetings.addFiles'](
    { meetingId: one.id, files: [granted('a.pdf', pdf('a'))].map(({ grant }) => ({ grant })) },
    context,
  );
  if (!added?.source) throw new Error('nothing was added');
  await save({ ...two, items: [item('i', 'Dues', { papers: [paper('p', added.source)] })] }, 1);
  expect(await handlers['meetings.papers']({ meetingId: two.id }, context)).toMatchObject([
    { state: 'ready', kind: 'pdf' },
  ]);
  const known = new Set(store().read(({ meetings }) => meetings.fileHashes()));
  await originals.sweep(known, new Date(Date.now() + 86_400_000));
  expect(await originals.sizeOf(added.source.sha256)).toBe(pdf('a').length);
});
