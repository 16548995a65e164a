import type { Migration } from '../migrate.ts';

/**
 * Settings of a document, kinds of document that the first version's check did not let in, comments beside the words,
 * pictures by the hash of their bytes, and the words that the user's spelling takes for right.
 * Migrations run with foreign keys off, so that dropping the old table does not empty those that refer to it.
 */
export const structuredEditor: Migration = {
  version: 2,
  up: `
    CREATE TABLE documents_2 (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      title TEXT NOT NULL,
      subtitle TEXT NOT NULL,
      marking TEXT,
      settings TEXT,
      format INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      understood_by TEXT NOT NULL,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      deleted_at TEXT
    ) STRICT;
    INSERT INTO documents_2
      SELECT id, kind, title, subtitle, marking, NULL, format, revision, understood_by, created_at, updated_at,
        deleted_at FROM documents;
    DROP TABLE documents;
    ALTER TABLE documents_2 RENAME TO documents;

    CREATE TABLE comment_threads (
      document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
      id TEXT NOT NULL,
      body TEXT NOT NULL,
      created_at TEXT NOT NULL,
      PRIMARY KEY (document_id, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE assets (
      sha256 TEXT PRIMARY KEY,
      media_type TEXT NOT NULL,
      bytes BLOB NOT NULL,
      added_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE words (
      word TEXT PRIMARY KEY,
      added_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
