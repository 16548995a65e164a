/** How the sources of a document are printed with it: what is asked for, and what is known of them. */
import { DespatchError } from '../contract/errors.ts';
import type { Citation, Marking } from '../document/schema.ts';
import { plainText } from '../document/walk.ts';
import { anchorKey } from '../evidence/anchor-key.ts';
import type { CitedSource } from '../evidence/cited-source.ts';
import type { Cited, MakeCiter } from './citer.ts';
import type { WithWords } from './words.ts';

/** notes: at the foot of the page. endnotes: in a list at the end. annex: a table of points and quotations. */
export const evidenceForms = ['notes', 'endnotes', 'annex', 'none'] as const;
export type EvidenceForm = (typeof evidenceForms)[number];

export interface PrintEvidence {
  readonly form: EvidenceForm;
  readonly makeCiter: MakeCiter;
  /** Those that the library has of the cited ones. */
  readonly sources: ReadonlyMap<string, CitedSource>;
  /** By `anchorKey`: where the words of a citation stand today, of those that were found unchanged. */
  readonly pages: ReadonlyMap<string, number | null>;
  /** Whether a report lists the background papers that its citations make. */
  readonly backgroundPapers: boolean;
  /** Whether words are quoted of a source that is marked higher than the document: only where somebody chose it. */
  readonly quoteHigher: boolean;
}

/** Enough of a block to find it by. */
const OPENING = 60;

export function isMarkedHigher(source: Marking | null, document: Marking | null): boolean {
  return source?.classification === 'OFFICIAL-SENSITIVE' && document?.classification !== 'OFFICIAL-SENSITIVE';
}

/** The page to name, counted from 1; null where the source has none or the whole of it is meant. */
export function pageOf(
  blockId: string,
  citation: Citation,
  { sources, pages }: PrintEvidence,
): number | null {
  if (sources.get(citation.evidenceId)?.paged !== true) return null;
  const key = anchorKey(blockId, citation.id);
  return pages.has(key) ? (pages.get(key) ?? null) : citation.locator.page;
}

/** The same source at the same page is named once, as what speaks against the point where any of it does. */
export function citedAt(blockId: string, citations: readonly Citation[], evidence: PrintEvidence): Cited[] {
  const cited = new Map<string, Cited>();
  for (const citation of citations) {
    const { evidenceId: sourceId, bearing } = citation;
    const page = pageOf(blockId, citation, evidence);
    const key = `${sourceId} ${page}`;
    const known = cited.get(key);
    if (known && (known.bearing === 'contradicts' || bearing !== 'contradicts')) continue;
    cited.set(key, { sourceId, page, bearing });
  }
  return [...cited.values()];
}

/** @throws DespatchError `export.evidenceMissing` with `blockId`, `words` and `sourceId`. */
export function requireSources(
  { id, content }: WithWords,
  citations: readonly Citation[],
  { sources }: PrintEvidence,
): void {
  const missing = citations.find(({ evidenceId }) => !sources.has(evidenceId));
  if (!missing) return;
  throw new DespatchError('export.evidenceMissing', {
    blockId: id,
    sourceId: missing.evidenceId,
    words: plainText(content).trim().slice(0, OPENING),
  });
}
