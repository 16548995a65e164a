/** Entering a file that was read in the library: a new source, a new edition, or nothing new. */

import { DespatchError } from '../../../shared/contract/errors.ts';
import type { IntakeRow } from '../../../shared/contract/evidence-source-calls.ts';
import type { Extraction } from '../../../shared/evidence/extraction.ts';
import type { Edition } from '../../../shared/evidence/source.ts';
import type { SourceRow } from '../db/sources-repository.ts';
import type { Tables } from '../db/store.ts';
import { firstDetails } from './first-details.ts';
import { addEdition, addSource, completeEdition, findSource, restoreSource } from './source-rows.ts';

export interface ReadyFile {
  /** SHA-256 of its bytes, which are kept or about to be. */
  readonly edition: string;
  readonly fileName: string;
  readonly bytes: number;
  /** null: it was not read, because the library has these bytes and their words. */
  readonly extraction: Extraction | null;
  /** The source that an earlier state of the same file became. */
  readonly before: string | null;
}

export interface EnterOptions {
  readonly editionOf: string | null;
  /** Whether a person chose the file, who then does not want it in the bin. */
  readonly chosen: boolean;
  readonly mint: () => string;
  /** ISO 8601, UTC. */
  readonly time: string;
}

/** What the report says of the file; its name there is known already. */
export type Entered = Omit<IntakeRow, 'file'>;

/** To be run in a write transaction. @throws DespatchError `evidence.notFound` */
export function enter(tables: Tables, file: ReadyFile, options: EnterOptions): Entered {
  const known = tables.sources.ofEdition(file.edition);
  const { extraction } = file;
  if (known !== undefined) {
    const source = findSource(tables, known);
    if (extraction === null) return enterKnown(tables, source, file.edition, options);
    completeEdition(tables, source, { ...file, extraction }, options.time);
    const { status, ...there } = enterKnown(tables, source, file.edition, options);
    const says = `The library had its details; now it has all of it. ${there.reason ?? ''}`.trim();
    return { ...there, status, reason: says };
  }
  // Read as known, and gone since: only another process could do that.
  if (extraction === null) throw new DespatchError('evidence.notFound', { file: file.fileName });
  const read = { ...file, extraction };
  if (options.editionOf !== null) {
    const source = findSource(tables, options.editionOf);
    addEdition(tables, source, read, options.time);
    return entered(tables, source.id, file.edition, 'newEdition', remark(extraction), null);
  }
  const details = firstDetails(extraction, file.fileName);
  const offer = stillThere(tables, file.before) ?? tables.sources.looksLike(details, file.fileName) ?? null;
  const id = options.mint();
  addSource(tables, id, read, details, options.time);
  return entered(tables, id, file.edition, 'added', remark(extraction), offer);
}

function enterKnown(tables: Tables, source: SourceRow, edition: string, options: EnterOptions): Entered {
  const { id, title, deletedAt } = source;
  const says: string[] = [];
  if (options.editionOf === id) says.push('It is an edition of this source already.');
  else if (options.editionOf !== null)
    says.push(`It is in the library already, as an edition of “${title}”.`);
  else if (source.edition !== edition) says.push(`It is an earlier edition of “${title}”.`);
  if (deletedAt !== null && options.chosen) {
    restoreSource(tables, source, options.time);
    says.push('It was in the bin and has been taken out of it.');
  } else if (deletedAt !== null) says.push('It is in the bin.');
  return entered(tables, id, edition, 'duplicate', says.length === 0 ? null : says.join(' '), null);
}

function entered(
  tables: Tables,
  sourceId: string,
  edition: string,
  status: IntakeRow['status'],
  reason: string | null,
  offer: IntakeRow['offer'],
): Entered {
  const { title, kind } = findSource(tables, sourceId);
  const found = tables.sources.editions(sourceId).find(({ id }) => id === edition);
  return {
    sourceId,
    title,
    kind,
    pages: found?.pages ?? null,
    words: found?.words ?? null,
    status,
    reason,
    offer,
  };
}

/** The source that the same file was before, unless somebody has thrown it away. */
function stillThere({ sources }: Tables, sourceId: string | null): IntakeRow['offer'] {
  const row = sourceId === null ? undefined : sources.find(sourceId);
  return row && row.deletedAt === null ? { sourceId: row.id, title: row.title } : null;
}

const stateRemarks: Readonly<Record<Edition['textState'], string | null>> = {
  text: null,
  partlyScanned: 'Some of its pages are scans without text; their words cannot be searched or quoted.',
  scanned: 'It is a scan without text: its words cannot be searched or quoted until they are recognised.',
  none: 'It has no words of its own; describe it, and it can be found by that.',
};

/** What its reader should know, in one line; null: nothing. */
function remark({ notices, textState }: Extraction): string | null {
  const says = notices.length > 0 ? notices.join(' ') : stateRemarks[textState];
  return says === null ? null : says.replace(/\s+/g, ' ').trim();
}
