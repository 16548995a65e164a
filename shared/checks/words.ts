/** Reading and quoting English text; what several rules need to say what they found. */

/** The first words in quotation marks, with an ellipsis where cut; never half a word. */
export function quote(text: string, most = 60): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  if (flat.length <= most) return `“${flat}”`;
  return `“${flat.slice(0, most).replace(/\s+\S*$/u, '')} …”`;
}

/** The last words in quotation marks. */
export function quoteEnd(text: string, most = 40): string {
  const flat = text
    .slice(-most * 4)
    .replace(/\s+/gu, ' ')
    .trim();
  if (flat.length <= most) return `“${flat}”`;
  return `“… ${flat.slice(-most).replace(/^\S*\s+/u, '')}”`;
}

/** `a`, `a and b`, `a, b and c`. */
export function list(items: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1)}`;
}

/** `1 aim`, `2 aims`. */
export function count(amount: number, singular: string): string {
  return `${amount} ${amount === 1 ? singular : `${singular}s`}`;
}

/**
 * The sentences of a text, in order, joined without loss. A full stop ends one only before white space and a
 * capital, so that `e.g.`, `s.100D` and `£1.6b` do not.
 */
export function sentences(text: string): string[] {
  return text.split(/(?<=[.!?]["”’)]?)\s+(?=["“‘(]?\p{Lu})|\n+/u);
}

export interface Sentence {
  readonly text: string;
  /** Where it begins in the text that it is a sentence of. */
  readonly start: number;
}

/** `sentences` with their places. */
export function placedSentences(text: string): Sentence[] {
  let at = 0;
  return sentences(text).map((sentence) => {
    const start = text.indexOf(sentence, at);
    at = start + sentence.length;
    return { text: sentence, start };
  });
}

/** Addresses of the internet and of post boxes are names, not prose: they are blanked, lengths kept. */
export function withoutAddresses(text: string): string {
  // Looking for what an address must have is ten times faster than looking for one.
  if (!/@|:\/\/|www\.|gov\.uk/iu.test(text)) return text;
  return text.replace(
    /\b(?:https?:\/\/|www\.)\S{1,2000}|\S{1,80}@[\w.-]{1,200}|\b[\w-]{1,60}\.gov\.uk\S{0,500}/giu,
    (found) => ' '.repeat(found.length),
  );
}
