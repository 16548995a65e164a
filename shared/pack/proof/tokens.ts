/** Words as two files that say the same give them, however each writes them. */

export interface Token {
  /** In small letters, without accents, hyphens and apostrophes; a figure without its thousands separators. */
  readonly word: string;
  /** Begins with a capital: inside of a sentence it is most likely a name, at its start it may be any word. */
  readonly capital: 'inside' | 'start' | null;
  /** A figure with a currency or percent sign. */
  readonly signed: boolean;
}

/** Zero-width and soft signs that part nothing, and what PDFium gives for a hyphen at the end of a line. */
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: PDFium writes one for a hyphen at the end of a line
const brokenWord = /(\p{L})[-\u00ad\u2010\u2011\u0002\ufffe][ \t]*\r?\n\s*(?=\p{L})/gu;
/** "1 234 567", with a space of any kind. */
const thousands = /(?<!\d)(\d{1,3})((?:[ \u00a0\u2007\u2009\u202f]\d{3})+)(?!\d)/gu;
const commas = /(\d)[,'’](?=\d{3}(?!\d))/gu;
const inWord = /([\p{L}\p{N}])[-\u2010-\u2015'’`](?=[\p{L}\p{N}])/gu;
const marks = /\p{M}+/gu;
const token = /([£$€]?)((?:[\p{L}\p{N}])+(?:\.\d+)*)(%?)/gu;
const sentenceEnd = /[.!?:;•\n\r“"(|]\s*$/u;

/** Hyphens and accents gone, ligatures and wide letters as their plain ones. */
export function plain(text: string): string {
  return text
    .replace(brokenWord, '$1')
    .replace(invisible, '')
    .replace(thousands, (_, first: string, rest: string) => first + rest.replace(/\D/gu, ''))
    .normalize('NFKD')
    .replace(marks, '')
    .replace(commas, '$1')
    .replace(inWord, '$1');
}

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  const whole = plain(text);
  for (const found of whole.matchAll(token)) {
    const [all, currency, word = '', percent] = found;
    const first = word.charAt(0);
    const before = whole.slice(Math.max(end, found.index - 4), found.index);
    const starts = tokens.length === 0 || sentenceEnd.test(before);
    tokens.push({
      word: word.toLowerCase(),
      capital: first === first.toLowerCase() ? null : starts ? 'start' : 'inside',
      signed: currency !== '' || percent !== '',
    });
    end = found.index + all.length;
  }
  return tokens;
}

const compound = /[\p{L}\p{N}][-\u2010-\u2015'’`][\p{L}\p{N}]|\p{Ll}\p{Lu}/u;

/**
 * The same with what hyphens, apostrophes and capitals join as words of their own: "Acme-led", "Acme’s", "acmeOffer".
 * null: nothing is joined.
 */
export function partedTokensOf(text: string): Token[] | null {
  if (!compound.test(text)) return null;
  // A word that was broken at the end of a line is one.
  const whole = text.replace(brokenWord, '$1');
  return tokensOf(whole.replace(/[-\u2010-\u2015'’`]/gu, ' ').replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 '));
}

/** Letters and figures alone, in small letters: what is left when spaces cannot be trusted. */
export function lettersOf(tokens: readonly Token[]): string {
  return tokens.map(({ word }) => word).join('');
}
