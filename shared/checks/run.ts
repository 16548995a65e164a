/** Every rule, registered once, and the one function that runs them. */
import type { DespatchDocument } from '../document/schema.ts';
import type { EvidenceFacts } from '../evidence/facts.ts';
import { alternativeTextWords, headingSkipped, linkWords, longTableRow } from './accessibility.ts';
import { acronym } from './acronym.ts';
import { agendaSections } from './agenda-sections.ts';
import { appendixNotCited } from './appendix-not-cited.ts';
import { appendixNotListed } from './appendix-not-listed.ts';
import { brokenReference } from './broken-reference.ts';
import { brokenSentence } from './broken-sentence.ts';
import { emptySection } from './empty-section.ts';
import { figureNotCited } from './evidence-figures.ts';
import { quotationDiffers } from './evidence-quotations.ts';
import { sourceRules } from './evidence-sources.ts';
import type { Finding } from './finding.ts';
import { labelNumber } from './label-number.ts';
import { limits } from './limits.ts';
import { missingAlternativeText } from './missing-alternative-text.ts';
import { missingFields } from './missing-field.ts';
import { missingMarking } from './missing-marking.ts';
import { missingTitle } from './missing-title.ts';
import { placeholder } from './placeholder.ts';
import { quotationWithoutSource } from './quotation-without-source.ts';
import { repeatedWord } from './repeated-word.ts';
import { checkContext, type PendingRepair, type Rule } from './rule.ts';
import { standingLineChanged } from './standing-line-changed.ts';
import { emptyColumnHeader, tableWithoutHeader } from './table-headers.ts';
import { typedReference, typedReferenceUnresolved } from './typed-reference.ts';
import { unprintableSign } from './unprintable-sign.ts';
import { unreviewedRepair } from './unreviewed-repair.ts';
import { unsourcedFigure } from './unsourced-figure.ts';

/** In the order in which findings on one block are shown. */
export const rules: readonly Rule[] = [
  missingTitle,
  missingMarking,
  ...missingFields,
  limits,
  missingAlternativeText,
  alternativeTextWords,
  unprintableSign,
  tableWithoutHeader,
  emptyColumnHeader,
  longTableRow,
  headingSkipped,
  linkWords,
  placeholder,
  agendaSections,
  labelNumber,
  emptySection,
  brokenSentence,
  unreviewedRepair,
  repeatedWord,
  acronym,
  unsourcedFigure,
  figureNotCited,
  quotationWithoutSource,
  quotationDiffers,
  ...sourceRules,
  standingLineChanged,
  appendixNotListed,
  appendixNotCited,
  brokenReference,
  typedReferenceUnresolved,
  typedReference,
];

/**
 * Checks in small steps: whoever must not be held up runs one when there is time, or runs no more of them.
 * The document is only read. Time is linear in its length.
 *
 * @param pendingRepairs repairs of the import report still in state `pending`; those on blocks that are gone are
 *   left out.
 * @param facts what is known of the sources that are cited; null: only what needs none of it is judged.
 * @returns everything worth saying, in reading order; on one block in the order of `rules`.
 */
export function* checkRules(
  document: DespatchDocument,
  pendingRepairs: readonly PendingRepair[] = [],
  facts: EvidenceFacts | null = null,
): Generator<void, Finding[]> {
  const context = checkContext(document, pendingRepairs, facts);
  const place = new Map(context.blocks.map(({ block }, at) => [block.id, at]));
  const found: { finding: Finding; at: number }[] = [];
  yield;
  for (const rule of rules) {
    for (const finding of rule.check(context)) {
      if (finding)
        found.push({ finding: { rule: rule.name, ...finding }, at: place.get(finding.blockId) ?? -1 });
      else yield;
    }
    yield;
  }
  // The sort is stable, so the order of the rules stands within a block.
  return found.sort((a, b) => a.at - b.at).map(({ finding }) => finding);
}

/** `checkRules` from beginning to end. */
export function checkDocument(
  document: DespatchDocument,
  pendingRepairs: readonly PendingRepair[] = [],
  facts: EvidenceFacts | null = null,
): Finding[] {
  const steps = checkRules(document, pendingRepairs, facts);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
