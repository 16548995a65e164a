/** What an export takes of the evidence library: the cited sources, and where the words of each citation stand today. */
import type { CallContext } from '../../../shared/contract/calls.ts';
import type { ExportEvidence } from '../../../shared/contract/citation-style-calls.ts';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { anchorKey } from '../../../shared/evidence/anchor-key.ts';
import type { CitedSource } from '../../../shared/evidence/cited-source.ts';
import { sourceDetailsSchema } from '../../../shared/evidence/source.ts';
import type { Tables } from '../db/store.ts';
import type { Services } from '../handlers.ts';
import type { Anchors } from './anchors.ts';
import { anchorsOf, type PlacedCitation } from './evidence-facts.ts';

/** Under the id it is cited by, also where it has become part of another source since. */
function citedSource(
  { sources, editions }: Tables,
  { citedId, edition }: PlacedCitation,
): CitedSource | null {
  const inOther = edition === null ? undefined : sources.ofEdition(edition);
  const row = sources.find(citedId) ?? (inOther === undefined ? undefined : sources.find(inOther));
  if (!row) return null;
  const details = sourceDetailsSchema.safeParse(row.details);
  if (!details.success) {
    const reason = `the details of the source ${row.id} are not readable`;
    throw new DespatchError('library.damaged', { reason });
  }
  const { csl, published, marking } = details.data;
  const named = csl.title === undefined || csl.title.trim() === '' ? { ...csl, title: row.title } : csl;
  const paged = editions.get(row.edition)?.paged === true;
  return { id: citedId, csl: named, published, marking, paged };
}

/** @throws DespatchError `library.*`, `call.cancelled` */
export async function exportEvidence(
  citations: readonly PlacedCitation[],
  services: Pick<Services, 'store'>,
  anchors: Anchors,
  context: CallContext,
): Promise<ExportEvidence> {
  if (citations.length === 0) return { sources: [], pages: {} };
  const sources = new Map<string, CitedSource>();
  services.store().read((tables) => {
    for (const citation of citations) {
      if (sources.has(citation.citedId)) continue;
      const source = citedSource(tables, citation);
      if (source) sources.set(citation.citedId, source);
    }
  });
  const pages: Record<string, number | null> = {};
  const found = await anchorsOf(citations, services, anchors, context);
  for (const [at, { blockId, citationId }] of citations.entries()) {
    const anchor = found[at]?.anchor;
    if (!anchor?.place || (anchor.state !== 'same' && anchor.state !== 'moved')) continue;
    pages[anchorKey(blockId, citationId)] = anchor.place.page;
  }
  return { sources: [...sources.values()], pages };
}
