/** What a clerk wants to know of papers before a pack is built: how long they are, and what of them is withheld. */

import type { CallContext } from '../../../shared/contract/calls.ts';
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { PaperFacts } from '../../../shared/contract/meeting-calls.ts';
import { parseDocument } from '../../../shared/document/parse.ts';
import { exemptPassages } from '../../../shared/pack/exempt-passages.ts';
import type { Paper } from '../../../shared/pack/meeting.ts';
import { papersOf } from '../../../shared/pack/papers-of.ts';
import type { PackRow } from '../db/packs-repository.ts';
import type { Tables } from '../db/store.ts';
import type { ReadingProcess } from '../evidence/reading-process.ts';
import type { FeatureHandlers, Services } from '../handlers.ts';
import { knownDocument } from '../known-document.ts';
import { rawDocument } from '../stored-document.ts';
import { findMeeting } from './meeting-handlers.ts';

type Pages = Pick<PaperFacts, 'pages' | 'pagesAre'>;
const unknownPages: Pages = { pages: null, pagesAre: null };

/** @param reader counts the pages of PDFs: they are foreign files. */
export function paperFactsHandlers(
  { store, originals }: Services,
  reader: Pick<ReadingProcess, 'sizes'>,
): FeatureHandlers<'meetings.paperFacts'> {
  /** By hash; a file that could not be read is looked at again. */
  const pagesOfFile = new Map<string, number>();
  /** By document and revision. */
  const passages = new Map<string, number>();

  async function pagesOfPdf(sha256: string, signal: CallContext['signal']): Promise<Pages> {
    const known = pagesOfFile.get(sha256);
    if (known !== undefined) return { pages: known, pagesAre: 'counted' };
    try {
      const sizes = await reader.sizes({ edition: sha256, file: originals.pathOf(sha256) }, signal);
      const pages = sizes.length / 2;
      pagesOfFile.set(sha256, pages);
      return { pages, pagesAre: 'counted' };
    } catch (thrown) {
      if (!(thrown instanceof DespatchError) || thrown.code === 'call.cancelled') throw thrown;
      // What is wrong with it is said by the check of the pack.
      return unknownPages;
    }
  }

  function passagesOf(tables: Tables, documentId: string): number {
    const row = tables.documents.find(documentId);
    if (!row || row.deletedAt !== null) return 0;
    const key = `${documentId} ${row.revision}`;
    const known = passages.get(key);
    if (known !== undefined) return known;
    const count = countPassages(tables, row);
    passages.set(key, count);
    return count;
  }

  return {
    'meetings.paperFacts': async ({ meetingId }, { signal }) => {
      const { papers, files, packs } = store().read((tables) => ({
        papers: papersOf(findMeeting(tables, meetingId).meeting).map(({ paper }) => paper),
        files: tables.meetings.files(meetingId),
        packs: tables.packs.ofMeeting(meetingId),
      }));
      const facts: PaperFacts[] = [];
      for (const paper of papers) {
        const { id: paperId, source } = paper;
        const isPdf = source.type === 'file' && files.get(source.sha256)?.kind === 'pdf';
        const pages = isPdf
          ? await pagesOfPdf(source.sha256, signal)
          : store().read((tables) => pagesAsBuilt(tables, packs, paper));
        const withheld =
          source.type === 'document' ? store().read((tables) => passagesOf(tables, source.documentId)) : 0;
        facts.push({ paperId, ...pages, exemptPassages: withheld });
      }
      return facts;
    },
  };
}

/** A document of a newer version cannot be understood, nor built. */
function countPassages(tables: Tables, row: Parameters<typeof rawDocument>[1]): number {
  try {
    return exemptPassages(knownDocument(parseDocument(rawDocument(tables, row))));
  } catch (thrown) {
    if (thrown instanceof DespatchError) return 0;
    throw thrown;
  }
}

/** As the paper was set in the pack that was built last, the restricted one before the public, which may have less of it. */
function pagesAsBuilt({ documents }: Tables, packs: readonly PackRow[], { id, source }: Paper): Pages {
  const lately = packs.toSorted(
    (a, b) => b.builtAt.localeCompare(a.builtAt) || b.audience.localeCompare(a.audience),
  );
  for (const { plan, sources } of lately) {
    const built = sources.find(({ paperId }) => paperId === id);
    if (!built) continue;
    const pages = plan.pages.filter(({ paperId, paperPage }) => paperId === id && paperPage !== null).length;
    if (pages === 0) continue;
    if (source.type === 'file' && 'sha256' in built && built.sha256 === source.sha256)
      return { pages, pagesAre: 'built' };
    if (source.type !== 'document' || !('documentId' in built) || built.documentId !== source.documentId)
      continue;
    const isSame = documents.find(source.documentId)?.revision === built.revision;
    return { pages, pagesAre: isSame ? 'built' : 'outdated' };
  }
  return unknownPages;
}
