/** Numbers that measure nothing: telephone numbers, references, addresses. They are blanked before figures are read. */
import { withoutAddresses } from '../checks/words.ts';

/** Before dates are read, which some of them look like. */
const first: readonly RegExp[] = [
  // Telephone numbers, and the short ones by name.
  /(?<![\p{L}\p{N}£$€])(?:\+\d|\(?0\d{2})[\d ()-]{6,16}\d/gu,
  /\b(?:call|dial|NHS|ring|text)\s+\d{3,5}\b/giu,
];
/** After dates have been read. */
const then: readonly RegExp[] = [
  // What only looks like a date, and times of day.
  /\b\d{1,4}[/.]\d{1,2}[/.]\d{1,4}\b|\b\d{4}-\d{2}-\d{2}\b/gu,
  /\b\d{1,2}:\d{2}(?::\d{2})?\b|\b\d{1,2}(?:\.\d{2})?\s?[ap]m\b/giu,
  // Where something stands, in this text or in the law.
  /\b(?:appendix|annex|article|chapter|clause|figure|form|item|line|minute|no\.?|number|page|pages|paragraph|paragraphs|para|paras|part|pp?\.|reference|ref\.?|regulation|regulations|room|rule|section|sections|schedule|ss?\.|step|table|version|v\.?|volume|flat|box|ward|zone|phase|tier|level)\s?\d[\d.,]{0,20}\p{L}?(?:\(\w{1,4}\)){0,4}(?:\s?(?:[-–]|to|and)\s?\d+)?/giu,
  /\b[A-Z]{2,10}(?: [A-Z]{2,10}){0,2}[ -]?\d[\d-]{0,20}(?:[/:]\d{1,10}){0,3}/gu,
  // In lower case as many write it; codes in capitals are above.
  /\bcovid[\s\-‐‑–]{0,3}19\b/giu,
  /\[(?:19|20)\d\d\][^\n,;]{0,30}?\d+/gu,
  // Addresses: `114 Mill Lane`.
  /\b\d{1,4}\s+(?:\p{Lu}[\p{L}’']+\s+){1,3}(?:Street|Road|Lane|Avenue|Close|Square|Place|Drive)\b/gu,
  // `1 in 100 year` names a kind of flood.
  /\b1[ -]in[ -]\d[\d,]*(?:[- ](?:year|annual))/giu,
];

const blank = (found: string): string => ' '.repeat(found.length);

/** Lengths are kept, so that places stay places. */
export function withoutTelephones(text: string): string {
  return first.reduce((prose, pattern) => prose.replace(pattern, blank), withoutAddresses(text));
}

export function withoutReferences(text: string): string {
  return then.reduce((prose, pattern) => prose.replace(pattern, blank), text);
}
