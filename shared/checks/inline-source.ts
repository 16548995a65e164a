/** Whether a sentence names where its facts come from, in the ways officials write it. */

const bracketed = /[([]([^()[\]]{0,300}\b(?:19|20)\d\d\b[^()[\]]{0,100})[)\]]/gu;
const calendar =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Q[1-4])\b/gu;
/** `(source: annual return)`, `(see Appendix 2)`, `at Appendix 1`. */
const pointed = /\b[Ss]ources?:|\b(?:Appendix|Annex|Table)\s+(?:\d|[A-Z]\b)/u;
const attributed =
  /\b(?:according to|(?:data|estimates?|evidence|figures|statistics) (?:by|from|in|published)|(?:estimated|published|reported) (?:by|in) (?!(?:19|20)\d\d)|extract from|quoted from|set out in|(?:accounts|audit|census|return|review|survey) (?:for |in |of )?(?:19|20)\d\d|(?:19|20)\d\d (?:accounts|audit|census|return|review|survey))\b/iu;

/** A name and a year in brackets: `(RCPCH, May 2020)`; `(March 2020)` is only a date. */
function namesSource(sentence: string): boolean {
  for (const [, inside = ''] of sentence.matchAll(bracketed)) {
    if (/\p{Lu}\p{L}/u.test(inside.replace(calendar, ''))) return true;
  }
  return false;
}

export function hasInlineSource(sentence: string): boolean {
  return namesSource(sentence) || pointed.test(sentence) || attributed.test(sentence);
}

/** `… on every child.’ (Working Together, 2018)`: a quotation's own brackets tell nothing, only those that close it. */
export function endsWithSource(quotation: string): boolean {
  const closing = quotation.slice(-300).trimEnd();
  return /(?:[.!?…]|[’”"'])\s*(?:[([][^()[\]]{0,200}\b(?:19|20)\d\d\b[^()[\]]{0,100}[)\]]|[–—]\s*[^–—]{0,150}\b(?:19|20)\d\d\b[^–—]{0,60})\.?$/u.test(
    closing,
  );
}
