/** Pictures by the hash of their bytes. None is ever deleted while a document may come back by undo or from the bin. */
import type { Database } from 'better-sqlite3';
import type { ImageMediaType } from '../../../shared/images/picture.ts';

export interface Asset {
  readonly mediaType: ImageMediaType;
  readonly bytes: Uint8Array;
}

export type AssetsRepository = ReturnType<typeof assetsRepository>;

export function assetsRepository(database: Database) {
  const put = database.prepare(
    'INSERT INTO assets (sha256, media_type, bytes, added_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const get = database.prepare<[string], Asset>(
    'SELECT media_type AS mediaType, bytes FROM assets WHERE sha256 = ?',
  );

  return {
    /** The same bytes again change nothing. @param addedAt ISO 8601, UTC. */
    put(sha256: string, { mediaType, bytes }: Asset, addedAt: string): void {
      put.run(sha256, mediaType, bytes, addedAt);
    },
    get(sha256: string): Asset | null {
      return get.get(sha256) ?? null;
    },
  };
}
