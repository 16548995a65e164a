import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { linksRepository } from '../../../../electron/library/db/links-repository.ts';
import { meetingsRepository } from '../../../../electron/library/db/meetings-repository.ts';
import { type Migration, migrate } from '../../../../electron/library/db/migrate.ts';
import { migrations } from '../../../../electron/library/db/migrations/index.ts';
import { singleMeeting } from '../../../../shared/pack/new-meeting.ts';
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

test('documents of the first version keep their sections, their blocks and their import report', () => {
  const database = new Database(path.join(scratchFolder(), 'library.db'));
  onTestFinished(() => {
    database.close();
  });
  migrate(database, migrations.slice(0, 1), now);
  database.pragma('foreign_keys = ON');
  database.exec(`
    INSERT INTO documents VALUES ('d', 'report', 'Harbours', '', NULL, 1, 4, '0.1.0', 'then', 'later', NULL);
    INSERT INTO sections VALUES ('d', 's', 'body', '{}');
    INSERT INTO section_places VALUES ('d', 0, 's');
    INSERT INTO blocks VALUES ('d', 'b', 's');
    INSERT INTO import_rows VALUES ('d', 0, 'r', 'pending', '{}');
  `);
  migrate(database, migrations, now);
  const count = (table: string) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  expect(['documents', 'sections', 'section_places', 'blocks', 'import_rows'].map(count)).toEqual([
    1, 1, 1, 1, 1,
  ]);
  expect(database.prepare('SELECT title, settings, revision FROM documents').get()).toEqual({
    title: 'Harbours',
    settings: null,
    revision: 4,
  });
  expect(database.pragma('foreign_key_check')).toEqual([]);
  database.pragma('foreign_keys = ON');
  database.exec("DELETE FROM documents WHERE id = 'd'");
  expect(count('sections')).toBe(0);
});

test('citations of format 2 are links to the evidence after the upgrade, and damage in a section stops nothing', () => {
  const database = new Database(path.join(scratchFolder(), 'library.db'));
  onTestFinished(() => {
    database.close();
  });
  migrate(database, migrations.slice(0, 2), now);
  const locator = {
    quote: { type: 'TextQuoteSelector', exact: 'five boats', prefix: '', suffix: '' },
    position: null,
    page: 3,
  };
  const block = { id: 'b', citations: [{ evidenceId: 'old', locator }] };
  const put = database.prepare('INSERT INTO sections (document_id, id, role, body) VALUES (?, ?, ?, ?)');
  database.exec(`
    INSERT INTO documents (id, kind, title, subtitle, format, revision, understood_by, created_at, updated_at)
      VALUES ('d', 'report', 'Harbours', '', 2, 4, '0.2.0', 'then', 'later');
  `);
  put.run('d', 's', 'body', JSON.stringify({ blocks: [block, 'no block', { citations: 'none' }] }));
  put.run('d', 'torn', 'body', '{"blocks": [');
  migrate(database, migrations, now);
  expect(linksRepository(database).ofDocument('d')).toEqual([
    {
      documentId: 'd',
      sectionId: 's',
      blockId: 'b',
      citationId: 'format-2-1',
      citedId: 'old',
      edition: null,
      bearing: 'supports',
      locator,
    },
  ]);
});

test('a migration that leaves rows without their parent is taken back', () => {
  const database = new Database(path.join(scratchFolder(), 'library.db'));
  onTestFinished(() => {
    database.close();
  });
  const shelf: Migration = {
    version: 1,
    up: 'CREATE TABLE shelf (id TEXT PRIMARY KEY); CREATE TABLE book (shelf TEXT REFERENCES shelf (id))',
  };
  migrate(database, [shelf], now);
  database.exec("INSERT INTO shelf VALUES ('a'); INSERT INTO book VALUES ('a')");
  expect(() => migrate(database, [shelf, { version: 2, up: 'DELETE FROM shelf' }], now)).toThrow(/1 rows/);
  expect(database.prepare('SELECT count(*) FROM shelf').pluck().get()).toBe(1);
});

test('a library of version 3 keeps its sources and documents and can have meetings', () => {
  const database = new Database(path.join(scratchFolder(), 'library.db'));
  onTestFinished(() => {
    database.close();
  });
  migrate(database, migrations.slice(0, 3), now);
  database.pragma('foreign_keys = ON');
  database.exec(`
    INSERT INTO documents VALUES ('d', 'report', 'Harbours', '', NULL, NULL, 2, 4, '0.1.0', 'then', 'later', NULL);
    INSERT INTO sources (id, kind, title, author, organisation, issued, details, edition, added_at, updated_at)
      VALUES ('s', 'web', 'Tides', '', '', '', '{}', 'e', 'then', 'then');
  `);
  const before = ['documents', 'sources'].map((table) => database.prepare(`SELECT * FROM ${table}`).all());
  migrate(database, migrations, now);
  expect(['documents', 'sources'].map((table) => database.prepare(`SELECT * FROM ${table}`).all())).toEqual(
    before,
  );
  const meetings = meetingsRepository(database);
  const meeting = singleMeeting('committee', 'Harbours Committee', () => 'm');
  meetings.insert(meeting, 'now');
  expect(meetings.list(false)).toMatchObject([{ id: 'm', meeting, revision: 1, publishedAt: null }]);
});
