import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Intake } from '../../../../electron/library/evidence/intake.ts';
import { WatchedFolders } from '../../../../electron/library/evidence/watched-folders.ts';
import { startNodeExtractor } from '../../../../electron/library/import/extract.ts';
import { ExtractorPool } from '../../../../electron/library/import/extractor-pool.ts';
import { scratchFolder } from '../../../scratch-folder.ts';
import { smallDisk } from '../../../small-disk.ts';
import { context, originalsIn, services } from '../scratch.ts';
import { extractorEntry, openEvidence, textFile } from './evidence-library.ts';

test('a full disk fails the files that have no room, in words, and keeps the rest whole', async (given) => {
  const disk = smallDisk('6000000');
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
  const disk = smallDisk('14000000');
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
  // Not one original stays that the library does not know.
  const known = (await library.handlers['evidence.list']({}, context)).map(({ edition }) => edition);
  expect(originalsIn(path.join(disk, 'library')).sort()).toEqual(known.sort());
  rmSync(filler);
  const resumed = await library.handlers['evidence.resume']({ batchId: id }, context);
  expect(resumed.rows.every(({ status }) => status === 'added' || status === 'duplicate')).toBe(true);
  expect(await library.handlers['evidence.list']({}, context)).toHaveLength(30);
});

test('an original whose row found no room is gone at once, but for one that the library knows', async (given) => {
  const disk = smallDisk('4000000');
  if (disk === null) return given.skip();
  const folder = scratchFolder();
  const library = openEvidence(path.join(disk, 'library'));
  const known = textFile(folder, 'known.txt', 'Known words.\n');
  await library.add([known]);
  const before = originalsIn(path.join(disk, 'library'));
  // Room for a file of a few bytes, which takes a page, and none for the pages of the database that speak of it.
  const filler = path.join(disk, 'filler');
  spawnSync('sh', ['-c', `head -c 9000000 /dev/zero > ${filler}; truncate -s -8192 ${filler}`]);
  const words = { name: 'pasted.txt', bytes: Buffer.from('Pasted words.\n') };
  const outcomes = await Promise.allSettled([
    library.add([known, textFile(folder, 'new.txt', 'New words.\n')]),
    library.handlers['evidence.add']({ files: [words] }, context),
  ]);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'library.full' });
    else expect(outcome.value.rows.at(-1)).toMatchObject({ status: 'failed' });
  }
  expect(originalsIn(path.join(disk, 'library'))).toEqual(before);
  rmSync(filler);
  const { rows } = await library.add([textFile(folder, 'new.txt', 'New words.\n')]);
  expect(rows).toMatchObject([{ status: 'added' }]);
});

test('a watched file that found no room waits and says so at its folder, and comes once there is room', async (given) => {
  const disk = smallDisk('20000000');
  if (disk === null) return given.skip();
  const watched = scratchFolder();
  textFile(watched, 'large.txt', `${'Large words without end. '.repeat(50_000)}\n`);
  const filler = path.join(disk, 'filler');
  const library = services(path.join(disk, 'library'));
  const watching = (retryMs: number) => {
    const intake = new Intake(library, new ExtractorPool(startNodeExtractor(extractorEntry), 1));
    onTestFinished(() => intake.stop());
    const folders = new WatchedFolders(library, intake, { everyMs: 5000, settleMs: 0, retryMs });
    return { folders, intake };
  };
  const titles = () => library.store().read(({ sources }) => sources.list(false).map(({ title }) => title));
  const first = watching(60_000);
  first.folders.add(watched);
  spawnSync('sh', ['-c', `head -c 30000000 /dev/zero > ${filler}; truncate -s -300000 ${filler}`]);
  for (let at = 0; at < 6; at += 1) await first.folders.look();
  expect(first.folders.list()[0]?.problem).toBe(
    'The disk is full. Make room on the disk and try again. Waiting, and tried again by themselves: “large.txt”.',
  );
  // One report after another would say no more.
  expect(first.intake.batches()).toEqual([]);
  rmSync(filler);
  await first.folders.look();
  expect(titles()).toEqual([]);
  first.folders.stop();
  const next = watching(0);
  for (let at = 0; at < 2; at += 1) await next.folders.look();
  expect(titles()).toEqual(['large']);
  expect(next.folders.list()[0]?.problem).toBeNull();
  expect(next.intake.batches()).toMatchObject([{ rows: [{ file: 'large.txt', status: 'added' }] }]);
});

test('a watched file that waits for room is tried again while Despatch runs', async (given) => {
  const disk = smallDisk('20000000');
  if (disk === null) return given.skip();
  const watched = scratchFolder();
  textFile(watched, 'large.txt', `${'Large words without end. '.repeat(50_000)}\n`);
  const filler = path.join(disk, 'filler');
  const library = services(path.join(disk, 'library'));
  const intake = new Intake(library, new ExtractorPool(startNodeExtractor(extractorEntry), 1));
  onTestFinished(() => intake.stop());
  const folders = new WatchedFolders(library, intake, { everyMs: 5000, settleMs: 0, retryMs: 0 });
  folders.add(watched);
  spawnSync('sh', ['-c', `head -c 30000000 /dev/zero > ${filler}; truncate -s -300000 ${filler}`]);
  for (let at = 0; at < 4; at += 1) await folders.look();
  expect(folders.list()[0]?.problem).toContain('The disk is full.');
  rmSync(filler);
  for (let at = 0; at < 2; at += 1) await folders.look();
  expect(library.store().read(({ sources }) => sources.list(false))).toHaveLength(1);
  expect(folders.list()[0]?.problem).toBeNull();
});
