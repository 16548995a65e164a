import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { connect, LIBRARY_FILE, libraryExists } from '../../../../electron/library/db/connection.ts';
import { migrations } from '../../../../electron/library/db/migrations/index.ts';
import { openStore } from '../../../../electron/library/db/store.ts';
import { scratchFolder } from '../../../scratch-folder.ts';
import { clock, openDocuments } from '../scratch.ts';

const options = (folder: string) => ({ folder, nativeBinding: null, now: clock() });
const code = (expected: string) => expect.objectContaining({ code: expected });

function newLibrary(): { folder: string; file: string } {
  const folder = path.join(scratchFolder(), 'new', 'library');
  connect(options(folder)).close();
  return { folder, file: path.join(folder, LIBRARY_FILE) };
}

test('a new library is one file, durable, with foreign keys, write-ahead log and our mark', () => {
  const { folder } = newLibrary();
  expect(readdirSync(folder)).toEqual([LIBRARY_FILE]);
  const database = connect(options(folder));
  const pragma = (name: string) => database.pragma(name, { simple: true });
  expect(pragma('journal_mode')).toBe('wal');
  expect(pragma('synchronous')).toBe(2);
  expect(pragma('foreign_keys')).toBe(1);
  expect(pragma('busy_timeout')).toBeGreaterThanOrEqual(1000);
  expect(pragma('application_id')).toBe(0x44535054);
  expect(pragma('user_version')).toBe(migrations.length);
  database.close();
});

test('looking for a library makes nothing', () => {
  const folder = path.join(scratchFolder(), 'nowhere');
  expect(libraryExists(folder)).toBe(false);
  expect(readdirSync(path.dirname(folder))).toEqual([]);
});

test('a library of a newer version is refused by name and left as it is', () => {
  const { folder, file } = newLibrary();
  const database = new Database(file);
  database.pragma(`user_version = ${migrations.length + 1}`);
  database.close();
  const before = readFileSync(file);
  expect(() => connect(options(folder))).toThrowError(code('library.newer'));
  expect(readFileSync(file)).toEqual(before);
});

test.each([
  [
    'text',
    (file: string) => writeFileSync(file, 'this is not a database, whatever its name says\n'.repeat(100)),
  ],
  ['nothing', (file: string) => writeFileSync(file, '')],
  ['its first half', (file: string) => truncateSync(file, 6000)],
  ['a torn header', (file: string) => writeFileSync(file, readFileSync(file).fill(0, 0, 64))],
])('a library file that holds %s is called damaged and not overwritten', (_, damage) => {
  const { folder, file } = newLibrary();
  damage(file);
  const before = readFileSync(file);
  expect(() => openStore(options(folder)).read(({ documents }) => documents.list(false))).toThrowError(
    code('library.damaged'),
  );
  expect(readFileSync(file)).toEqual(before);
});

test('damage in the middle of the file is told as damage when it is met', async () => {
  const { folder, file } = newLibrary();
  const { handlers, store } = openDocuments(folder);
  for (let made = 0; made < 20; made += 1) await handlers['documents.create']({ kind: 'report' }, never());
  store().close();
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0xa5, Math.floor(bytes.length / 2)));
  const all = async () => {
    const again = openDocuments(folder);
    for (const { id } of await again.handlers['documents.list']({}, never())) {
      await again.handlers['documents.open']({ documentId: id }, never());
    }
  };
  await expect(all()).rejects.toThrowError(code('library.damaged'));
});

test('the database of another program is not taken for a library', () => {
  const folder = scratchFolder();
  const other = new Database(path.join(folder, LIBRARY_FILE));
  other.exec('CREATE TABLE notes (words TEXT)');
  other.close();
  expect(() => connect(options(folder))).toThrowError(code('library.damaged'));
});

test('a file in the place of the folder is named as such', () => {
  const file = path.join(scratchFolder(), 'file');
  writeFileSync(file, '');
  expect(() => connect(options(file))).toThrowError(code('library.notADirectory'));
  expect(() => connect(options(path.join(file, 'below')))).toThrowError(code('library.notADirectory'));
});

test('a folder that cannot be made is told as not writable', () => {
  expect(() => connect(options('/proc/despatch'))).toThrowError(code('library.notWritable'));
});

test('a file that another program keeps locked is told as locked', { timeout: 20_000 }, () => {
  const { folder, file } = newLibrary();
  const other = new Database(file);
  other.exec('BEGIN IMMEDIATE');
  const store = openStore(options(folder));
  expect(() => store.write(({ documents }) => documents.setDeletedAt('x', null))).toThrowError(
    code('library.locked'),
  );
  store.close();
  other.close();
});

/** Of the migrations, those that a released version has run; to change one of them, write a new one instead. */
const RELEASED = 2;

test('released migrations are frozen', () => {
  const hashes = migrations
    .slice(0, RELEASED)
    .map(({ up }) => createHash('sha256').update(up.trim()).digest('hex').slice(0, 16));
  expect(hashes).toEqual(['999baf37bfcf7ad9', '25d934db0abb9067']);
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, at) => at + 1));
});

function never() {
  return { signal: new AbortController().signal, progress: () => {} };
}

test('leftovers of a library that was being made when the power failed are no obstacle', () => {
  const folder = scratchFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${LIBRARY_FILE}.${process.pid}.new`), 'half');
  connect(options(folder)).close();
  expect(readdirSync(folder)).toEqual([LIBRARY_FILE]);
});
