import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Intake } from '../../../../electron/library/evidence/intake.ts';
import { WatchedFolders } from '../../../../electron/library/evidence/watched-folders.ts';
import { startNodeExtractor } from '../../../../electron/library/import/extract.ts';
import { ExtractorPool } from '../../../../electron/library/import/extractor-pool.ts';
import { scratchFolder } from '../../../scratch-folder.ts';
import { cover, lock } from '../../../unreadable-file.ts';
import { context, services } from '../scratch.ts';
import { extractorEntry, openEvidence, textFile } from './evidence-library.ts';

/** Folders that are looked at when the test says so. */
function watching() {
  const folder = scratchFolder();
  const watched = path.join(folder, 'inbox');
  mkdirSync(watched);
  const given = services(path.join(folder, 'library'));
  const intake = new Intake(given, new ExtractorPool(startNodeExtractor(extractorEntry), 2));
  onTestFinished(() => intake.stop());
  const folders = new WatchedFolders(given, intake);
  const titles = () =>
    given
      .store()
      .read(({ sources }) => sources.list(false).map(({ title }) => title))
      .sort();
  const look = async (times = 2) => {
    for (let at = 0; at < times; at += 1) await folders.look();
  };
  return { folder, watched, given, intake, folders, titles, look };
}

test('what stands in the folder, and what comes, become sources, each once it has stayed the same', async () => {
  const { watched, folders, titles, look, intake } = watching();
  textFile(watched, 'one.txt', 'One.\n');
  mkdirSync(path.join(watched, 'below'));
  textFile(path.join(watched, 'below'), 'two.txt', 'Two.\n');
  expect(folders.add(watched)).toMatchObject({ name: 'inbox', problem: null });
  await look(1);
  expect(titles()).toEqual([]);
  await look(1);
  expect(titles()).toEqual(['one', 'two']);
  expect(intake.batches()).toMatchObject([{ folder: 'inbox', running: false }]);
  textFile(watched, 'three.txt', 'Three, unfinish');
  await look(1);
  appendFileSync(path.join(watched, 'three.txt'), 'ed no longer.\n');
  await look(1);
  expect(titles()).toEqual(['one', 'two']);
  await look(1);
  expect(titles()).toEqual(['one', 'three', 'two']);
  await look(3);
  expect(intake.batches()).toHaveLength(2);
});

test('what programs keep for a moment is left alone', async () => {
  const { watched, folders, titles, look } = watching();
  for (const name of ['~$brief.docx', 'a.tmp', '.b.txt', 'c.crdownload', 'Thumbs.db', 'empty.txt']) {
    textFile(watched, name, name === 'empty.txt' ? '' : 'x\n');
  }
  folders.add(watched);
  await look(3);
  expect(titles()).toEqual([]);
});

test('a file that was changed is offered as a new edition of what it was, under whatever title', async () => {
  const { watched, folders, look, given, intake } = watching();
  const file = textFile(watched, 'image.md', '# Tide tables\n\nLow at six.\n');
  folders.add(watched);
  await look();
  const [before] = given.store().read(({ sources }) => sources.list(false));
  writeFileSync(file, '# Entirely other\n\nLow at seven.\n');
  await look();
  expect(intake.batches()[0]?.rows).toMatchObject([
    { status: 'added', offer: { sourceId: before?.id, title: 'Tide tables' } },
  ]);
});

test('a file that was only touched, or whose source was binned, makes no source and no report', async () => {
  const { watched, folders, titles, look, given, intake } = watching();
  const file = textFile(watched, 'a.txt', 'Words.\n');
  folders.add(watched);
  await look();
  const batches = intake.batches().length;
  utimesSync(file, new Date(), new Date(Date.now() + 5000));
  await look();
  expect(intake.batches()).toHaveLength(batches);
  given.store().write(({ sources }) => sources.setDeletedAt(sources.list(false)[0]?.id ?? '', 'now', 'now'));
  await look(3);
  expect(titles()).toEqual([]);
});

