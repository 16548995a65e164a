/** Which characters of a text are words that can be spelt wrong. */

export interface SpelledWord {
  /** As written, apostrophes straight: `minister's`. */
  readonly word: string;
  /** In UTF-16 units of the text. */
  readonly start: number;
  readonly end: number;
}

/** Addresses and file names: nobody spells them, everybody copies them. */
const addresses =
  /(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w.-]+\.\w+|\b[\w-]+(?:\.[\w-]+)*\.(?:uk|com|org|net|eu|docx?|pdf|xlsx?|csv)\b\S*/giu;
const candidate = /\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}[\p{L}\p{M}]*)*/gu;

/** Capitals inside a word (`DfE`, `LAs`, `MACE`) make it a name or an acronym, and digits a code: not ours to judge. */
function isName(word: string): boolean {
  return /\p{N}/u.test(word) || /\p{L}.*\p{Lu}/u.test(word.replace(/'s$/u, ''));
}

/** The words of a text, in order. The halves of a hyphenated word are words of their own. */
export function wordsToSpell(text: string): SpelledWord[] {
  const blanked = text.replace(addresses, (address) => ' '.repeat(address.length));
  const found: SpelledWord[] = [];
  for (const match of blanked.matchAll(candidate)) {
    const [written] = match;
    const word = written.replaceAll('’', "'");
    if (word.length < 2 || isName(word)) continue;
    found.push({ word, start: match.index, end: match.index + written.length });
  }
  return found;
}

/**
 * The forms under which a dictionary may know a word: as written, without the capital that begins a sentence, and
 * without the possessive.
 */
export function formsOf(word: string): string[] {
  const bare = word.replace(/'s$/u, '');
  return [...new Set([word, bare, word.toLowerCase(), bare.toLowerCase()])];
}
