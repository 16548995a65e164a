import { DOCUMENT_FORMAT } from '../../shared/document/format.ts';
import type { DespatchDocument } from '../../shared/document/schema.ts';
import type { ImportRow } from '../../shared/import/report.ts';
import type { Tables } from './db/store.ts';
import { toStored } from './stored-document.ts';
import { summarise } from './summarise.ts';

/** Stores a document this version made, with its import report. To be run in a write transaction. */
export function insertDocument(
  { documents, importReport, lines, links }: Tables,
  document: DespatchDocument,
  report: readonly ImportRow[],
  { version, time }: { version: string; time: string },
): void {
  const { id, kind, marking, settings, sections } = document;
  documents.insert({
    id,
    kind,
    ...summarise(kind, sections),
    marking,
    settings,
    format: DOCUMENT_FORMAT,
    revision: 1,
    understoodBy: version,
    createdAt: time,
    updatedAt: time,
  });
  const stored = sections.map(toStored);
  for (const section of stored) documents.putSection(id, section);
  documents.setOrder(
    id,
    sections.map((section) => section.id),
  );
  const twice = documents.placeBlocks(id, stored);
  if (twice !== undefined) throw new Error(`The new document ${id} has the block id ${twice} twice.`);
  links.putSections(id, sections);
  lines.putSections(id, sections, { by: '', at: time });
  importReport.insert(id, report);
}
