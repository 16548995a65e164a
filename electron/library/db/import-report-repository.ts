/** The import report of each document, row by row, so that accepting one line rewrites one line. */
import type { Database } from 'better-sqlite3';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { type ImportRow, type ImportRowState, importRowSchema } from '../../../shared/import/report.ts';
import { parseStored } from './stored-json.ts';

export type ImportReportRepository = ReturnType<typeof importReportRepository>;

export function importReportRepository(database: Database) {
  const insert = database.prepare(
    'INSERT INTO import_rows (document_id, place, id, state, body) VALUES (?, ?, ?, ?, ?)',
  );
  const all = database.prepare<[string], { state: string; body: string }>(
    'SELECT state, body FROM import_rows WHERE document_id = ? ORDER BY place',
  );
  const setState = database.prepare('UPDATE import_rows SET state = ? WHERE document_id = ? AND id = ?');

  return {
    insert(documentId: string, report: readonly ImportRow[]): void {
      for (const [place, row] of report.entries()) {
        insert.run(documentId, place, row.id, row.state, JSON.stringify(row));
      }
    },
    /** @throws DespatchError `library.damaged` when a row has lost its shape. */
    all(documentId: string): ImportRow[] {
      return all.all(documentId).map(({ state, body }) => {
        const stored = parseStored(body);
        const row = importRowSchema.safeParse(stored instanceof Object ? { ...stored, state } : stored);
        if (!row.success) {
          throw new DespatchError('library.damaged', {
            reason: 'a row of an import report has lost its shape',
          });
        }
        return row.data;
      });
    },
    /** @returns whether the document has such a row. */
    setState(documentId: string, rowId: string, state: ImportRowState): boolean {
      return setState.run(state, documentId, rowId).changes > 0;
    },
  };
}
