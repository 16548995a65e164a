import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { scratchFolder } from '../../../scratch-folder.ts';
import { smallDisk } from '../../../small-disk.ts';
import { context, originalsIn } from '../scratch.ts';
import { meetingDesk, pdf } from './desk.ts';

test('a file that finds no room is told by its name and leaves nothing; those around it are added', async (given) => {
  const disk = smallDisk('4000000');
  if (disk === null) return given.skip();
  const { handlers, newMeeting, granted } = meetingDesk({ folder: disk });
  const meeting = await newMeeting();
  const files = [
    granted('first.pdf', pdf('first')),
    granted('large.pdf', pdf('large '.repeat(1_000_000))),
    granted('last.pdf', pdf('last')),
  ];
  const rows = await handlers['meetings.addFiles']({ meetingId: meeting.id, files }, context);
  expect(rows.map(({ name, status }) => [name, status])).toEqual([
    ['first.pdf', 'added'],
    ['large.pdf', 'failed'],
    ['last.pdf', 'added'],
  ]);
  expect(rows[1]?.reason).toBe('The disk is full. Make room on the disk and try again.');
  expect(originalsIn(disk)).toHaveLength(2);
});

test('a file whose row finds no room leaves nothing, and can be added once there is room', async (given) => {
  const disk = smallDisk('4000000');
  if (disk === null) return given.skip();
  const { handlers, newMeeting, granted } = meetingDesk({ folder: disk });
  const meeting = await newMeeting();
  const add = (file: { grant: string }) =>
    handlers['meetings.addFiles']({ meetingId: meeting.id, files: [file] }, context);
  await add(granted('known.pdf', pdf('known')));
  const before = originalsIn(disk);
  // Room for a file of a few bytes, which takes a page, and none for the pages of the database that speak of it.
  const filler = path.join(disk, 'filler');
  spawnSync('sh', ['-c', `head -c 9000000 /dev/zero > ${filler}; truncate -s -8192 ${filler}`]);
  const paper = granted('new.pdf', pdf('new'));
  expect(await add(paper)).toMatchObject([{ status: 'failed', reason: expect.stringContaining('full') }]);
  expect(originalsIn(disk)).toEqual(before);
  rmSync(filler);
  expect(await add(paper)).toMatchObject([{ status: 'added' }]);
});

test('adding that is cancelled halfway keeps nothing of what it had', async () => {
  const folder = scratchFolder();
  const { handlers, newMeeting, granted, store } = meetingDesk({ folder });
  const meeting = await newMeeting();
  const [kept] = [granted('kept.pdf', pdf('kept'))];
  await handlers['meetings.addFiles']({ meetingId: meeting.id, files: [kept] }, context);
  const before = originalsIn(folder);
  const abort = new AbortController();
  const progress = (_: number, label: string) => {
    if (label === 'third.pdf') abort.abort();
  };
  const files = [kept, granted('second.pdf', pdf('second')), granted('third.pdf', pdf('third'))];
  await expect(
    handlers['meetings.addFiles']({ meetingId: meeting.id, files }, { signal: abort.signal, progress }),
  ).rejects.toMatchObject({ code: 'call.cancelled' });
  expect(originalsIn(folder)).toEqual(before);
  expect(store().read(({ meetings }) => [...meetings.files(meeting.id).values()])).toMatchObject([
    { name: 'kept.pdf' },
  ]);
});
