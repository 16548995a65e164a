/**
 * The one way sources change: the row, its editions, and what a search finds of them, together. Everything here is to
 * be run in a write transaction.
 */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { ExtractedPage, Extraction } from '../../../shared/evidence/extraction.ts';
import { type Source, type SourceDetails, sourceDetailsSchema } from '../../../shared/evidence/source.ts';
import { countWords, wholeText } from '../../../shared/evidence/text.ts';
import type { NewEdition, NewSource, SourceRow } from '../db/sources-repository.ts';
import type { Tables } from '../db/store.ts';

/** A file that was read, with the name and the hash it is kept under. */
export interface ReadFile {
  /** SHA-256. */
  readonly edition: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly extraction: Extraction;
}

/** @throws DespatchError `evidence.notFound` */
export function findSource({ sources }: Tables, sourceId: string): SourceRow {
  const row = sources.find(sourceId);
  if (!row) throw new DespatchError('evidence.notFound', { sourceId });
  return row;
}

/** @throws DespatchError `library.damaged` */
export function detailsOf(row: SourceRow): SourceDetails {
  const details = sourceDetailsSchema.safeParse(row.details);
  if (details.success) return details.data;
  throw new DespatchError('library.damaged', {
    reason: `what is known of “${row.title}” is not as this version writes it`,
  });
}

export function wholeSource(tables: Tables, row: SourceRow): Source {
  const { id, kind, supersededBy, addedAt, updatedAt, deletedAt } = row;
  const editions = tables.sources.editions(id);
  return { id, kind, ...detailsOf(row), editions, supersededBy, addedAt, updatedAt, deletedAt };
}

function editionOf({ edition, fileName, bytes, extraction }: ReadFile, addedAt: string): NewEdition {
  const { mediaType, textState, paged, pages, outline, notices } = extraction;
  return {
    id: edition,
    fileName,
    mediaType,
    bytes,
    addedAt,
    textState,
    paged,
    pages: pages.length,
    words: pages.reduce((sum, { text }) => sum + countWords(text), 0),
    outline,
    notices,
  };
}

/** What a search must know beside the words; of the bin it knows nothing. */
function putIntoSearch(tables: Tables, sourceId: string): void {
  const row = findSource(tables, sourceId);
  if (row.deletedAt !== null) return;
  const { id, edition, title, author, organisation } = row;
  const { own, description } = detailsOf(row);
  tables.passages.putSource({ id, edition, title, author, organisation, own, description });
}

export function addSource(
  tables: Tables,
  id: string,
  file: ReadFile,
  details: SourceDetails,
  time: string,
): void {
  const { kind, pages } = file.extraction;
  tables.sources.insert({ id, kind, details, edition: editionOf(file, time), addedAt: time });
  tables.passages.put(file.edition, pages);
  putIntoSearch(tables, id);
}

/** An edition as another library knew it, with its words. */
export interface PackedEditionRows {
  readonly edition: NewEdition;
  readonly pages: readonly ExtractedPage[];
}

/** A source as another library knew it. @param source its editions newest first, at least one. */
export function addPacked(
  tables: Tables,
  source: Omit<NewSource, 'edition'> & {
    readonly updatedAt: string;
    readonly editions: readonly PackedEditionRows[];
  },
): void {
  const { id, kind, details, addedAt, updatedAt } = source;
  const [present, ...past] = source.editions;
  if (!present) return;
  tables.sources.insert({ id, kind, details, edition: present.edition, addedAt });
  tables.passages.put(present.edition.id, present.pages);
  for (const { edition, pages } of past) {
    tables.sources.addPastEdition(id, edition);
    tables.passages.put(edition.id, pages);
    tables.passages.hide(edition.id);
  }
  changeSource(tables, id, details, updatedAt);
}

/** @param isNew whether the edition becomes a past one of the source; otherwise it is one, with less known of it. */
export function completePacked(
  tables: Tables,
  source: SourceRow,
  { edition, pages }: PackedEditionRows,
  isNew: boolean,
): void {
  if (isNew) tables.sources.addPastEdition(source.id, edition);
  else tables.sources.completeEdition(edition);
  putWords(tables, edition.id, pages, edition.addedAt);
  if (isNew || source.edition !== edition.id || source.deletedAt !== null) tables.passages.hide(edition.id);
}

/** Words in the place of others, which what is cited may have rested on. */
function putWords(
  { passages, links }: Tables,
  edition: string,
  pages: readonly ExtractedPage[],
  time: string,
): void {
  const before = passages.wholeText(edition);
  passages.put(edition, pages);
  if (before !== '' && before !== wholeText(pages)) links.flagReread(edition, time);
}

/** The file of an edition of which only details were known, or some of its words. */
export function completeEdition(tables: Tables, source: SourceRow, file: ReadFile, time: string): void {
  const { edition, extraction } = file;
  tables.sources.completeEdition(editionOf(file, time));
  putWords(tables, edition, extraction.pages, time);
  if (source.deletedAt !== null || source.edition !== edition) tables.passages.hide(edition);
}

/** The file becomes the newest edition of a source. */
export function addEdition(tables: Tables, source: SourceRow, file: ReadFile, time: string): void {
  const { kind, pages } = file.extraction;
  tables.passages.hide(source.edition);
  tables.sources.addEdition(source.id, kind, editionOf(file, time), time);
  tables.passages.put(file.edition, pages);
  if (source.deletedAt !== null) tables.passages.hide(file.edition);
  putIntoSearch(tables, source.id);
}

export function changeSource(tables: Tables, id: string, details: SourceDetails, time: string): void {
  tables.sources.change(id, details, time);
  putIntoSearch(tables, id);
}

/** Binning twice does not make it look binned later than it was. */
export function binSource(tables: Tables, source: SourceRow, time: string): void {
  if (source.deletedAt !== null) return;
  tables.sources.setDeletedAt(source.id, time, time);
  tables.passages.hide(source.edition);
  tables.passages.removeSource(source.id);
}

export function restoreSource(tables: Tables, source: SourceRow, time: string): void {
  if (source.deletedAt === null) return;
  tables.sources.setDeletedAt(source.id, null, time);
  tables.passages.makeFindable(source.edition);
  putIntoSearch(tables, source.id);
}

/** The file of one source becomes the newest edition of another, and the first is gone. */
export function absorbSource(tables: Tables, source: SourceRow, into: SourceRow, time: string): void {
  tables.passages.hide(into.edition);
  tables.passages.removeSource(source.id);
  tables.sources.absorb(source, into.id, time);
  tables.links.repoint(source.id, into.id);
  tables.intake.setAbsorbed(source.id, into);
  if (into.deletedAt === null) tables.passages.makeFindable(source.edition);
  else tables.passages.hide(source.edition);
  putIntoSearch(tables, into.id);
}
