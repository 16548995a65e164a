/** Listing, making, opening, saving and binning documents. */
import type { CallOutput, DocumentSummary } from '../../shared/contract/calls.ts';
import { DespatchError } from '../../shared/contract/errors.ts';
import { markingSchema } from '../../shared/document/schema.ts';
import type { DocumentRow } from './db/documents-repository.ts';
import type { Tables } from './db/store.ts';
import type { FeatureHandlers, Services } from './handlers.ts';
import { insertDocument } from './insert-document.ts';
import { saveSections } from './save-sections.ts';
import { findDocument, isUnderstood, rawDocument } from './stored-document.ts';
import { plainDocument } from './template-files.ts';

export function documentHandlers({
  store,
  mint,
  now,
  version,
  evidenceNews,
}: Services): FeatureHandlers<
  | 'documents.list'
  | 'documents.create'
  | 'documents.open'
  | 'documents.saveSections'
  | 'documents.remove'
  | 'documents.restore'
> {
  const time = () => now().toISOString();

  function setDeletedAt(documentId: string, when: string | null): void {
    store().write(({ documents }) => {
      const row = documents.find(documentId);
      if (!row) throw new DespatchError('document.notFound', { documentId });
      // Binning twice must not make it look binned later than it was.
      if ((row.deletedAt === null) !== (when === null)) documents.setDeletedAt(documentId, when);
    });
    // Its citations count no longer, or again.
    evidenceNews.changed();
  }

  return {
    'documents.list': async ({ deleted = false }) => {
      const { rows, readOnly, newlyUnderstood } = store().read((tables) => {
        const rows = tables.documents.list(deleted);
        const understood = rows.filter((row) => isUnderstood(tables, row, version));
        const readOnly = new Set(rows.filter((row) => !understood.includes(row)));
        return { rows, readOnly, newlyUnderstood: understood.filter((row) => row.understoodBy !== version) };
      });
      if (newlyUnderstood.length > 0 && !store().readOnly) markUnderstood(store, newlyUnderstood, version);
      return rows.map((row) => toSummary(row, readOnly.has(row)));
    },

    'documents.create': async ({ kind }) => {
      const document = plainDocument(kind, mint);
      store().write((tables) => insertDocument(tables, document, [], { version, time: time() }));
      return { documentId: document.id };
    },

    'documents.open': async ({ documentId }) =>
      store().read((tables): CallOutput<'documents.open'> => {
        const row = findDocument(tables, documentId);
        return {
          document: rawDocument(tables, row),
          revision: row.revision,
          importReport: tables.importReport.all(documentId),
        };
      }),

    'documents.saveSections': async (input) => {
      const savedAt = time();
      const { revision, cited } = store().write((tables) =>
        saveSections(tables, input, { version, savedAt }),
      );
      if (cited) evidenceNews.changed();
      return { revision, savedAt };
    },

    'documents.remove': async ({ documentId }) => {
      setDeletedAt(documentId, time());
      return {};
    },

    'documents.restore': async ({ documentId }) => {
      setDeletedAt(documentId, null);
      return {};
    },
  };
}

/** A document changed since it was looked at keeps the mark of whoever changed it. */
function markUnderstood(store: Services['store'], rows: readonly DocumentRow[], version: string): void {
  store().write(({ documents }: Tables) => {
    for (const { id, revision } of rows) {
      if (documents.find(id)?.revision === revision) documents.markUnderstood(id, version);
    }
  });
}

function toSummary(row: DocumentRow, readOnly: boolean): DocumentSummary {
  const { id, kind, title, subtitle, revision, updatedAt, pendingImportRows } = row;
  const marking = markingSchema.nullable().safeParse(row.marking);
  return {
    id,
    kind,
    title,
    subtitle,
    marking: marking.success ? marking.data : null,
    revision,
    updatedAt,
    pendingImportRows,
    readOnly,
  };
}
