import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Source } from '../../../../shared/evidence/source.ts';
import { scratchFolder } from '../../../scratch-folder.ts';
import { context } from '../scratch.ts';
import { type EvidenceLibrary, impostor, openEvidence, textFile } from './evidence-library.ts';

const code = (expected: string) => expect.objectContaining({ code: expected });

function setUp() {
  const folder = scratchFolder();
  const library = openEvidence(path.join(folder, 'library'));
  return { folder, library, file: (name: string, words: string) => textFile(folder, name, words) };
}

function originalOf(folder: string, edition: string): string {
  return path.join(folder, 'library/originals', edition.slice(0, 2), edition);
}

async function only(library: EvidenceLibrary, file: string): Promise<Source> {
  const { rows } = await library.add([file]);
  const sourceId = rows[0]?.sourceId ?? '';
  return library.handlers['evidence.get']({ sourceId }, context);
}

async function searched(library: EvidenceLibrary, query: string): Promise<string[]> {
  const { hits } = await library.handlers['evidence.search']({ query, limit: 20 }, context);
  return hits.map(({ title }) => title);
}

test('a file becomes a source: its bytes kept under their hash, its title, its words and its marking read', async () => {
  const { folder, library, file } = setUp();
  const quay = file(
    'quay.md',
    '# The new quay\n\nOFFICIAL-SENSITIVE\n\nThe quay costs £4m, say the “owners”.\n',
  );
  const { rows, finishedAt, running } = await library.add([quay]);
  expect(rows).toMatchObject([
    { file: 'quay.md', title: 'The new quay', kind: 'markdown', pages: 1, status: 'added', offer: null },
  ]);
  expect([finishedAt === null, running]).toEqual([false, false]);
  const hash = createHash('sha256').update(readFileSync(quay)).digest('hex');
  expect(readFileSync(originalOf(folder, hash))).toEqual(readFileSync(quay));
  const [summary] = await library.handlers['evidence.list']({}, context);
  expect(summary).toMatchObject({
    title: 'The new quay',
    edition: hash,
    editions: 1,
    usedIn: 0,
    citations: 0,
  });
  expect(await library.handlers['evidence.get']({ sourceId: summary?.id ?? '' }, context)).toMatchObject({
    editions: [{ id: hash, fileName: 'quay.md', bytes: statSync(quay).size, pages: 1 }],
    published: null,
  });
});

test('a file without title or heading is called by its name', async () => {
  const { library, file } = setUp();
  const { rows } = await library.add([file('ferry_times-2026.txt', 'First boat at six.\n')]);
  expect(rows[0]?.title).toBe('Ferry times 2026');
});

test('bytes the library has are a duplicate, whatever they are called, also within one batch', async () => {
  const { library, file } = setUp();
  const [first, second, third] = ['a.txt', 'b.txt', 'c.txt'].map((name) => file(name, 'The same words.\n'));
  const { rows } = await library.add([first ?? '', second ?? '']);
  expect(rows.map(({ status }) => status).sort()).toEqual(['added', 'duplicate']);
  expect(new Set(rows.map(({ sourceId }) => sourceId)).size).toBe(1);
  const again = await library.add([third ?? '']);
  expect(again.rows).toMatchObject([
    { status: 'duplicate', sourceId: rows[0]?.sourceId, pages: 1, words: 3 },
  ]);
  expect(await library.handlers['evidence.list']({}, context)).toHaveLength(1);
});

test('a file whose source is in the bin takes it out of there, and says so', async () => {
  const { library, file } = setUp();
  const lamp = file('lamp.txt', 'The lamp is lit.\n');
  const { id } = await only(library, lamp);
  await library.handlers['evidence.remove']({ sourceId: id }, context);
  expect(await library.handlers['evidence.list']({}, context)).toEqual([]);
  expect(await library.handlers['evidence.list']({ deleted: true }, context)).toHaveLength(1);
  const { rows } = await library.add([lamp]);
  expect(rows[0]).toMatchObject({
    status: 'duplicate',
    sourceId: id,
    reason: expect.stringContaining('bin'),
  });
  expect(await library.handlers['evidence.list']({}, context)).toHaveLength(1);
});

