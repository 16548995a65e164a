/** Editions as a reader of them needs to know them; who keeps them is `sources-repository`. */
import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { outlineEntrySchema } from '../../../shared/evidence/extraction.ts';
import { type SourceKind, sourceKinds, textStates } from '../../../shared/evidence/source.ts';
import { parseStored } from './stored-json.ts';

export interface EditionRow {
  readonly id: string;
  readonly sourceId: string;
  readonly title: string;
  readonly kind: SourceKind;
  readonly mediaType: string;
  /** The newest edition of the source. */
  readonly newest: string;
  readonly paged: boolean;
  readonly textState: (typeof textStates)[number];
  readonly outline: z.infer<typeof outlineEntrySchema>[];
}

const storedSchema = z.object({
  id: z.string(),
  sourceId: z.string(),
  title: z.string(),
  kind: z.enum(sourceKinds),
  mediaType: z.string(),
  newest: z.string(),
  paged: z.number().transform((paged) => paged !== 0),
  textState: z.enum(textStates),
  outline: z.string().transform(parseStored).pipe(z.array(outlineEntrySchema)),
});

export type EditionsRepository = ReturnType<typeof editionsRepository>;

export function editionsRepository(database: Database) {
  const columns = `editions.id, source_id AS sourceId, title, kind, media_type AS mediaType,
    sources.edition AS newest, paged, text_state AS textState, outline
    FROM editions JOIN sources ON sources.id = source_id`;
  const byId = database.prepare<[string]>(`SELECT ${columns} WHERE editions.id = ?`);
  const newestOf = database.prepare<[string]>(
    `SELECT ${columns} WHERE source_id = ? AND editions.id = sources.edition`,
  );

  function parse(row: unknown): EditionRow | null {
    if (row === undefined) return null;
    const edition = storedSchema.safeParse(row);
    if (edition.success) return edition.data;
    throw new DespatchError('library.damaged', { reason: 'an edition is not as this version writes it' });
  }

  return {
    /** @returns null where the library does not have it. */
    get: (id: string): EditionRow | null => parse(byId.get(id)),
    /** Also of a source in the bin. @returns null where the library does not have the source. */
    newestOf: (sourceId: string): EditionRow | null => parse(newestOf.get(sourceId)),
  };
}
