/** What whoever sends a document out should know of the sources printed with it. */
import type { DespatchDocument } from '../document/schema.ts';
import { knownBlocks } from '../document/walk.ts';
import { backgroundNotices, listsBackgroundPapers } from './background-papers.ts';
import { isMarkedHigher, type PrintEvidence } from './evidence.ts';

export function isCiting(document: DespatchDocument): boolean {
  for (const { citations } of knownBlocks(document)) if (citations.length > 0) return true;
  return false;
}

/** As sentences. */
export function exportNotices(
  document: DespatchDocument,
  { form, sources, backgroundPapers, quoteHigher }: PrintEvidence,
): string[] {
  const higher = [...sources.values()].filter(({ marking }) => isMarkedHigher(marking, document.marking));
  const names = higher.map(({ csl }) => `“${csl.title?.trim() || 'Untitled source'}”`).join(', ');
  const quoted = form === 'annex' && quoteHigher ? 'quotes' : 'names';
  return [
    ...(form === 'none' || higher.length === 0
      ? []
      : [`The document ${quoted} sources that are marked higher than it is: ${names}.`]),
    ...(backgroundPapers && listsBackgroundPapers(document) ? backgroundNotices(document, sources) : []),
  ];
}
