/** Entering a document that came with its evidence: what the library has already is used, the rest is added. */
import type { DespatchDocument } from '../../../shared/document/schema.ts';
import {
  type DespatchPackage,
  ONLY_QUOTED,
  type PackedEdition,
  type PackedSource,
} from '../../../shared/portable/format.ts';
import { type IdThere, repointed } from '../../../shared/portable/repoint.ts';
import type { NewEdition, SourceRow } from '../db/sources-repository.ts';
import type { Tables } from '../db/store.ts';
import { addPacked, completePacked, findSource, restoreSource } from '../evidence/source-rows.ts';
import { insertDocument } from '../insert-document.ts';
import { enterLines } from './enter-lines.ts';
import type { PackedPicture } from './packed-pictures.ts';

export interface ReadPackage {
  readonly document: DespatchDocument;
  readonly parts: DespatchPackage;
  readonly pictures: readonly PackedPicture[];
}

export interface EnterOptions {
  readonly mint: () => string;
  readonly version: string;
  /** ISO 8601, UTC. */
  readonly time: string;
}

/** To be run in a write transaction. */
export function enterPackage(
  tables: Tables,
  { document, parts, pictures }: ReadPackage,
  options: EnterOptions,
): { documentId: string; notices: string[] } {
  const notices: string[] = [];
  const idOf = enterSources(tables, parts, options, notices);
  const taken = tables.documents.find(document.id) !== undefined;
  const documentId = taken ? options.mint() : document.id;
  if (taken) {
    notices.push(
      'A document of the same origin is in this library already, so this one was added as a copy.',
    );
  }
  const idHere: IdThere = (evidenceId) => idOf.get(evidenceId) ?? evidenceId;
  const here = repointed({ ...document, id: documentId }, idHere);
  // Before the document, which is then known to use them.
  notices.push(...enterLines(tables, parts.lines, idHere));
  for (const { sha256, mediaType, bytes } of pictures) {
    tables.assets.put(sha256, { mediaType, bytes }, options.time);
  }
  insertDocument(tables, here, [], options);
  for (const thread of parts.comments) tables.comments.put(documentId, thread);
  return { documentId, notices };
}

/** @returns what each source of the file is called here. */
function enterSources(
  tables: Tables,
  parts: DespatchPackage,
  options: EnterOptions,
  notices: string[],
): ReadonlyMap<string, string> {
  const idOf = new Map<string, string>();
  const added: PackedSource[] = [];
  let known = 0;
  for (const source of parts.sources) {
    const there = source.editions.flatMap(({ id }) => tables.sources.ofEdition(id) ?? []).at(0);
    if (there === undefined) {
      idOf.set(source.id, addNew(tables, source, parts, options));
      added.push(source);
    } else {
      idOf.set(source.id, there);
      known += 1;
      joinKnown(tables, findSource(tables, there), source, parts, options.time, notices);
    }
  }
  for (const { id, supersededBy, updatedAt } of added) {
    const [own, by] = [idOf.get(id), supersededBy === null ? undefined : idOf.get(supersededBy)];
    if (own !== undefined && by !== undefined && !leadsTo(tables, by, own)) {
      tables.sources.setSupersededBy(own, by, updatedAt);
    }
  }
  if (added.length > 0) notices.unshift(`${count(added.length, 'source')} came with it.`);
  if (known > 0)
    notices.unshift(`${count(known, 'source')} that it cites ${known === 1 ? 'was' : 'were'} here already.`);
  return idOf;
}

/** Whether one source is superseded by another, directly or through others. */
function leadsTo(tables: Tables, from: string, to: string): boolean {
  for (
    let next: string | null = from;
    next !== null;
    next = tables.sources.find(next)?.supersededBy ?? null
  ) {
    if (next === to) return true;
  }
  return false;
}

/** Under its own id, unless another source of this library has that. */
function addNew(tables: Tables, source: PackedSource, parts: DespatchPackage, options: EnterOptions): string {
  const id = tables.sources.find(source.id) === undefined ? source.id : options.mint();
  const editions = source.editions.map((edition) => ({
    edition: newEdition(edition),
    pages: pagesOf(parts, edition),
  }));
  addPacked(tables, { ...source, id, editions });
  return id;
}

/** Editions that the library lacks become past ones: what is meant today is for the owner of the library to say. */
function joinKnown(
  tables: Tables,
  row: SourceRow,
  source: PackedSource,
  parts: DespatchPackage,
  time: string,
  notices: string[],
): void {
  const here = tables.sources.editions(row.id);
  for (const edition of source.editions) {
    const same = here.find(({ id }) => id === edition.id);
    const other = tables.sources.ofEdition(edition.id);
    if (other !== undefined && other !== row.id) continue;
    const isWhole = !edition.notices.includes(ONLY_QUOTED);
    const packed = { edition: newEdition(edition), pages: pagesOf(parts, edition) };
    if (!same) {
      completePacked(tables, row, packed, true);
      if (edition.addedAt > (here[0]?.addedAt ?? '')) {
        notices.push(
          `“${row.title}” came in an edition that may be newer than the present one here; look at its editions.`,
        );
      }
    } else if (isWhole && same.notices.includes(ONLY_QUOTED)) completePacked(tables, row, packed, false);
  }
  if (row.deletedAt === null) return;
  restoreSource(tables, row, time);
  notices.push(`“${row.title}” was in the bin and has been taken out of it.`);
}

function newEdition({ paged, outline, ...edition }: PackedEdition): NewEdition {
  return { ...edition, paged, outline };
}

function pagesOf({ texts }: DespatchPackage, { id }: PackedEdition) {
  return texts.find(({ edition }) => edition === id)?.pages ?? [];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
