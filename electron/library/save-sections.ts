/** The one way a document's words change: whole sections, in one transaction, against a known revision. */
import type { CallInput } from '../../shared/contract/calls.ts';
import { DespatchError } from '../../shared/contract/errors.ts';
import { DOCUMENT_FORMAT } from '../../shared/document/format.ts';
import { parseSection } from '../../shared/document/parse.ts';
import {
  type DocumentKind,
  type Marking,
  markingSchema,
  type Section,
} from '../../shared/document/schema.ts';
import { type DocumentSettings, defaultSettings } from '../../shared/document/settings.ts';
import { documentSettingsSchema } from '../../shared/document/settings-schema.ts';
import type { DocumentRow } from './db/documents-repository.ts';
import type { Tables } from './db/store.ts';
import { findDocument, isUnderstood, toStored } from './stored-document.ts';
import { SUMMARY_ROLE, type Summary, summarise } from './summarise.ts';

type SaveInput = CallInput<'documents.saveSections'>;

export interface SaveStamp {
  /** The version of this product. */
  readonly version: string;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
}

export interface Saved {
  readonly revision: number;
  readonly cited: boolean;
}

/**
 * To be run in a write transaction.
 * @returns the new revision, and whether other citations are in the document than before.
 * @throws DespatchError `call.invalid`, `document.notFound`, `document.newer`, `document.revisionConflict`
 */
export function saveSections(tables: Tables, input: SaveInput, stamp: SaveStamp): Saved {
  const sections = parseSections(input.sections);
  const { documentId, order } = input;
  const row = findDocument(tables, documentId);
  if (!isUnderstood(tables, row, stamp.version)) {
    throw new DespatchError('document.newer', { documentId, reason: 'the document is read-only' });
  }
  if (row.revision !== input.baseRevision) {
    throw new DespatchError('document.revisionConflict', { documentId, revision: row.revision });
  }
  checkOrder(tables.documents.sectionIds(documentId), sections, order);

  const stored = sections.map(toStored);
  for (const section of stored) tables.documents.putSection(documentId, section);
  if (order) tables.documents.setOrder(documentId, order);
  const elsewhere = tables.documents.placeBlocks(documentId, stored);
  if (elsewhere !== undefined) throw invalid(`the block ${elsewhere} is in another section too`);
  const cited = tables.links.putSections(documentId, sections);
  tables.lines.putSections(documentId, sections, { by: input.by ?? '', at: stamp.savedAt });
  const revision = row.revision + 1;
  tables.documents.change(documentId, {
    ...storedSummary(tables, row),
    marking: input.marking === undefined ? storedMarking(row) : input.marking,
    settings: input.settings ?? storedSettings(row),
    format: DOCUMENT_FORMAT,
    revision,
    understoodBy: stamp.version,
    updatedAt: stamp.savedAt,
  });
  return { revision, cited };
}

function storedSummary(tables: Tables, { id, kind }: { id: string; kind: DocumentKind }): Summary {
  return summarise(kind, tables.documents.sectionsOfRole(id, SUMMARY_ROLE).map(parseSection));
}

function storedSettings(row: DocumentRow): DocumentSettings {
  return documentSettingsSchema.parse(row.settings ?? defaultSettings);
}

function storedMarking(row: DocumentRow): Marking | null {
  return markingSchema.nullable().parse(row.marking);
}

function invalid(reason: string): DespatchError {
  return new DespatchError('call.invalid', { reason });
}

/** Every section has exactly one place, and every place a section. */
function checkOrder(
  stored: readonly string[],
  sections: readonly Section[],
  order?: readonly string[],
): void {
  const places = new Set(order ?? stored);
  for (const { id } of sections)
    if (!places.has(id)) throw invalid(`section ${id} has no place in the order`);
  if (!order) return;
  if (order.length === 0) throw invalid('the order is empty');
  if (places.size < order.length) throw invalid('the order names a section twice');
  const there = new Set([...stored, ...sections.map(({ id }) => id)]);
  for (const id of order)
    if (!there.has(id)) throw invalid(`the order names section ${id}, which is not there`);
}

/** Sections that this version fully understands, no id used twice in them. */
function parseSections(raw: readonly unknown[]): Section[] {
  const sections = raw.map((one, at) => {
    const section = parseSection(one, at);
    // The parser gives a nameless section a name, which must not become its permanent one.
    const nameless = !(one instanceof Object && 'id' in one && one.id === section.id);
    if (nameless || section.role === 'unknown' || section.blocks.some(({ kind }) => kind === 'unknown')) {
      throw invalid(`section ${section.id} is malformed`);
    }
    return section;
  });
  const seen = new Set<string>();
  for (const id of sections.flatMap(({ id, blocks }) => [id, ...blocks.map((block) => block.id)])) {
    if (seen.has(id)) throw invalid(`the id ${id} is used twice`);
    seen.add(id);
  }
  return sections;
}