test('what fails says why in words, and the rest of the batch goes on', async () => {
  const { folder, library, file } = setUp();
  mkdirSync(path.join(folder, 'sub'));
  const good = file('good.txt', 'Good words.\n');
  const { rows } = await library.add([
    path.join(folder, 'absent.txt'),
    file('empty.txt', ''),
    file('broken.pdf', '%PDF-1.7 and nothing more'),
    good,
  ]);
  expect(rows.map(({ status }) => status)).toEqual(['failed', 'failed', 'failed', 'added']);
  expect(rows[0]?.reason).toContain('There is no such file.');
  expect(rows[1]?.reason).toContain('It holds no bytes.');
  for (const { reason } of rows.slice(0, 3)) expect(reason).toMatch(/\. \p{Lu}.*\.$/u);
  expect(rows[3]?.reason).toBeNull();
});

test('a folder stands for its files, hidden and passing ones left out', async () => {
  const { folder, library } = setUp();
  const inside = path.join(folder, 'inside', 'deep');
  mkdirSync(inside, { recursive: true });
  for (const name of ['one.txt', '.hidden.txt', '~$one.docx', 'two.tmp']) textFile(inside, name, `${name}\n`);
  textFile(path.join(folder, 'inside'), 'zwei.txt', 'zwei\n');
  const { rows } = await library.add([path.join(folder, 'inside')]);
  expect(rows.map(({ file }) => file).sort()).toEqual(['one.txt', 'zwei.txt']);
});

test('dropped bytes are kept with the name they came with', async () => {
  const { library } = setUp();
  const bytes = new Uint8Array(Buffer.from('Pasted words about herring.\n'));
  const files = [{ name: 'pasted.txt', bytes }];
  const { rows } = await library.handlers['evidence.add']({ files }, context);
  expect(rows).toMatchObject([{ file: 'pasted.txt', status: 'added', words: 4 }]);
});

test('a new edition is offered by name, address or title, and made only when it is taken', async () => {
  const { library, file } = setUp();
  const old = await only(library, file('flood plan v1.txt', 'Old words of the plan.\n'));
  const { rows } = await library.add([file('Flood_Plan_v2 FINAL.txt', 'New words of the plan.\n')]);
  expect(rows).toMatchObject([{ status: 'added', offer: { sourceId: old.id, title: 'flood plan v1' } }]);
  expect(await library.handlers['evidence.list']({}, context)).toHaveLength(2);
  const newer = rows[0]?.sourceId ?? '';
  const source = await library.handlers['evidence.makeEdition']({ sourceId: newer, of: old.id }, context);
  expect(source.editions.map(({ fileName }) => fileName)).toEqual([
    'Flood_Plan_v2 FINAL.txt',
    'flood plan v1.txt',
  ]);
  expect(await library.handlers['evidence.list']({}, context)).toMatchObject([
    { id: old.id, editions: 2, edition: source.editions[0]?.id },
  ]);
  await expect(library.handlers['evidence.get']({ sourceId: newer }, context)).rejects.toThrowError(
    code('evidence.notFound'),
  );
  expect(await searched(library, 'new words')).toHaveLength(1);
  expect(await searched(library, 'old words')).toEqual([]);
  const [report] = await library.handlers['evidence.batches']({}, context);
  expect(report?.rows).toMatchObject([
    { status: 'newEdition', sourceId: old.id, title: 'flood plan v1', offer: null },
  ]);
});

test('files are added as new editions of a source, in their order', async () => {
  const { library, file } = setUp();
  const { id } = await only(library, file('a.txt', 'First words.\n'));
  const files = [
    file('b.txt', 'Second words.\n'),
    file('c.txt', 'Third words.\n'),
    file('d.txt', 'First words.\n'),
  ];
  const { rows } = await library.add(files, { editionOf: id });
  expect(rows.map(({ status }) => status)).toEqual(['newEdition', 'newEdition', 'duplicate']);
  expect(rows[2]?.reason).toContain('edition of this source already');
  const source = await library.handlers['evidence.get']({ sourceId: id }, context);
  expect(source.editions.map(({ fileName }) => fileName)).toEqual(['c.txt', 'b.txt', 'a.txt']);
  await expect(library.add(files, { editionOf: 'nobody' })).rejects.toThrowError(code('evidence.notFound'));
});

test('details are changed against what was read, and are found by their new words', async () => {
  const { library, file } = setUp();
  const source = await only(library, file('a.txt', 'Words.\n'));
  const { csl, published, marking, reviewBy, description, own } = source;
  const details = {
    csl: {
      ...csl,
      title: 'Herring quotas',
      author: [{ family: 'Pennock', given: 'Ada' }],
      publisher: 'Ports Board',
      issued: { 'date-parts': [[2026, 2]] },
    },
    published: published ?? true,
    marking,
    reviewBy: reviewBy ?? '2027-01-01',
    description,
    own: { ...own, 'File reference': 'PB/17' },
  };
  const change = { sourceId: source.id, updatedAt: source.updatedAt, details };
  const changed = await library.handlers['evidence.change'](change, context);
  expect(changed).toMatchObject(details);
  expect(await library.handlers['evidence.list']({}, context)).toMatchObject([
    {
      title: 'Herring quotas',
      author: 'Pennock',
      organisation: 'Ports Board',
      issued: '2026-02',
      reviewBy: '2027-01-01',
    },
  ]);
  expect(await searched(library, 'title:herring')).toEqual(['Herring quotas']);
  await expect(library.handlers['evidence.change'](change, context)).rejects.toThrowError(
    code('evidence.changed'),
  );
});

