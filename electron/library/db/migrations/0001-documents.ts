import type { Migration } from '../migrate.ts';

/**
 * A section is a row of its own so that one keystroke writes one section, and the places stand in a narrow table of
 * their own so that it does not rewrite the order. `blocks` says which section holds each block, so that no block is
 * in two. `understood_by`: the version of Despatch that last found every
 * part of the document known to it.
 */
export const documents: Migration = {
  version: 1,
  up: `
    CREATE TABLE documents (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('briefing', 'report')),
      title TEXT NOT NULL,
      subtitle TEXT NOT NULL,
      marking TEXT,
      format INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      understood_by TEXT NOT NULL,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      deleted_at TEXT
    ) STRICT;

    CREATE TABLE sections (
      document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
      id TEXT NOT NULL,
      role TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (document_id, id)
    ) STRICT;
    CREATE INDEX sections_by_role ON sections (document_id, role);

    CREATE TABLE section_places (
      document_id TEXT NOT NULL,
      place INTEGER NOT NULL,
      section_id TEXT NOT NULL,
      PRIMARY KEY (document_id, place),
      FOREIGN KEY (document_id, section_id) REFERENCES sections (document_id, id)
        ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE blocks (
      document_id TEXT NOT NULL,
      id TEXT NOT NULL,
      section_id TEXT NOT NULL,
      PRIMARY KEY (document_id, id),
      FOREIGN KEY (document_id, section_id) REFERENCES sections (document_id, id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX blocks_of_section ON blocks (document_id, section_id);

    CREATE TABLE import_rows (
      document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
      place INTEGER NOT NULL,
      id TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('pending', 'accepted', 'undone')),
      body TEXT NOT NULL,
      PRIMARY KEY (document_id, place),
      UNIQUE (document_id, id)
    ) STRICT, WITHOUT ROWID;
  `,
};
