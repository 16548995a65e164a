/** What an export takes of the evidence library: the cited sources, and where the words of each citation stand today. */
import type { ExportEvidence } from '../../../shared/contract/citation-style-calls.ts';
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { Citation, DespatchDocument } from '../../../shared/document/schema.ts';
import { knownBlocks } from '../../../shared/document/walk.ts';
import type { CitedSource } from '../../../shared/evidence/cited-source.ts';
import { sourceDetailsSchema } from '../../../shared/evidence/source.ts';
import type { Tables } from '../db/store.ts';

export interface PlacedCitation {
  readonly blockId: string;
  readonly citation: Pick<Citation, 'id' | 'evidenceId' | 'edition' | 'locator'>;
}

export function placedCitations(document: DespatchDocument): PlacedCitation[] {
  return [...knownBlocks(document)].flatMap(({ id: blockId, citations }) =>
    citations.map((citation) => ({ blockId, citation })),
  );
}

/** Under the id it is cited by, also where it has become part of another source since. */
function citedSource({ sources, editions }: Tables, id: string, edition: string | null): CitedSource | null {
  const inOther = edition === null ? undefined : sources.ofEdition(edition);
  const row = sources.find(id) ?? (inOther === undefined ? undefined : sources.find(inOther));
  if (!row) return null;
  const details = sourceDetailsSchema.safeParse(row.details);
  if (!details.success) {
    throw new DespatchError('library.damaged', {
      reason: `the details of the source ${row.id} are not readable`,
    });
  }
  const { csl, published, marking } = details.data;
  const named = csl.title === undefined || csl.title.trim() === '' ? { ...csl, title: row.title } : csl;
  const paged = editions.get(row.edition)?.paged === true;
  return { id, csl: named, published, marking, paged };
}

/** Those that the library has. @throws DespatchError `library.*` */
export function citedSources(tables: Tables, citations: readonly PlacedCitation[]): CitedSource[] {
  const found = new Map<string, CitedSource>();
  for (const { citation } of citations) {
    if (found.has(citation.evidenceId)) continue;
    const source = citedSource(tables, citation.evidenceId, citation.edition);
    if (source) found.set(citation.evidenceId, source);
  }
  return [...found.values()];
}

/** @throws DespatchError `library.*` */
export function exportEvidence(tables: Tables, citations: readonly PlacedCitation[]): ExportEvidence {
  return { sources: citedSources(tables, citations), pages: {} };
}
