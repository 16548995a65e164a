/**
 * The text of a page as everybody counts in it, made of what PDFium gives: lines end in "\n", words hyphenated at the
 * end of a line are whole again, and nothing in it is invisible. Positions of citations rest on it, so a change here
 * moves them; they are found again by their words.
 */
export interface CleanText {
  readonly text: string;
  /** For each UTF-16 unit of `text` the unit of the raw text it came from. */
  readonly from: Int32Array<ArrayBuffer>;
}

/**
 * What does not stay as it is: a hyphen that PDFium marks as one of the line's end, with the break behind it; line
 * breaks with the white space around them (counted, or a page of spaces would take an hour); spaces of every kind; half characters; what prints nothing.
 */
const unclean =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /[\u0002\ufffe\u00ad]+(?:[ \t]{0,40}(?:\r\n?|\n))?|[ \t\u00a0]{0,40}(?:\r\n?|[\n\v\f\u0085\u2028\u2029])[ \t\u00a0]*|[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\u0000-\u001f\u007f-\u009f\u200b\u2060\ufeff\uffff]/g;
const lineBreak = /[\r\n\v\f\u0085\u2028\u2029]/;
const space = /^[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/;
const halfCharacter = /^[\ud800-\udfff]/;
const hyphens = ['\u0002', '\ufffe', '\u00ad'];

function cleaned(unclean: string): string {
  if (hyphens.includes(unclean.charAt(0))) return '';
  if (lineBreak.test(unclean)) return '\n';
  if (space.test(unclean)) return ' ';
  return halfCharacter.test(unclean) ? '\ufffd' : '';
}

interface Piece {
  readonly text: string;
  readonly at: number;
}

function pieces(raw: string): Piece[] {
  const found: Piece[] = [];
  let done = 0;
  for (const match of raw.matchAll(unclean)) {
    if (match.index > done) found.push({ text: raw.slice(done, match.index), at: done });
    const text = cleaned(match[0]);
    if (text !== '') found.push({ text, at: match.index });
    done = match.index + match[0].length;
  }
  if (done < raw.length) found.push({ text: raw.slice(done), at: done });
  return found;
}

/** Where the words begin and end in the pieces put together. */
function trimmed(text: string): { start: number; end: number } {
  const end = text.trimEnd().length;
  return { start: Math.min(text.length - text.trimStart().length, end), end };
}

export function cleanText(raw: string): string {
  const text = pieces(raw)
    .map((piece) => piece.text)
    .join('');
  const { start, end } = trimmed(text);
  return text.slice(start, end);
}

/** The same text, and where each unit of it came from. */
export function cleanTextWithOrigin(raw: string): CleanText {
  const all = pieces(raw);
  const text = all.map((piece) => piece.text).join('');
  const from = new Int32Array(text.length);
  let at = 0;
  for (const piece of all) {
    for (let unit = 0; unit < piece.text.length; unit += 1) from[at + unit] = piece.at + unit;
    at += piece.text.length;
  }
  const { start, end } = trimmed(text);
  return { text: text.slice(start, end), from: from.slice(start, end) };
}

const loneSurrogates = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A title or a name: one line, no half characters. */
export function oneLine(text: string): string {
  return text
    .replace(loneSurrogates, '\ufffd')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}