test('a folder that vanished says so until it is back', async () => {
  const { folder, watched, folders, titles, look, given } = watching();
  folders.add(watched);
  await look();
  renameSync(watched, path.join(folder, 'elsewhere'));
  const { revision } = given.evidenceNews;
  await look(1);
  expect(folders.list()[0]?.problem).toContain('not there');
  expect(given.evidenceNews.revision).not.toBe(revision);
  renameSync(path.join(folder, 'elsewhere'), watched);
  textFile(watched, 'back.txt', 'Back.\n');
  await look();
  expect(folders.list()[0]?.problem).toBeNull();
  expect(titles()).toEqual(['back']);
});

test('what cannot be read is reported once, and again only when it has changed', async () => {
  const { watched, folders, look, intake, titles } = watching();
  const file = textFile(watched, 'broken.pdf', '%PDF-1.4 broken');
  folders.add(watched);
  await look(4);
  expect(intake.batches()).toHaveLength(1);
  expect(intake.batches()[0]?.rows).toMatchObject([{ status: 'failed' }]);
  writeFileSync(file.replace('.pdf', '.txt'), 'Whole.\n');
  await look();
  expect(titles()).toEqual(['broken']);
});

test('what stays locked is reported once, keeps nobody waiting, and comes when it can be opened', async (given) => {
  const { watched, folders, look, intake, titles } = watching();
  const locked = textFile(watched, 'locked.txt', 'x\n');
  if (!lock(locked)) return given.skip();
  textFile(watched, 'open.txt', 'Open.\n');
  folders.add(watched);
  await look(2);
  expect(titles()).toEqual(['open']);
  await look(45);
  const failed = intake.batches().flatMap(({ rows }) => rows.filter(({ status }) => status === 'failed'));
  expect(failed).toMatchObject([{ file: 'locked.txt' }]);
  expect(failed[0]?.reason).toContain('You have no permission to read it');
  // The same to look at, and readable.
  const opened = textFile(
    scratchFolder(),
    'opened.txt',
    'Words behind the lock.'.padEnd(statSync(locked).size),
  );
  spawnSync('touch', ['-r', locked, opened]);
  cover(locked, opened);
  await look(2);
  expect(titles()).toEqual(['locked', 'open']);
  await look(2);
  expect(titles()).toEqual(['locked', 'open']);
});

test('a folder is watched once, and no longer when it was let go; its sources stay', async () => {
  const { watched, folders, titles, look } = watching();
  const { id } = folders.add(watched);
  expect(folders.add(watched).id).toBe(id);
  textFile(watched, 'a.txt', 'A.\n');
  await look();
  folders.remove(id);
  expect(folders.list()).toEqual([]);
  textFile(watched, 'b.txt', 'B.\n');
  await look();
  expect(titles()).toEqual(['a']);
  expect(() => folders.remove(id)).toThrowError(expect.objectContaining({ code: 'call.invalid' }));
});

test('a library that stands in a watched folder does not take in its own originals', async () => {
  const { folder, folders, titles, look } = watching();
  textFile(folder, 'a.txt', 'A.\n');
  folders.add(folder);
  await look(4);
  expect(titles()).toEqual(['a']);
});

test('an open library looks by itself, at once and from then on', async () => {
  const folder = scratchFolder();
  const watched = path.join(folder, 'inbox');
  mkdirSync(watched);
  textFile(watched, 'a.txt', 'A.\n');
  const library = openEvidence(path.join(folder, 'library'), { watch: true });
  library.grants.give('folder', watched, 'read');
  await library.handlers['evidence.watch']({ grant: 'folder' }, context);
  const listed = async () => (await library.handlers['evidence.list']({}, context)).length;
  await expect.poll(listed, { timeout: 30_000 }).toBe(1);
  textFile(watched, 'b.txt', 'B.\n');
  await expect.poll(listed, { timeout: 30_000 }).toBe(2);
});
