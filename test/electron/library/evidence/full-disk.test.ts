import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { scratchFolder } from '../../../scratch-folder.ts';
import { context } from '../scratch.ts';
import { openEvidence, textFile } from './evidence-library.ts';

/** A folder on a disk of its own; null where this process may not make one. */
function smallDisk(bytes: number): string | null {
  const folder = path.join(scratchFolder(), 'disk');
  mkdirSync(folder);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder]).status !== 0) return null;
  onTestFinished(() => {
    spawnSync('umount', ['-l', folder]);
  });
  return folder;
}

test('a full disk fails the files that have no room, in words, and keeps the rest whole', async (given) => {
  const disk = smallDisk(6_000_000);
  if (disk === null) return given.skip();
  const folder = scratchFolder();
  const library = openEvidence(path.join(disk, 'library'));
  const small = (name: string) => textFile(folder, name, `Small words of ${name}.\n`);
  const large = textFile(folder, 'large.txt', `${'Large words without end. '.repeat(400_000)}\n`);
  const { rows } = await library.add([small('first.txt'), large, small('last.txt')]);
  expect(rows.map(({ status }) => status)).toEqual(['added', 'failed', 'added']);
  expect(rows[1]?.reason).toBe('The disk is full. Make room on the disk and try again.');
  expect(readdirSync(path.join(disk, 'library/originals/arriving'))).toEqual([]);
  expect(await library.handlers['evidence.list']({}, context)).toHaveLength(2);
  const { hits } = await library.handlers['evidence.search']({ query: 'small words', limit: 10 }, context);
  expect(hits).toHaveLength(2);
});

test('a disk that is filled by something else stops the batch in words, and it can be resumed', async (given) => {
  const disk = smallDisk(14_000_000);
  if (disk === null) return given.skip();
  const folder = scratchFolder();
  const library = openEvidence(path.join(disk, 'library'));
  const files = Array.from({ length: 30 }, (_, at) =>
    textFile(folder, `${at}.txt`, `Number ${at}. ${'Words of a paper that go on. '.repeat(1500)}\n`),
  );
  const filler = path.join(disk, 'filler');
  spawnSync('sh', ['-c', `head -c 13000000 /dev/zero > ${filler}`]);
  const { rows, id, finishedAt } = await library.add(files);
  expect(finishedAt).toBeNull();
  const failed = rows.filter(({ status }) => status === 'failed');
  expect(failed.length).toBeGreaterThan(0);
  for (const { reason } of failed) expect(reason).toContain('The disk is full.');
  rmSync(filler);
  const resumed = await library.handlers['evidence.resume']({ batchId: id }, context);
  expect(resumed.rows.every(({ status }) => status === 'added' || status === 'duplicate')).toBe(true);
  expect(await library.handlers['evidence.list']({}, context)).toHaveLength(30);
});
