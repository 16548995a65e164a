/** Whether a sentence names where its facts come from, in the ways officials write it. */

/** `(RCPCH, May 2020)`, `(Department for Transport 2024, page 3)`: a name and a year in brackets. */
const bracketed = /[([][^()[\]]{0,200}\p{L}{2}[^()[\]]{0,100}\b(?:19|20)\d\d\b[^()[\]]{0,100}[)\]]/u;
/** `(source: annual return)`, `(see Appendix 2)`, `at Appendix 1`. */
const pointed = /\bsources?:|\b(?:Appendix|Annex|Table)\s+(?:\d|[A-Z]\b)/iu;
const attributed =
  /\b(?:according to|(?:figures|data|evidence|estimates?) (?:from|by|of|in)|(?:reported|published|estimated|recorded|found) (?:by|in)|extract from|taken from|set out in|(?:survey|census|audit|return|review) (?:of |in )?(?:19|20)\d\d)\b/iu;

export function hasInlineSource(sentence: string): boolean {
  return bracketed.test(sentence) || pointed.test(sentence) || attributed.test(sentence);
}

/** `… on every child.’ (Working Together, 2018)`: a quotation's own brackets tell nothing, only those that close it. */
export function endsWithSource(quotation: string): boolean {
  const closing = quotation.slice(-300).trimEnd();
  return /(?:[.!?…]|[’”"'])\s*(?:[([][^()[\]]{0,200}\b(?:19|20)\d\d\b[^()[\]]{0,100}[)\]]|[–—]\s*[^–—]{0,150}\b(?:19|20)\d\d\b[^–—]{0,60})\.?$/u.test(
    closing,
  );
}