test('the bin and back: no search finds it there, every search finds it after', async () => {
  const { library, file } = setUp();
  const { id } = await only(library, file('lamp.txt', 'The lighthouse lamp is lit.\n'));
  expect(await searched(library, 'lighthouse')).toHaveLength(1);
  await library.handlers['evidence.remove']({ sourceId: id }, context);
  expect(await searched(library, 'lighthouse')).toEqual([]);
  await library.handlers['evidence.restore']({ sourceId: id }, context);
  expect(await searched(library, 'lighthouse')).toHaveLength(1);
});

test('sources may take the place of each other, but never in a circle', async () => {
  const { library, file } = setUp();
  const [a, b, c] = await Promise.all(
    ['one', 'two', 'three'].map(async (word) => only(library, file(`${word} thing.txt`, `${word} words\n`))),
  );
  const supersede = (source: Source | undefined, by: Source | null | undefined) =>
    library.handlers['evidence.supersede']({ sourceId: source?.id ?? '', by: by?.id ?? null }, context);
  expect(await supersede(a, b)).toMatchObject({ supersededBy: b?.id });
  await supersede(b, c);
  await expect(supersede(c, a)).rejects.toThrowError(code('evidence.circle'));
  await expect(supersede(c, c)).rejects.toThrowError(code('evidence.circle'));
  await supersede(a, null);
  expect(await supersede(c, a)).toMatchObject({ supersededBy: a?.id });
});

test('the original is saved byte for byte, and one that was changed outside is not passed off as it', async () => {
  const { folder, library, file } = setUp();
  const words = 'Exactly these.\r\n\tBytes\u0000';
  const source = await only(library, file('exact.txt', 'Exactly these.\r\n'));
  const edition = source.editions[0]?.id ?? '';
  const target = path.join(folder, 'out.txt');
  library.grants.give('out', target, 'write');
  await library.handlers['evidence.saveOriginal']({ edition, grant: 'out' }, context);
  expect(readFileSync(target, 'utf8')).toBe('Exactly these.\r\n');
  writeFileSync(originalOf(folder, edition), words);
  rmSync(target);
  await expect(
    library.handlers['evidence.saveOriginal']({ edition, grant: 'out' }, context),
  ).rejects.toThrowError(code('evidence.originalMissing'));
  expect(existsSync(target)).toBe(false);
});

test('whoever waits for news hears at once of a change, and of another process soon after', async () => {
  const { folder, library, file } = setUp();
  const { id } = await only(library, file('a.txt', 'Words.\n'));
  const changes = (since: number) => library.handlers['evidence.changes']({ since }, context);
  const { revision } = await changes(0);
  const waiting = changes(revision);
  await library.handlers['evidence.remove']({ sourceId: id }, context);
  const after = await waiting;
  expect(after.revision).not.toBe(revision);
  const elsewhere = changes(after.revision);
  const other = openEvidence(path.join(folder, 'library'));
  await other.handlers['evidence.restore']({ sourceId: id }, context);
  expect((await elsewhere).revision).not.toBe(after.revision);
});

test('a file that kills its reader costs itself alone, and is not tried again', async () => {
  const folder = scratchFolder();
  const startExtractor = impostor(
    folder,
    `import { readFileSync, appendFileSync } from 'node:fs';
     process.on('disconnect', () => process.exit());
     process.on('message', ({ job, file, name }) => {
       appendFileSync(${JSON.stringify(path.join(folder, 'tried'))}, name + '\\n');
       const text = readFileSync(file, 'utf8');
       if (text.includes('crash')) process.abort();
       const pages = [{ label: null, text, roles: [] }];
       const about = { csl: { type: 'document' }, marking: null, reviewBy: null };
       process.send({ type: 'extraction', job, extraction: { kind: 'text', mediaType: 'text/plain', textState: 'text', paged: false, pages, outline: [], about, notices: [] } });
     });`,
  );
  const library = openEvidence(path.join(folder, 'library'), {
    ...(startExtractor ? { startExtractor } : {}),
  });
  const files = Array.from({ length: 12 }, (_, at) =>
    textFile(folder, `file ${at}.txt`, at % 4 === 2 ? `crash ${at}` : `words ${at}`),
  );
  const { rows } = await library.add(files);
  expect(rows.map(({ status }) => status === 'failed')).toEqual(files.map((_, at) => at % 4 === 2));
  expect(rows[2]?.reason).toContain('crashed');
  const tried = readFileSync(path.join(folder, 'tried'), 'utf8').trim().split('\n');
  expect(tried.length).toBe(new Set(tried).size);
});

