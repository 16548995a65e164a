/**
 * Text as two extractions of one page agree on it: white space is one space, quotation marks and dashes are the plain
 * ones, a word parted at the end of a line is whole. What a person would call the same words folds to the same.
 */
export interface Folded {
  readonly text: string;
  /** Where each unit of `text` came from in the original, and, last, where the original ends. */
  readonly from: Uint32Array;
}

const plain: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '…': '...',
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
};
const isSpace = (unit: string): boolean => unit === ' ' || unit === '\n' || /\s/u.test(unit);
/** Soft hyphen, zero-width space, joiners, byte order mark. */
const isNothing = (unit: string): boolean => /[\u00ad\u200b-\u200d\u2060\ufeff]/u.test(unit);
const isLetter = (unit: string): boolean => /\p{L}/u.test(unit);
/** What every extraction writes alike: printable ASCII but for spaces, hyphens and the grave accent. */
const isPlain = (code: number): boolean => code > 32 && code < 127 && code !== 45 && code !== 96;

/** Linear in the length of the text. */
export function fold(original: string): Folded {
  const from = new Uint32Array(3 * original.length + 1);
  const parts: string[] = [];
  let length = 0;
  let at = 0;
  const put = (words: string, place: number): void => {
    parts.push(words);
    for (let unit = 0; unit < words.length; unit += 1) from[length++] = place;
  };
  while (at < original.length) {
    if (isPlain(original.charCodeAt(at))) {
      const start = at;
      at = endOfPlain(original, at);
      for (let place = start; place < at; place += 1) from[length++] = place;
      parts.push(original.slice(start, at));
      continue;
    }
    const unit = original.charAt(at);
    if (isSpace(unit) && !isNothing(unit)) {
      const start = at;
      while (at < original.length && (isSpace(original.charAt(at)) || isNothing(original.charAt(at))))
        at += 1;
      if (length > 0) put(' ', start);
    } else if (isNothing(unit)) {
      at += 1;
    } else {
      const dash = (plain[unit] ?? unit) === '-';
      const next = dash ? afterHyphen(original, at) : null;
      // "well-known" and "well-⏎known" are the same, and so is "wellknown" where the hyphen was the line's.
      if (next === null) put(plain[unit] ?? unit, at);
      at = next ?? at + 1;
    }
  }
  if (parts.at(-1) === ' ') {
    parts.pop();
    length -= 1;
  }
  from[length] = original.length;
  return { text: parts.join(''), from: from.slice(0, length + 1) };
}

/** Where words end that fold to themselves, single spaces between them included. */
function endOfPlain(original: string, start: number): number {
  let at = start;
  for (;;) {
    const code = original.charCodeAt(at);
    if (!isPlain(code) && !(code === 32 && isPlain(original.charCodeAt(at + 1)))) return at;
    at += 1;
  }
}

/** Where the word goes on after a hyphen in it; null where it is a dash between words or figures. */
function afterHyphen(original: string, at: number): number | null {
  if (at === 0 || !isLetter(original.charAt(at - 1))) return null;
  let next = at + 1;
  // A line break, but no gap between words: "pre- and post-war" keeps its hyphen.
  if (original.charAt(next) === '\r') next += 1;
  if (original.charAt(next) === '\n') next += 1;
  return isLetter(original.charAt(next)) ? next : null;
}

/** The place in the original of a stretch of the folded text. */
export function unfolded({ from }: Folded, start: number, end: number): { start: number; end: number } {
  // Up to where the last unit came from and one more, so that white space behind the words stays outside.
  const last = end > start ? (from[end - 1] ?? 0) + 1 : (from[start] ?? 0);
  return { start: from[start] ?? 0, end: last };
}

/** The first unit of the folded text that came from this place of the original or from behind it. */
export function foldedPlace({ from }: Folded, place: number): number {
  let low = 0;
  let high = from.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((from[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
