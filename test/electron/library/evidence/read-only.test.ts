import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { toErrorData } from '../../../../shared/contract/errors.ts';
import { explainInOneLine } from '../../../../shared/contract/messages.ts';
import { parseDocument } from '../../../../shared/document/parse.ts';
import { scratchFolder } from '../../../scratch-folder.ts';
import { context } from '../scratch.ts';
import { type Desk, deskWithPoint } from './citing-desk.ts';
import { openEvidence, textFile } from './evidence-library.ts';

type Lock = (library: string) => boolean;

function mounted(folder: string, ...steps: readonly string[][]): boolean {
  onTestFinished(() => {
    spawnSync('umount', ['-l', folder]);
  });
  return steps.every((step) => spawnSync('mount', step).status === 0);
}

/** Root may write wherever the disk allows it: so the disk forbids it. */
const locks: readonly (readonly [string, Lock])[] = [
  [
    'folder is',
    (library) => mounted(library, ['--bind', library, library], ['-o', 'remount,bind,ro', library]),
  ],
  [
    'file is',
    (library) => {
      const file = path.join(library, 'library.db');
      return mounted(file, ['--bind', file, file], ['-o', 'remount,bind,ro', file]);
    },
  ],
];

const copies = () =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`despatch-reading-${process.pid}-`));

async function locked(lock: Lock): Promise<{ folder: string; at: Desk; sourceId: string } | null> {
  const { at, sourceId } = await deskWithPoint();
  // Its log is not yet in the file, as after a power cut.
  at.library.close();
  if (!lock(at.folder)) return null;
  return { folder: at.folder, at, sourceId };
}

describe.each(locks)('a library whose %s read-only', (name, lock) => {
  test('is opened, listed, searched, read and checked', async (given) => {
    const made = await locked(lock);
    if (!made) return given.skip();
    const before = readdirSync(made.folder);
    const library = openEvidence(made.folder, { watch: true });
    expect(copies()).toHaveLength(1);
    const { handlers } = library;
    expect(await handlers['documents.list']({}, context)).toMatchObject([{ id: made.at.documentId }]);
    const opened = await handlers['documents.open']({ documentId: made.at.documentId }, context);
    expect(parseDocument(opened.document).document.sections.length).toBeGreaterThan(0);
    expect((await handlers['evidence.search']({ query: 'wardens', limit: 5 }, context)).hits).toHaveLength(1);
    expect((await handlers['documents.search']({ query: 'households', limit: 5 }, context)).more).toBe(false);
    const { edition } = await handlers['reading.open']({ sourceId: made.sourceId }, context);
    expect((await handlers['reading.text']({ edition, page: 1 }, context)).text).toContain('430 households');
    expect(await handlers['standing.uses']({ sourceId: made.sourceId }, context)).toMatchObject([
      { anchor: { state: 'same' } },
    ]);
    library.close();
    expect(copies()).toEqual([]);
    expect(readdirSync(made.folder)).toEqual(before);
  });

  test('takes nothing in, and says which file, why, and what to do', async (given) => {
    const made = await locked(lock);
    if (!made) return given.skip();
    const before = readdirSync(made.folder, { recursive: true });
    const library = openEvidence(made.folder);
    const batch = await library.add([textFile(scratchFolder(), 'new.txt', 'New words.\n')]);
    const why = `Its ${name} read-only.`;
    expect(batch.rows).toMatchObject([{ file: 'new.txt', status: 'failed' }]);
    expect(batch.rows[0]?.reason).toContain(why);
    const listed = () => library.handlers['evidence.batches']({}, context);
    const [shown, ...earlier] = await listed();
    expect(shown).toEqual(batch);
    const pasted = { name: 'Pasted.txt', bytes: Buffer.from('Pasted words.\n') };
    const other = await library.handlers['evidence.add']({ files: [pasted] }, context);
    expect(other.rows).toMatchObject([{ file: 'Pasted.txt', status: 'failed' }]);
    await library.handlers['evidence.dismiss']({ batchId: batch.id }, context);
    expect(await listed()).toEqual([other, ...earlier]);
    const refused = await library.handlers['evidence.remove']({ sourceId: made.sourceId }, context).then(
      () => '',
      (thrown: unknown) => explainInOneLine(toErrorData(thrown)),
    );
    expect(refused).toContain(made.folder);
    expect(refused).toContain(why);
    library.close();
    expect(readdirSync(made.folder, { recursive: true })).toEqual(before);
  });
});

test('what a crash left in the log is read too', async (given) => {
  const { at } = await deskWithPoint();
  const folder = path.join(scratchFolder(), 'crashed');
  mkdirSync(folder);
  // As the files stand while the library is open: a part of it in the log alone.
  for (const part of ['library.db', 'library.db-wal']) {
    spawnSync('cp', [path.join(at.folder, part), path.join(folder, part)]);
  }
  expect(readdirSync(folder)).toContain('library.db-wal');
  if (!mounted(folder, ['--bind', folder, folder], ['-o', 'remount,bind,ro', folder])) return given.skip();
  const library = openEvidence(folder);
  expect(await library.handlers['documents.list']({}, context)).toMatchObject([{ id: at.documentId }]);
});

test('copies that a crash has left are removed with the next one', async (given) => {
  const made = await locked(locks[0]?.[1] ?? (() => false));
  if (!made) return given.skip();
  const gone = spawnSync('true').pid;
  const left = path.join(tmpdir(), `despatch-reading-${gone}-abc`);
  mkdirSync(left);
  writeFileSync(path.join(left, 'library.db'), 'x');
  openEvidence(made.folder);
  expect(readdirSync(tmpdir())).not.toContain(path.basename(left));
});
