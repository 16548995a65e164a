import type { Migration } from '../migrate.ts';

/**
 * Committees, meetings and their packs. A committee and a meeting are JSON of some kilobytes, saved whole; the columns
 * beside it are derived from it and written with it, as are `meeting_documents`: which document is a paper of which
 * meeting. `meeting_files` are the originals that papers may take, with the place each came from, where it is looked at
 * again; a row stays with its meeting, because taking a paper out can be undone. `meeting_records`: what happened at the
 * meeting, and `meeting_written` the documents that were drafted from it. A row of `packs` without `published_at` is a draft; its bytes stand in `packs/` under their hash. `sources`
 * are the documents and files it was built from. `pack_texts`: words of the pages, read when somebody first asks.
 * `pack_notes` hang on the papers of a meeting, not on one of its packs.
 */
export const meetings: Migration = {
  version: 4,
  up: `
    CREATE TABLE committees (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      body TEXT NOT NULL,
      revision INTEGER NOT NULL,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      deleted_at TEXT
    ) STRICT;

    CREATE TABLE meetings (
      id TEXT PRIMARY KEY,
      committee_id TEXT,
      title TEXT NOT NULL,
      date TEXT NOT NULL,
      time TEXT NOT NULL,
      body TEXT NOT NULL,
      revision INTEGER NOT NULL,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      deleted_at TEXT
    ) STRICT;
    CREATE INDEX meetings_of_committee ON meetings (committee_id, date);

    CREATE TABLE meeting_documents (
      meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
      paper_id TEXT NOT NULL,
      document_id TEXT NOT NULL,
      item_title TEXT NOT NULL,
      PRIMARY KEY (meeting_id, paper_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX meetings_of_document ON meeting_documents (document_id);

    CREATE TABLE meeting_files (
      meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
      sha256 TEXT NOT NULL,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      came_from TEXT,
      added_at TEXT NOT NULL,
      PRIMARY KEY (meeting_id, sha256)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX meeting_files_by_hash ON meeting_files (sha256);

    CREATE TABLE meeting_records (
      meeting_id TEXT PRIMARY KEY REFERENCES meetings (id) ON DELETE CASCADE,
      body TEXT NOT NULL,
      revision INTEGER NOT NULL,
      updated_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE meeting_written (
      document_id TEXT PRIMARY KEY,
      meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      exempt INTEGER NOT NULL,
      written_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX written_of_meeting ON meeting_written (meeting_id);

    CREATE TABLE packs (
      id TEXT PRIMARY KEY,
      meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      audience TEXT NOT NULL,
      letter TEXT,
      prefix TEXT NOT NULL,
      last_number INTEGER NOT NULL,
      meeting_revision INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      pages INTEGER NOT NULL,
      plan TEXT NOT NULL,
      sources TEXT NOT NULL,
      proof TEXT,
      notices TEXT NOT NULL,
      built_at TEXT NOT NULL,
      published_at TEXT
    ) STRICT;
    CREATE INDEX packs_of_meeting ON packs (meeting_id, published_at);
    CREATE INDEX packs_by_hash ON packs (sha256);

    CREATE TABLE pack_texts (
      sha256 TEXT NOT NULL,
      page INTEGER NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (sha256, page)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE pack_notes (
      id TEXT PRIMARY KEY,
      meeting_id TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
      body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX notes_of_meeting ON pack_notes (meeting_id);
  `,
};
