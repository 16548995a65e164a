import type { Migration } from '../migrate.ts';

/**
 * The evidence library. Originals are files beside the database, named by their hash; here stand their words and what
 * is known of them. `passages` cut the text of each page into pieces without a gap, so that together they are the text
 * and nothing is stored twice; those of an edition stand in one range of ids, so that a hit needs no name of it. Words
 * that describe a picture are a range of their own. The indexes hold no text; triggers take out of them what is
 * deleted, by whomever. `evidence_links` are derived from the sections of
 * documents and written with them. `looks`: the edition of its source that somebody has seen a citation beside. `stem`,
 * `title_key` and `url` are what new editions of a source are known by. `watched_files`: files of a watched folder as
 * they were when they were last taken in. `read_documents`, `read_sections`: what of the documents stands in the index of
 * their words, which is brought up to date when somebody searches, so that saving need not wait for it.
 */
export const evidence: Migration = {
  version: 3,
  up: `
    CREATE TABLE sources (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      title TEXT NOT NULL,
      author TEXT NOT NULL,
      organisation TEXT NOT NULL,
      issued TEXT NOT NULL,
      classification TEXT,
      published INTEGER,
      details TEXT NOT NULL,
      edition TEXT NOT NULL,
      superseded_by TEXT,
      added_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      deleted_at TEXT,
      title_key TEXT,
      url TEXT
    ) STRICT;
    CREATE INDEX sources_by_title ON sources (title_key);
    CREATE INDEX sources_by_url ON sources (url);

    CREATE TABLE editions (
      id TEXT PRIMARY KEY,
      source_id TEXT NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      file_name TEXT NOT NULL,
      media_type TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      added_at TEXT NOT NULL,
      text_state TEXT NOT NULL,
      paged INTEGER NOT NULL,
      pages INTEGER NOT NULL,
      words INTEGER NOT NULL,
      outline TEXT NOT NULL,
      notices TEXT NOT NULL,
      stem TEXT
    ) STRICT;
    CREATE INDEX editions_of_source ON editions (source_id, number);
    CREATE INDEX editions_by_stem ON editions (stem);

    CREATE TABLE pages (
      edition TEXT NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      label TEXT,
      start INTEGER NOT NULL,
      length INTEGER NOT NULL,
      roles TEXT NOT NULL,
      first_passage INTEGER NOT NULL,
      passages INTEGER NOT NULL,
      PRIMARY KEY (edition, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE passages (
      id INTEGER PRIMARY KEY,
      page INTEGER NOT NULL,
      start INTEGER NOT NULL,
      text TEXT NOT NULL
    ) STRICT;
    CREATE TABLE passage_ranges (
      first INTEGER PRIMARY KEY,
      last INTEGER NOT NULL,
      edition TEXT NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
      described INTEGER NOT NULL,
      indexed INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX passage_ranges_of_edition ON passage_ranges (edition);

    CREATE VIRTUAL TABLE passage_index USING fts5 (
      text, content = 'passages', content_rowid = 'id', prefix = '2 3',
      tokenize = 'porter unicode61 remove_diacritics 2'
    );
    CREATE TRIGGER passage_range_gone BEFORE DELETE ON passage_ranges BEGIN
      INSERT INTO passage_index (passage_index, rowid, text)
        SELECT 'delete', id, text FROM passages WHERE OLD.indexed AND id BETWEEN OLD.first AND OLD.last;
      DELETE FROM passages WHERE id BETWEEN OLD.first AND OLD.last;
    END;

    CREATE TABLE source_words (
      id INTEGER PRIMARY KEY,
      source_id TEXT NOT NULL UNIQUE REFERENCES sources (id) ON DELETE CASCADE,
      title TEXT NOT NULL,
      author TEXT NOT NULL,
      organisation TEXT NOT NULL,
      own TEXT NOT NULL
    ) STRICT;
    CREATE VIRTUAL TABLE source_index USING fts5 (
      title, author, organisation, own, content = 'source_words', content_rowid = 'id',
      tokenize = 'porter unicode61 remove_diacritics 2'
    );
    CREATE TRIGGER source_words_come AFTER INSERT ON source_words BEGIN
      INSERT INTO source_index (rowid, title, author, organisation, own)
        VALUES (NEW.id, NEW.title, NEW.author, NEW.organisation, NEW.own);
    END;
    CREATE TRIGGER source_words_gone BEFORE DELETE ON source_words BEGIN
      INSERT INTO source_index (source_index, rowid, title, author, organisation, own)
        VALUES ('delete', OLD.id, OLD.title, OLD.author, OLD.organisation, OLD.own);
    END;

    CREATE TABLE evidence_links (
      document_id TEXT NOT NULL,
      block_id TEXT NOT NULL,
      citation_id TEXT NOT NULL,
      section_id TEXT NOT NULL,
      source_id TEXT NOT NULL,
      edition TEXT,
      body TEXT NOT NULL,
      PRIMARY KEY (document_id, block_id, citation_id),
      FOREIGN KEY (document_id, section_id) REFERENCES sections (document_id, id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX evidence_links_of_section ON evidence_links (document_id, section_id);
    CREATE INDEX evidence_links_of_source ON evidence_links (source_id);
    CREATE INDEX evidence_links_of_edition ON evidence_links (edition);
    -- Citations of format 2, with what reading them gives them (shared/document/upgrade.ts).
    INSERT OR IGNORE INTO evidence_links (document_id, block_id, citation_id, section_id, source_id, body)
      SELECT document_id, block ->> '$.id', 'format-2-' || (place + 1), section_id, citation ->> '$.evidenceId',
        json_object('evidenceId', citation ->> '$.evidenceId', 'edition', NULL, 'bearing', 'supports',
          'locator', json_extract(citation, '$.locator'))
      FROM (
        SELECT document_id, section_id, block, cited.key AS place,
          iif(cited.type = 'object', cited.value, '{}') AS citation
        FROM (
          SELECT document_id, sections.id AS section_id, iif(blocks.type = 'object', blocks.value, '{}') AS block
          FROM sections, json_each(iif(json_valid(body), body, '{}'), '$.blocks') AS blocks
        ), json_each(block, '$.citations') AS cited
      )
      WHERE json_type(block, '$.id') = 'text' AND json_type(citation, '$.evidenceId') = 'text'
        AND json_type(citation, '$.locator') = 'object';

    CREATE TABLE looks (
      document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
      block_id TEXT NOT NULL,
      citation_id TEXT NOT NULL,
      edition TEXT NOT NULL,
      seen_by TEXT NOT NULL,
      seen_at TEXT NOT NULL,
      PRIMARY KEY (document_id, block_id, citation_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE intake_batches (
      id TEXT PRIMARY KEY,
      started_at TEXT NOT NULL,
      finished_at TEXT,
      folder TEXT,
      edition_of TEXT,
      dismissed INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE intake_files (
      batch_id TEXT NOT NULL REFERENCES intake_batches (id) ON DELETE CASCADE,
      place INTEGER NOT NULL,
      path TEXT NOT NULL,
      status TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (batch_id, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE watched_folders (
      id TEXT PRIMARY KEY,
      path TEXT NOT NULL UNIQUE,
      added_at TEXT NOT NULL
    ) STRICT;
    CREATE TABLE watched_files (
      folder_id TEXT NOT NULL REFERENCES watched_folders (id) ON DELETE CASCADE,
      path TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      modified_at REAL NOT NULL,
      source_id TEXT,
      PRIMARY KEY (folder_id, path)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE standing_lines (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      title TEXT NOT NULL,
      version INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      body TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      deleted_at TEXT
    ) STRICT;
    CREATE TABLE standing_line_versions (
      line_id TEXT NOT NULL REFERENCES standing_lines (id) ON DELETE CASCADE,
      version INTEGER NOT NULL,
      body TEXT NOT NULL,
      author TEXT NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (line_id, version)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE standing_line_uses (
      document_id TEXT NOT NULL,
      block_id TEXT NOT NULL,
      section_id TEXT NOT NULL,
      line_id TEXT NOT NULL,
      version INTEGER NOT NULL,
      used_by TEXT NOT NULL,
      used_at TEXT NOT NULL,
      PRIMARY KEY (document_id, block_id),
      FOREIGN KEY (document_id, section_id) REFERENCES sections (document_id, id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX standing_line_uses_of_section ON standing_line_uses (document_id, section_id);
    CREATE INDEX standing_line_uses_of_line ON standing_line_uses (line_id);

    CREATE TABLE read_documents (
      document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
      revision INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE read_sections (
      document_id TEXT NOT NULL,
      section_id TEXT NOT NULL,
      hash TEXT NOT NULL,
      PRIMARY KEY (document_id, section_id),
      FOREIGN KEY (document_id, section_id) REFERENCES sections (document_id, id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE block_words (
      id INTEGER PRIMARY KEY,
      document_id TEXT NOT NULL,
      section_id TEXT NOT NULL,
      block_id TEXT NOT NULL,
      text TEXT NOT NULL,
      FOREIGN KEY (document_id, section_id) REFERENCES read_sections (document_id, section_id) ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX block_words_of_section ON block_words (document_id, section_id);
    CREATE VIRTUAL TABLE block_index USING fts5 (
      text, content = 'block_words', content_rowid = 'id', prefix = '2 3',
      tokenize = 'porter unicode61 remove_diacritics 2'
    );
    CREATE TRIGGER block_words_come AFTER INSERT ON block_words BEGIN
      INSERT INTO block_index (rowid, text) VALUES (NEW.id, NEW.text);
    END;
    CREATE TRIGGER block_words_gone BEFORE DELETE ON block_words BEGIN
      INSERT INTO block_index (block_index, rowid, text) VALUES ('delete', OLD.id, OLD.text);
    END;
  `,
};
