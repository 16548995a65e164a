/** Brings a library file to the version this product writes, one transaction to a step, after keeping a copy. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import { DespatchError } from '../../../shared/contract/errors.ts';

export interface Migration {
  /** The file's version once it has run; they count from 1 without gaps. */
  readonly version: number;
  /** SQL. Frozen once released. */
  readonly up: string;
}

function versionOf(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/**
 * @param now names the copy.
 * @throws DespatchError `library.newer` when the file is of a later version than the last migration.
 */
export function migrate(database: Database, migrations: readonly Migration[], now: Date): void {
  const latest = migrations.at(-1)?.version ?? 0;
  const found = versionOf(database);
  if (found > latest) {
    throw new DespatchError('library.newer', { folder: path.dirname(database.name), version: found });
  }
  if (found === latest) return;
  if (found > 0) keepCopy(database, found, now);
  // A step may rebuild a table that others refer to; SQLite takes this setting only outside a transaction.
  database.pragma('foreign_keys = OFF');
  for (const { version, up } of migrations) {
    database
      .transaction(() => {
        // Asked anew under the lock: another process may have been faster.
        if (versionOf(database) !== version - 1) return;
        database.exec(up);
        const orphans = database.pragma('foreign_key_check');
        if (Array.isArray(orphans) && orphans.length > 0) {
          throw new Error(`Migration ${version} leaves ${orphans.length} rows without their parent.`);
        }
        database.pragma(`user_version = ${version}`);
      })
      .immediate();
  }
}

function keepCopy(database: Database, version: number, now: Date): void {
  const folder = path.join(path.dirname(database.name), 'copies');
  mkdirSync(folder, { recursive: true });
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 17);
  database.prepare('VACUUM INTO ?').run(path.join(folder, `library-version-${version}-${stamp}.db`));
}
