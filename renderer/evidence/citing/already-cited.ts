/** Whether a point rests on a passage already, though perhaps a word more or less of it was quoted. */
import type { Citation } from '../../../shared/document/schema.ts';
import type { TakenPassage } from '../../../shared/evidence/taken.ts';

/** Of a passage that holds what was quoted and more, the share that must have been. */
const MOST_OF_IT = 0.5;

const onOneLine = (words: string): string => words.replace(/\s+/gu, ' ').trim();

export function isCitedAlready(
  citations: readonly Pick<Citation, 'evidenceId' | 'locator'>[],
  { evidenceId, locator }: Pick<TakenPassage, 'evidenceId' | 'locator'>,
): boolean {
  const words = onOneLine(locator.quote.exact);
  return citations.some((citation) => {
    if (citation.evidenceId !== evidenceId) return false;
    // A table says the same words on many pages.
    if (citation.locator.page !== locator.page) return false;
    const cited = onOneLine(citation.locator.quote.exact);
    return cited.includes(words) || (words.includes(cited) && cited.length >= MOST_OF_IT * words.length);
  });
}
