import { serialiseSection } from '../../shared/document/parse.ts';
import { type DespatchDocument, DOCUMENT_FORMAT } from '../../shared/document/schema.ts';
import type { ImportRow } from '../../shared/import/report.ts';
import type { Tables } from './db/store.ts';
import { summarise } from './summarise.ts';

/** Stores a document this version made, with its import report. To be run in a write transaction. */
export function insertDocument(
  { documents, importReport }: Tables,
  document: DespatchDocument,
  report: readonly ImportRow[],
  { version, time }: { version: string; time: string },
): void {
  const { id, kind, marking, sections } = document;
  documents.insert({
    id,
    kind,
    ...summarise(kind, sections),
    marking,
    format: DOCUMENT_FORMAT,
    revision: 1,
    understoodBy: version,
    createdAt: time,
    updatedAt: time,
  });
  for (const section of sections) {
    documents.putSection(id, { id: section.id, role: section.role, body: serialiseSection(section) });
  }
  documents.setOrder(
    id,
    sections.map((section) => section.id),
  );
  importReport.insert(id, report);
}
