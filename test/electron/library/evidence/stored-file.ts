/** Files in a library for tests of reading: the original, its row and its words, without the intake. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Store } from '../../../../electron/library/db/store.ts';
import { openPdf } from '../../../../electron/pdfium/open-pdf.ts';
import type { ExtractedPage } from '../../../../shared/evidence/extraction.ts';
import type { SourceKind } from '../../../../shared/evidence/source.ts';
import { rawDatabase } from './stored-source.ts';

export interface StoredFile {
  readonly sourceId: string;
  readonly kind: SourceKind;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly pages: readonly ExtractedPage[];
}

export function originalOf(folder: string, edition: string): string {
  return path.join(folder, 'originals', edition.slice(0, 2), edition);
}

/**
 * A file as the newest edition of its source.
 * @returns the id of the edition.
 */
export function storeFile(folder: string, store: Store, file: StoredFile): string {
  const { sourceId, kind, mediaType, bytes, pages } = file;
  const edition = createHash('sha256').update(bytes).digest('hex');
  const original = originalOf(folder, edition);
  mkdirSync(path.dirname(original), { recursive: true });
  writeFileSync(original, bytes);
  const database = rawDatabase(folder);
  database
    .prepare(
      `INSERT INTO sources (id, kind, title, author, organisation, issued, details, edition, added_at, updated_at)
       VALUES (?, ?, 'Harbour review', '', '', '', '{}', ?, 'then', 'then')
       ON CONFLICT (id) DO UPDATE SET edition = excluded.edition`,
    )
    .run(sourceId, kind, edition);
  database
    .prepare(
      `INSERT INTO editions (id, source_id, number, file_name, media_type, bytes, added_at, text_state, paged, pages,
         words, outline, notices)
       SELECT ?, ?, 1 + count(*), 'file', ?, ?, 'then', 'text', ?, ?, 1, '[]', '[]' FROM editions WHERE source_id = ?`,
    )
    .run(edition, sourceId, mediaType, bytes.length, Number(kind === 'pdf'), pages.length, sourceId);
  store.write(({ passages }) => passages.put(edition, pages));
  return edition;
}

/** The pages of a PDF as the extractor reads them. */
export async function pagesOfPdf(bytes: Uint8Array): Promise<ExtractedPage[]> {
  const pdf = await openPdf(bytes);
  const pages = Array.from({ length: pdf.pageCount }, (_, page) => ({
    label: pdf.label(page),
    text: pdf.text(page).text,
    roles: [],
  }));
  pdf.close();
  return pages;
}
