import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { type Migration, migrate } from '../../../../electron/library/db/migrate.ts';
import { scratchFolder } from '../../../scratch-folder.ts';

const first: Migration = { version: 1, up: 'CREATE TABLE shelf (book TEXT NOT NULL)' };
const second: Migration = {
  version: 2,
  up: "ALTER TABLE shelf ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'",
};
const broken: Migration = {
  version: 2,
  up: "UPDATE shelf SET book = 'gone'; CREATE TABLE shelf (again TEXT)",
};
const now = new Date('2026-03-04T05:06:07.890Z');

function oldLibrary() {
  const folder = scratchFolder();
  const database = new Database(path.join(folder, 'library.db'));
  onTestFinished(() => {
    database.close();
  });
  database.pragma('journal_mode = WAL');
  migrate(database, [first], now);
  database.exec("INSERT INTO shelf VALUES ('Harbour lights')");
  const books = () => database.prepare('SELECT * FROM shelf').all();
  return { folder, database, books };
}

test('a library of an earlier version is brought to this one, and a copy of what it was is kept', () => {
  const { folder, database, books } = oldLibrary();
  migrate(database, [first, second], now);
  expect(books()).toEqual([{ book: 'Harbour lights', colour: 'blue' }]);
  const copies = readdirSync(path.join(folder, 'copies'));
  expect(copies).toEqual(['library-version-1-20260304050607890.db']);
  const copy = new Database(path.join(folder, 'copies', copies[0] as string), { readonly: true });
  expect(copy.prepare('SELECT * FROM shelf').all()).toEqual([{ book: 'Harbour lights' }]);
  copy.close();
});

test('a migration that fails leaves the library at the version before, whole', () => {
  const { database, books } = oldLibrary();
  expect(() => migrate(database, [first, broken], now)).toThrow();
  expect(books()).toEqual([{ book: 'Harbour lights' }]);
  expect(database.pragma('user_version', { simple: true })).toBe(1);
});

test('a library that is up to date is not copied', () => {
  const { folder, database } = oldLibrary();
  migrate(database, [first], now);
  expect(existsSync(path.join(folder, 'copies'))).toBe(false);
});
