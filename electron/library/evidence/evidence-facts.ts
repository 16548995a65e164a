/** What the library knows of the sources of citations, put together for those who judge them. */

import type { CallContext } from '../../../shared/contract/calls.ts';
import { dayHere } from '../../../shared/day-here.ts';
import type { DespatchDocument } from '../../../shared/document/schema.ts';
import { knownBlocks } from '../../../shared/document/walk.ts';
import { anchorKey } from '../../../shared/evidence/anchor-key.ts';
import type { Anchor, EvidenceFacts, SourceFacts } from '../../../shared/evidence/facts.ts';
import type { CitationLink, CitedSource } from '../db/links-repository.ts';
import type { Tables } from '../db/store.ts';
import type { Services } from '../handlers.ts';
import { lineFacts } from '../lines/line-facts.ts';
import type { Anchors } from './anchors.ts';

/** A citation and where it is; the section does not matter to what it rests on. */
export type PlacedCitation = Omit<CitationLink, 'sectionId' | 'bearing'>;

/** What of its source somebody has to look at for a citation. */
interface ToSee {
  readonly at: string;
  /** It is as it was when the citation was taken, unless its words are others. */
  readonly asTaken: boolean;
}

export function toSee({ edition }: Pick<PlacedCitation, 'edition'>, source: CitedSource): ToSee {
  if (source.deletedAt !== null) return { at: `bin ${source.deletedAt}`, asTaken: false };
  if (source.supersededBy) return { at: source.supersededBy.edition, asTaken: false };
  return { at: source.edition, asTaken: edition === null || edition === source.edition };
}

/** Whether nobody has looked, should the cited words have stayed, and should they be others. */
function unseenIf({ links }: Tables, citation: PlacedCitation, source: CitedSource) {
  const { at, asTaken } = toSee(citation, source);
  const look = links.look(citation);
  if (look?.at === at) return { stayed: false, changed: look.reread };
  return { stayed: !asTaken, changed: !asTaken };
}

/**
 * Where each citation stands, in their order.
 * @throws DespatchError `call.cancelled`, `library.*`
 */
export async function anchorsOf(
  citations: readonly PlacedCitation[],
  { store }: Pick<Services, 'store'>,
  anchors: Anchors,
  context: CallContext,
): Promise<{ readonly source: CitedSource | null; readonly anchor: Anchor }[]> {
  const known = store().read((tables) =>
    citations.map((citation) => {
      const source = tables.links.cited(citation.citedId, citation.edition);
      const unseen = source ? unseenIf(tables, citation, source) : { stayed: false, changed: false };
      return { citation, source, unseen };
    }),
  );
  const wanted = known.flatMap(({ citation: { locator }, source }) =>
    source ? { edition: source.edition, paged: source.paged, locator } : [],
  );
  const places = (await anchors.find(wanted, context)).values();
  return known.map(({ citation, source, unseen }) => {
    if (!source) return { source, anchor: { state: 'sourceMissing', place: null, unseen: false } };
    const place = places.next().value ?? { state: 'lost' as const, place: null };
    // A page of a scan has no words to stand anywhere, and those that describe a picture stand beside it: what was
    // cited is the page, or the picture.
    const wordless = citation.locator.quote.exact.trim() === '' || source.kind === 'image';
    const state = wordless ? 'same' : place.state;
    const changed = state === 'changed' || state === 'lost';
    return { source, anchor: { ...place, state, unseen: changed ? unseen.changed : unseen.stayed } };
  });
}

/** What a document as it is holds by reference: its citations, and the ids of its standing lines. */
export interface Uses {
  readonly citations: readonly PlacedCitation[];
  readonly lines: readonly string[];
}

export function usesOf(document: DespatchDocument): Uses {
  return { citations: citationsOf(document), lines: linesOf(document) };
}

/** The citations of a document as it is. */
export function citationsOf(document: DespatchDocument): PlacedCitation[] {
  return [...knownBlocks(document)].flatMap((block) =>
    block.citations.map(({ id, evidenceId, edition, locator }) => ({
      documentId: document.id,
      blockId: block.id,
      citationId: id,
      citedId: evidenceId,
      edition,
      locator,
    })),
  );
}

function linesOf(document: DespatchDocument): string[] {
  return [...knownBlocks(document)].flatMap(({ line }) => line?.id ?? []);
}

/** @throws DespatchError `call.cancelled`, `library.*` */
export async function evidenceFacts(
  { citations, lines }: Uses,
  services: Pick<Services, 'store' | 'now'>,
  anchors: Anchors,
  context: CallContext,
): Promise<EvidenceFacts> {
  const found = await anchorsOf(citations, services, anchors, context);
  const sources = new Map<string, SourceFacts>();
  const byKey: Record<string, Anchor> = {};
  for (const [at, { blockId, citationId, citedId }] of citations.entries()) {
    const one = found[at];
    if (!one) continue;
    byKey[anchorKey(blockId, citationId)] = one.anchor;
    // Under the name that the document knows it by, whatever source it is part of today.
    if (one.source) sources.set(citedId, factsOf(one.source, citedId));
  }
  return {
    today: dayHere(services.now()),
    sources: [...sources.values()],
    anchors: byKey,
    lines: services.store().read((tables) => lineFacts(tables, lines)),
  };
}

function factsOf({ supersededBy, deletedAt, ...source }: CitedSource, id: string): SourceFacts {
  return { ...source, id, supersededBy: supersededBy?.title ?? null, deleted: deletedAt !== null };
}
