/** Every rule of the pack check, registered once, and the one function that runs them. */
import { appendixMissing, appendixNotReferenced } from './appendices.ts';
import {
  type CheckedItem,
  type CheckedPaper,
  type PackContext,
  type PackRule,
  type PackRuleFinding,
  packContext,
} from './context.ts';
import { exemptionNotLawful, exemptTitleInPublic, publicInterestMissing } from './exempt.ts';
import type { PackFinding } from './finding.ts';
import type { PackCheckInput } from './input.ts';
import { markingTooLow, sensitiveInPublic } from './markings.ts';
import { itemNumberTwice, lateWithoutReason, meetingIncomplete, noticeTooShort } from './meeting.ts';
import { itemWithoutPaper, paperMissing, paperToFollow, paperTwice, paperUnreadable } from './papers.ts';
import { paragraphNumberMissing, paragraphNumberTwice } from './paragraph-numbers.ts';
import { recommendationsDiffer } from './recommendations.ts';
import { itemNumberDiffers, itemReferenceBroken, pageReferenceBroken } from './references.ts';
import { fontsNotEmbedded, noLanguage, notTagged, scannedPages } from './supplied-access.ts';
import {
  formFlattened,
  hiddenLayers,
  partsRemoved,
  readersNotes,
  redactionNotApplied,
  wordsUnderBlack,
} from './supplied-hidden.ts';
import {
  documentTitle,
  fileDamaged,
  fileTooLarge,
  pageSize,
  pagesMissing,
  wrongTitle,
} from './supplied-whole.ts';
import { hiddenText, renumbered, trackedChanges, wordComments } from './word-leftovers.ts';

/** In the order in which findings on one item or paper are shown. */
export const packRules: readonly PackRule[] = [
  meetingIncomplete,
  noticeTooShort,
  itemNumberTwice,
  itemWithoutPaper,
  lateWithoutReason,
  exemptionNotLawful,
  publicInterestMissing,
  exemptTitleInPublic,
  paperMissing,
  paperUnreadable,
  paperToFollow,
  paperTwice,
  pagesMissing,
  redactionNotApplied,
  wordsUnderBlack,
  trackedChanges,
  wordComments,
  hiddenText,
  readersNotes,
  hiddenLayers,
  markingTooLow,
  sensitiveInPublic,
  recommendationsDiffer,
  appendixMissing,
  appendixNotReferenced,
  itemNumberDiffers,
  itemReferenceBroken,
  pageReferenceBroken,
  paragraphNumberTwice,
  paragraphNumberMissing,
  renumbered,
  scannedPages,
  notTagged,
  noLanguage,
  fontsNotEmbedded,
  wrongTitle,
  documentTitle,
  fileDamaged,
  fileTooLarge,
  pageSize,
  partsRemoved,
  formFlattened,
];

/**
 * What is to be looked at before a pack is published. Reads only; time is linear in the words of the papers.
 * @returns findings in the order of the agenda, those on the meeting first; on one paper in the order of `packRules`.
 */
export function checkPack(input: PackCheckInput): PackFinding[] {
  const context = packContext(input);
  const order = placesOf(context);
  const found = packRules.flatMap((rule) =>
    [...rule.check(context)].map((finding) => ({
      place: finding.at === undefined ? -1 : (order.get(finding.at) ?? -1),
      finding: whole(rule, finding),
    })),
  );
  // The sort is stable, so the order of the rules stands within a paper.
  return found.sort((a, b) => a.place - b.place).map(({ finding }) => finding);
}

function placesOf({ items }: PackContext): Map<CheckedItem | CheckedPaper, number> {
  const all = items.flatMap((item) => [item, ...item.papers]);
  return new Map(all.map((each, at) => [each, at]));
}

function whole(
  { name }: PackRule,
  { severity, message, at, pages = [], blockId = null, blockIds = [] }: PackRuleFinding,
): PackFinding {
  const paper = at !== undefined && 'paper' in at ? at : null;
  const item = at === undefined ? null : 'paper' in at ? at.item : at;
  const blocks = (blockId === null ? blockIds : [blockId]).map((id) => ({
    id,
    name: paper?.blockNames.get(id) ?? '',
  }));
  return {
    rule: name,
    severity,
    message,
    item: item && { id: item.item.id, number: item.number, title: item.item.title },
    paper: paper && { id: paper.paper.id, title: paper.paper.title },
    place: pages.length === 0 && blocks.length === 0 ? null : { pages: [...pages], blocks },
  };
}
