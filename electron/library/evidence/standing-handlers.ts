/** What documents rest on. */
import { checkEvidence } from '../../../shared/checks/evidence-check.ts';
import type { CallContext } from '../../../shared/contract/calls.ts';
import type { CitationUse, evidenceStandingCalls } from '../../../shared/contract/evidence-standing-calls.ts';
import { parseSection } from '../../../shared/document/parse.ts';
import { blockText } from '../../../shared/document/walk.ts';
import { anchorKey } from '../../../shared/evidence/anchor-key.ts';
import type { CitationLink } from '../db/links-repository.ts';
import type { Tables } from '../db/store.ts';
import type { FeatureHandlers, Services } from '../handlers.ts';
import { findDocument, parsedDocument } from '../stored-document.ts';
import type { Anchors } from './anchors.ts';
import { anchorsOf, evidenceFacts, toSee, type Uses, usesOf } from './evidence-facts.ts';

export function standingHandlers(
  services: Services,
  anchors: Anchors,
): FeatureHandlers<keyof typeof evidenceStandingCalls> {
  const { store, now, evidenceNews } = services;

  /** With the words of their blocks as last saved; document by document. */
  async function citationUses(links: readonly CitationLink[], context: CallContext): Promise<CitationUse[]> {
    const found = await anchorsOf(links, services, anchors, context);
    return store().read((tables) => {
      const words = wordsOf(tables, links);
      return links.flatMap((link, at) => {
        const { source, anchor } = found[at] ?? {};
        const said = words.get(link.documentId);
        // Gone while its words were looked for.
        if (!anchor || !said) return [];
        const { documentId, blockId, citationId, edition, bearing, locator, citedId } = link;
        return {
          documentId,
          blockId,
          citationId,
          documentTitle: said.title,
          words: said.blocks.get(blockId) ?? '',
          sourceId: source?.id ?? citedId,
          edition,
          bearing,
          locator,
          anchor,
        };
      });
    });
  }

  return {
    'standing.facts': async ({ documentId, citations = [], lines = [] }, context) => {
      const saved: Uses = store().read((tables) => {
        findDocument(tables, documentId);
        return {
          citations: tables.links.ofDocument(documentId),
          lines: tables.lines.linesOfDocument(documentId),
        };
      });
      const all = new Map(saved.citations.map((one) => [anchorKey(one.blockId, one.citationId), one]));
      for (const { sourceId, ...one } of citations) {
        all.set(anchorKey(one.blockId, one.citationId), { ...one, documentId, citedId: sourceId });
      }
      const uses = { citations: [...all.values()], lines: [...saved.lines, ...lines] };
      return evidenceFacts(uses, services, anchors, context);
    },
    'standing.check': async ({ documentId }, context) => {
      const { document } = store().read((tables) => parsedDocument(tables, documentId));
      return checkEvidence(document, await evidenceFacts(usesOf(document), services, anchors, context));
    },
    'standing.uses': ({ sourceId }, context) =>
      citationUses(
        store().read(({ links }) => links.ofSource(sourceId)),
        context,
      ),
    'standing.unseen': async (_input, context) => {
      const uses = await citationUses(
        store().read(({ links }) => links.outOfDate()),
        context,
      );
      return uses.filter(({ anchor }) => anchor.unseen);
    },
    'standing.seen': async ({ places, by }) => {
      const at = now().toISOString();
      store().write((tables) => {
        for (const { place, seen } of seenAt(tables, places)) {
          // Of what is as it was taken nobody need remember a look.
          if (seen.asTaken && tables.links.look(place) === null) continue;
          tables.links.putLook(place, { look: { at: seen.at, reread: false }, by, at });
        }
      });
      evidenceNews.changed();
      return {};
    },
    'standing.unsee': async ({ places }) => {
      const at = now().toISOString();
      store().write((tables) => {
        for (const { place, seen } of seenAt(tables, places)) {
          if (!seen.asTaken) tables.links.removeLook(place);
          else if (tables.links.look(place)) {
            tables.links.putLook(place, { look: { at: seen.at, reread: true }, by: '', at });
          }
        }
      });
      evidenceNews.changed();
      return {};
    },
  };
}

/** What of the sources of these citations is to be seen; of those that are gone, nothing. */
function seenAt(tables: Tables, places: readonly CitationPlace[]) {
  const links = new Map<string, ReadonlyMap<string, CitationLink>>();
  return places.flatMap((place) => {
    const { documentId, blockId, citationId } = place;
    const known = links.get(documentId) ?? linksOf(tables, documentId);
    links.set(documentId, known);
    const link = known.get(anchorKey(blockId, citationId));
    const source = link ? tables.links.cited(link.citedId, link.edition) : null;
    return link && source ? [{ place, seen: toSee(link, source) }] : [];
  });
}

/** @throws DespatchError `document.notFound` */
function linksOf(tables: Tables, documentId: string): ReadonlyMap<string, CitationLink> {
  findDocument(tables, documentId);
  return new Map(
    tables.links.ofDocument(documentId).map((link) => [anchorKey(link.blockId, link.citationId), link]),
  );
}

type CitationPlace = Pick<CitationLink, 'documentId' | 'blockId' | 'citationId'>;

interface Said {
  readonly title: string;
  readonly blocks: Map<string, string>;
}

/** Titles of documents and the words of the blocks in the sections concerned; each section is read once. */
function wordsOf(tables: Tables, links: readonly CitationLink[]): Map<string, Said> {
  const found = new Map<string, Said>();
  const sections = new Map<string, Set<string>>();
  for (const { documentId, sectionId } of links) {
    const known = sections.get(documentId) ?? new Set();
    sections.set(documentId, known.add(sectionId));
  }
  for (const [documentId, ids] of sections) {
    const row = tables.documents.find(documentId);
    if (!row || row.deletedAt !== null) continue;
    const blocks = new Map<string, string>();
    for (const id of ids) {
      const body = tables.documents.section(documentId, id);
      if (body === undefined) continue;
      for (const block of parseSection(body, 0).blocks) {
        if (block.kind !== 'unknown') blocks.set(block.id, blockText(block));
      }
    }
    found.set(documentId, { title: row.title, blocks });
  }
  return found;
}
