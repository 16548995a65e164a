/** Figures a reader will ask about: money, shares and large quantities, in sentences that name no source. */
import type { BlockKind, DetailName } from '../document/schema.ts';
import { hasInlineSource } from './inline-source.ts';
import { type CheckedBlock, perBlock, type Rule } from './rule.ts';
import { list, quote, sentences, withoutAddresses } from './words.ts';

/** What our side says; likely questions and asks are theirs. */
const claims: ReadonlySet<BlockKind> = new Set([
  'point',
  'question',
  'lineToTake',
  'sensitivity',
  'detail',
  'option',
  'implication',
  'paragraph',
  'recommendation',
  'text',
]);
/** Of a detail only those that say something about the world; minutes and dates are no claims. */
const silentDetails: ReadonlySet<DetailName> = new Set([
  'lead',
  'minutes',
  'role',
  'organisation',
  'clearedOn',
  'signedOffBy',
]);
const claimingFields: ReadonlySet<string> = new Set(['purpose', 'objectives']);

/** Numbers that measure nothing: blanked before figures are looked for. */
const notFigures: readonly RegExp[] = [
  // Telephone numbers, and the short ones by name.
  /(?<![\p{L}\p{N}£$€])(?:\+\d|\(?0\d{2})[\d ()-]{6,16}\d/gu,
  /\b(?:call|dial|NHS|ring|text)\s+\d{3,5}\b/giu,
  // Dates and times of day, financial years.
  /\b\d{1,4}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[:.]\d{2}(?=\s?(?:am|pm|to|and|–|-)|\b(?!\s?(?:%|per|million|billion|bn|m\b|k\b)))/giu,
  /\b(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)?\d\d)\b/gu,
  // Where something stands, in this text or in the law.
  /\b(?:appendix|annex|article|chapter|clause|figure|form|item|line|minute|no\.?|number|page|pages|paragraph|paragraphs|para|paras|part|pp?\.|reference|ref\.?|regulation|regulations|room|rule|section|sections|schedule|ss?\.|step|table|version|v\.?|volume|flat|box|ward|zone|phase|tier|level)\s?\d[\d.,]{0,20}\p{L}?(?:\s?(?:[-–]|to|and)\s?\d+)?/giu,
  /\b[A-Z]{2,10}(?: [A-Z]{2,10}){0,2}[ -]?\d[\d-]{0,20}(?:[/:]\d{1,10}){0,3}/gu,
  /\[(?:19|20)\d\d\][^\n,;]{0,30}?\d+/gu,
  // Addresses: `114 Mill Lane`.
  /\b\d{1,4}\s+(?:\p{Lu}[\p{L}’']+\s+){1,3}(?:Street|Road|Lane|Avenue|Close|Square|Place|Drive)\b/gu,
  // `1 in 100 year` names a kind of flood.
  /\b1[ -]in[ -]\d[\d,]*(?:[- ](?:year|annual))/giu,
  // Spans of time.
  /\b\d[\d,.]{0,20}(?:\s|-)(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?)\b/giu,
];

// Every repetition is bounded, so that no text can make the search slow.
const number = String.raw`\d{1,15}(?:,\d{3}){0,5}(?:\.\d{1,9})?`;
const magnitude = String.raw`(?:\s?(?:thousand|million|billion|trillion|bn|tn)\b|[kmb]\b)`;
const figure = new RegExp(
  [
    String.raw`[£$€]\s?${number}(?:${magnitude})?`,
    String.raw`(?<![\p{L}\p{N}.,])${number}\s?(?:%|per cent\b|percent\b|percentage points?\b)`,
    // `500m` is a distance, `2.3m` is not.
    String.raw`(?<![\p{L}\p{N}.,])(?:${number}(?:\s?(?:thousand|million|billion|trillion|bn|tn)\b|k\b)|\d{1,15}\.\d{1,9}[mb]\b)`,
    String.raw`(?<![\p{L}\p{N}.,/£$€])${number}(?![\p{L}\p{N}/])`,
  ].join('|'),
  'giu',
);
/** Before a number like 2000 these say that it is not a year. */
const measures =
  /\b(?:about|almost|around|at least|approximately|fewer than|more than|less than|nearly|over|some|under|up to|total of)\s+$/iu;

/** "In about 2021" is when something was. */
const inYear = /\b(?:in|since|from|by|until|before|after|during)\s+\p{L}+\s+$/iu;

/** Whether a bare number counts something worth a source. */
function isQuantity(digits: string, before: string): boolean {
  const value = Number(digits.replaceAll(',', ''));
  if (value < 100) return false;
  const looksLikeYear = /^(?:19|20)\d\d$/u.test(digits);
  return !looksLikeYear || (measures.test(before) && !inYear.test(before));
}

/** The figures of one sentence, as written. */
export function figuresIn(sentence: string): string[] {
  let prose = withoutAddresses(sentence);
  for (const pattern of notFigures) prose = prose.replace(pattern, (found) => ' '.repeat(found.length));
  const found: string[] = [];
  for (const match of prose.matchAll(figure)) {
    const words = match[0];
    const bare = /^\d[\d,.]*$/u.test(words);
    const before = prose.slice(Math.max(0, match.index - 30), match.index);
    if (!bare || isQuantity(words, before)) found.push(words);
  }
  return found;
}

function makesClaims({ block, empty }: CheckedBlock): boolean {
  if (empty || block.citations.length > 0) return false;
  if (block.kind === 'detail') return !silentDetails.has(block.detail);
  return block.kind === 'field' ? claimingFields.has(block.field) : claims.has(block.kind);
}

/** The figures of sentences that name no source, each once. */
const unsourcedIn = perBlock((checked) => {
  if (!makesClaims(checked)) return [];
  const open = sentences(checked.text).filter(
    (sentence) => /\d/.test(sentence) && !hasInlineSource(sentence),
  );
  return [...new Set(open.flatMap(figuresIn))];
});

export const unsourcedFigure: Rule = {
  name: 'unsourced-figure',
  *check({ blocks }) {
    for (const checked of blocks) {
      const figures = unsourcedIn(checked).map((words) => quote(words));
      yield null;
      if (figures.length === 0) continue;
      yield {
        severity: 'warning',
        blockId: checked.block.id,
        message:
          figures.length === 1
            ? `The figure ${figures[0]} has no source. Link it to the evidence, or name the source and year in brackets.`
            : `The figures ${list(figures)} have no source. Link them to the evidence, or name the source and year in brackets.`,
      };
    }
  },
};
