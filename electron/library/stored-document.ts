/** A document as the library holds it: found, put together, and known to be known. */
import { DespatchError } from '../../shared/contract/errors.ts';
import { DOCUMENT_FORMAT } from '../../shared/document/format.ts';
import { type ParsedDocument, parseDocument, serialiseSection } from '../../shared/document/parse.ts';
import type { AnySection } from '../../shared/document/schema.ts';
import type { DocumentRow, StoredSection } from './db/documents-repository.ts';
import type { Tables } from './db/store.ts';

/** @throws DespatchError `document.notFound`, also for one in the bin. */
export function findDocument({ documents }: Tables, documentId: string): DocumentRow {
  const row = documents.find(documentId);
  if (!row || row.deletedAt !== null) throw new DespatchError('document.notFound', { documentId });
  return row;
}

/** The document's JSON as stored, parts of newer versions included; its sections as one text (`withSections`). */
export function rawDocument({ documents }: Tables, row: DocumentRow): Record<string, unknown> {
  const { format, id, kind, marking, settings } = row;
  return {
    format,
    id,
    kind,
    marking,
    ...(settings === null ? {} : { settings }),
    sections: documents.sectionsText(id),
  };
}

/**
 * Whether this version knows every part. A document is read whole for this once in the life of a version; every
 * later save and list trusts the mark, so that neither grows with the document.
 */
export function isUnderstood(tables: Tables, row: DocumentRow, version: string): boolean {
  if (row.format > DOCUMENT_FORMAT) return false;
  if (row.understoodBy === version) return true;
  try {
    return parseDocument(rawDocument(tables, row)).unknownParts.length === 0;
  } catch (thrown) {
    if (thrown instanceof DespatchError && thrown.code.startsWith('document.')) return false;
    throw thrown;
  }
}

/**
 * The document as this version reads it; parts it does not know are in it as unknown blocks.
 * @throws DespatchError `document.notFound`, `document.newer` when not even its frame is known, `document.invalid`
 */
export function parsedDocument(tables: Tables, documentId: string): ParsedDocument {
  return parseDocument(rawDocument(tables, findDocument(tables, documentId)));
}

/** The row of a section, exactly as it was read where this version could not understand it. */
export function toStored(section: AnySection): StoredSection {
  const { id, role, blocks } = section;
  return { id, role, body: serialiseSection(section), blockIds: blocks.map((block) => block.id) };
}
