/** Words as two files that say the same give them, however each writes them. */

export interface Token {
  /** In small letters, without accents, hyphens and apostrophes; a figure without its thousands separators. */
  readonly word: string;
  /** Begins with a capital: inside of a sentence it is most likely a name, at its start it may be any word. */
  readonly capital: 'inside' | 'start' | null;
  /** A figure with a currency or percent sign. */
  readonly signed: boolean;
}

/** Signs that part nothing and show nothing: soft hyphens, joiners, marks of direction. */
const invisible = /\p{Cf}/gu;
const foreign = /[^\x20-\x7e\n]/u;
/** Letters that mark a text and are never shown; what they spell is there all the same. */
const tagLetters = /[\u{e0020}-\u{e007e}]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what begins and ends the name of a language
const languageMark = /\u001b[\x20-\x7e]{0,20}\u001b/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: PDFium writes one for a hyphen at the end of a line
const brokenWord = /(\p{L})[-\u00ad\u2010\u2011\u0002\ufffe][ \t]*\r?\n\s*(?=\p{L})/gu;
/** "1 234 567", with a space of any kind. */
const thousands = /(?<!\d)(\d{1,3})((?:[ \u00a0\u2007\u2009\u202f]\d{3})+)(?!\d)/gu;
/** "1.234.567": two dots at least, or it is a decimal. */
const dots = /(?<![\d.])\d{1,3}(?:\.\d{3}){2,}(?![\d.])/gu;
const commas = /(\d)[,'’](?=\d{3}(?!\d))/gu;
const inWord = /([\p{L}\p{N}])[-\u2010-\u2015'’`](?=[\p{L}\p{N}])/gu;
const marks = /\p{M}+/gu;
const token = /([£$€]?)((?:[\p{L}\p{N}])+(?:\.\d+)*)(%?)/gu;
const sentenceEnd = /[.!?:;•\n\r“"(|]\s*$/u;

/** Small capitals of the phonetic alphabets, a to z; a point where there is none. */
const smallCapitals = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡ.ʏᴢ';
const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ...Object.fromEntries([...smallCapitals].map((sign, at) => [sign, String.fromCharCode(97 + at)])),
};
const spelled = /[ßẞæÆœŒøØłŁđðıᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ]/gu;
/** White letters in black circles and squares, which no normal form knows. */
const dark = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]/gu;
const darkLetter = (sign: string) => {
  const at = (sign.codePointAt(0) ?? 0) - 0x1f150;
  return String.fromCharCode(65 + (at % 32));
};
/** Cyrillic and Greek letters that look like Latin ones, in a word that has Latin ones too. */
const mixed =
  /(?=[\p{L}\p{M}]*\p{Script=Latin})[\p{L}\p{M}]*[\p{Script=Cyrillic}\p{Script=Greek}][\p{L}\p{M}]*/gu;
const lookAlikes: Readonly<Record<string, string>> = Object.fromEntries(
  [...'аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwАAВBЕEКKМMНHОOРPСCТTХXІIЈJЅSΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoαaνv'].reduce<
    [string, string][]
  >((pairs, sign, at, all) => {
    if (at % 2 === 0) pairs.push([sign, all[at + 1] ?? '']);
    return pairs;
  }, []),
);

/** Letters in other forms as the plain ones that a reader takes them for. */
function lettersPlain(text: string): string {
  return text
    .replace(languageMark, '')
    .replace(tagLetters, (sign) => String.fromCharCode((sign.codePointAt(0) ?? 0) - 0xe0000))
    .replace(invisible, '')
    .replace(dark, darkLetter)
    .replace(spelled, (sign) => spelledOut[sign] ?? sign)
    .replace(mixed, (word) => [...word].map((sign) => lookAlikes[sign] ?? sign).join(''));
}

/** Hyphens and accents gone, ligatures and letters of other forms as their plain ones. */
export function plain(text: string): string {
  const whole = text.replace(brokenWord, '$1');
  return (foreign.test(whole) ? lettersPlain(whole) : whole)
    .replace(thousands, (_, first: string, rest: string) => first + rest.replace(/\D/gu, ''))
    .normalize('NFKD')
    .replace(marks, '')
    .replace(commas, '$1')
    .replace(dots, (sum) => sum.replaceAll('.', ''))
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
