/** Sources in a library for tests of searching, put there without a file. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { LIBRARY_FILE } from '../../../../electron/library/db/connection.ts';
import type { Store } from '../../../../electron/library/db/store.ts';
import type { SourceKind } from '../../../../shared/evidence/source.ts';

export interface Shelved {
  readonly id: string;
  readonly title?: string;
  readonly author?: string;
  readonly organisation?: string;
  readonly kind?: SourceKind;
  readonly issued?: string;
  readonly classification?: string | null;
  readonly published?: boolean | null;
  readonly description?: string;
  readonly own?: Readonly<Record<string, string>>;
  readonly paged?: boolean;
  readonly labels?: readonly (string | null)[];
  /** The text of each page. */
  readonly pages: readonly string[];
}

export function editionOf(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}

/** The library's file, for what no repository of ours writes. */
export function rawDatabase(folder: string): Database {
  const database = new SqliteDatabase(path.join(folder, LIBRARY_FILE));
  onTestFinished(() => {
    database.close();
  });
  database.pragma('foreign_keys = ON');
  return database;
}

export function shelve(folder: string, store: Store, sources: readonly Shelved[]): void {
  const database = rawDatabase(folder);
  const source = database.prepare(
    `INSERT INTO sources (id, kind, title, author, organisation, issued, classification, published, details, edition,
       superseded_by, added_at, updated_at, deleted_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, '{}', ?, NULL, 'then', 'then', NULL)`,
  );
  const edition = database.prepare(
    `INSERT INTO editions (id, source_id, number, file_name, media_type, bytes, added_at, text_state, paged, pages,
       words, outline, notices)
     VALUES (?, ?, 1, 'file', 'text/plain', 1, 'then', 'text', ?, ?, 1, '[]', '[]')`,
  );
  for (const one of sources) {
    const { id, title = id, author = '', organisation = '', kind = 'pdf', issued = '', pages } = one;
    const { classification = null, published = null, paged = true } = one;
    const sayPublished = published === null ? null : Number(published);
    source.run(id, kind, title, author, organisation, issued, classification, sayPublished, editionOf(id));
    edition.run(editionOf(id), id, Number(paged), pages.length);
  }
  store.write(({ passages }) => {
    for (const one of sources) {
      const {
        id,
        title = id,
        author = '',
        organisation = '',
        own = {},
        description = '',
        pages,
        labels,
      } = one;
      passages.put(
        editionOf(id),
        pages.map((text, at) => ({ label: labels?.[at] ?? null, text, roles: [] })),
      );
      passages.putSource({ id, edition: editionOf(id), title, author, organisation, own, description });
    }
  });
}