test('cancelled, a batch keeps what it has and does the rest when it is resumed', async () => {
  const { folder, library } = setUp();
  const files = Array.from({ length: 60 }, (_, at) =>
    textFile(folder, `file ${at}.txt`, `words of file ${at}\n`),
  );
  const stop = new AbortController();
  const cancelling = {
    signal: stop.signal,
    progress: (done: number) => {
      if (done >= 0.3) stop.abort();
    },
  };
  await expect(library.add(files, { context: cancelling })).rejects.toThrowError(code('call.cancelled'));
  const [batch] = await library.handlers['evidence.batches']({}, context);
  expect(batch).toMatchObject({ finishedAt: null, running: false });
  const added = batch?.rows.filter(({ status }) => status === 'added').length ?? 0;
  expect(added).toBeGreaterThan(0);
  expect(batch?.rows.filter(({ status }) => status === 'cancelled')).toHaveLength(60 - added);
  expect(await library.handlers['evidence.list']({}, context)).toHaveLength(added);
  const resumed = await library.handlers['evidence.resume']({ batchId: batch?.id ?? '' }, context);
  expect(resumed.rows.every(({ status }) => status === 'added')).toBe(true);
  expect(await library.handlers['evidence.list']({}, context)).toHaveLength(60);
  await library.handlers['evidence.dismiss']({ batchId: resumed.id }, context);
  expect(await library.handlers['evidence.batches']({}, context)).toEqual([]);
});

test('what failed is tried once more when a finished batch is resumed', async () => {
  const { folder, library, file } = setUp();
  const late = path.join(folder, 'late.txt');
  const batch = await library.add([late, file('there.txt', 'There.\n')]);
  expect(batch.rows[0]?.status).toBe('failed');
  writeFileSync(late, 'Here at last.\n');
  const resumed = await library.handlers['evidence.resume']({ batchId: batch.id }, context);
  expect(resumed.rows.map(({ status }) => status)).toEqual(['added', 'added']);
});

test('leftovers are swept away once nobody can be about to speak of them, and nothing else', async () => {
  const { folder, library, file } = setUp();
  const source = await only(library, file('kept.txt', 'Kept.\n'));
  const bytes = new Uint8Array(Buffer.from('%PDF-1.7 not one'));
  await library.handlers['evidence.add']({ files: [{ name: 'held.pdf', bytes }] }, context);
  const held = createHash('sha256').update(bytes).digest('hex');
  library.close();
  const [orphan, fresh] = ['aa'.repeat(32), 'ab'.repeat(32)];
  const longAgo = new Date(Date.now() - 7_200_000);
  for (const hash of [orphan, fresh]) {
    mkdirSync(path.dirname(originalOf(folder, hash)), { recursive: true });
    writeFileSync(originalOf(folder, hash), 'x');
  }
  const arriving = path.join(folder, 'library/originals/arriving/half');
  writeFileSync(arriving, 'x');
  for (const old of [
    originalOf(folder, orphan),
    originalOf(folder, source.editions[0]?.id ?? ''),
    originalOf(folder, held),
    arriving,
  ]) {
    utimesSync(old, longAgo, longAgo);
  }
  openEvidence(path.join(folder, 'library'), { watch: true });
  await expect.poll(() => existsSync(originalOf(folder, orphan)), { timeout: 10_000 }).toBe(false);
  await expect.poll(() => existsSync(arriving), { timeout: 10_000 }).toBe(false);
  expect(existsSync(originalOf(folder, fresh))).toBe(true);
  expect(existsSync(originalOf(folder, source.editions[0]?.id ?? ''))).toBe(true);
  expect(existsSync(originalOf(folder, held))).toBe(true);
});

test.skipIf(process.getuid?.() === 0)('a file one may not read says so', async () => {
  const { library, file } = setUp();
  const secret = file('secret.txt', 'Hush.\n');
  chmodSync(secret, 0o000);
  const { rows } = await library.add([secret]);
  expect(rows[0]?.reason).toContain('permission');
});
