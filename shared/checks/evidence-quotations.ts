/** Quotations that are not the words of the source they are cited from. */
import type { Citation } from '../document/schema.ts';
import { anchorKey } from '../evidence/anchor-key.ts';
import { coverOf } from '../evidence/cover.ts';
import type { EvidenceFacts } from '../evidence/facts.ts';
import { type Comparison, compareQuotation, quotationsIn, quotedWords } from '../evidence/quotations.ts';
import { placeIn, type SpokenPassage } from '../evidence/spoken.ts';
import type { CheckedBlock, Rule } from './rule.ts';
import { list, quote } from './words.ts';

/** Differences that a message names. */
const MOST_NAMED = 3;

export const quotationDiffers: Rule = {
  name: 'quotation-differs',
  *check({ blocks, evidence }) {
    for (const checked of blocks) {
      if (checked.block.citations.length === 0 || checked.empty) continue;
      yield null;
      for (const passage of checked.passages) yield* inPassage(checked, passage, evidence);
    }
  },
};

function* inPassage({ block }: CheckedBlock, passage: SpokenPassage, evidence: EvidenceFacts | null) {
  const whole = block.kind === 'quotation';
  const cover = coverOf(block);
  for (const { start, end, words } of whole ? [quotedWords(passage.text)] : quotationsIn(passage.text)) {
    const place = { cell: passage.cell, start: placeIn(passage, start), end: placeIn(passage, end) };
    const citations = cover(place.cell, place.start, place.end).filter(hasWords);
    if (citations.length === 0 || (!whole && isTitle(words))) continue;
    const found = compareQuotation(
      words,
      citations.flatMap((one) => sourcesOf(one, block.id, evidence)),
    );
    if (found.state === 'same') continue;
    yield { severity: 'warning' as const, blockId: block.id, message: messageOf(words, found), place };
  }
}

const hasWords = ({ locator }: Citation): boolean => locator.quote.exact.trim() !== '';

/** As it was taken, and as it stands today: either is a right quotation of its edition. */
function sourcesOf(citation: Citation, blockId: string, evidence: EvidenceFacts | null) {
  const { exact, prefix, suffix } = citation.locator.quote;
  const today = evidence?.anchors[anchorKey(blockId, citation.id)]?.place?.exact;
  const taken = { exact, around: prefix + exact + suffix };
  return today === undefined ? [taken] : [taken, { exact: today, around: today }];
}

/** “Working Together to Safeguard Children” is named, not quoted. */
function isTitle(words: string): boolean {
  const long = words.match(/\p{L}{4,}/gu) ?? [];
  return long.length > 0 && long.every((word) => /^\p{Lu}/u.test(word));
}

function messageOf(words: string, found: Exclude<Comparison, { state: 'same' }>): string {
  const quoted = quote(words);
  if (found.state === 'other') {
    return `The quotation ${quoted} is not in the words it cites. Cite the passage it is taken from, or take the quotation marks away.`;
  }
  const changes = found.changes.slice(0, MOST_NAMED).map(({ ours, theirs }) => {
    if (theirs === '') return `${quote(ours)} is not in the source`;
    return ours === '' ? `${quote(theirs)} is left out` : `${quote(ours)} is ${quote(theirs)} in the source`;
  });
  const more = found.changes.length > MOST_NAMED ? ', and there is more' : '';
  const what = changes.length === 0 ? '' : `: ${list(changes)}${more}`;
  return `The quotation ${quoted} differs from its source${what}. Quote the words as they are; mark what you leave out with … and what you put in with [ ].`;
}
