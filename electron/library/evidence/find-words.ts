/** Words looked for in the text of a source as a reader types them. */

/** Characters that people type for one another, as a class of a regular expression. */
const alike: readonly string[] = ["'’‘`", '"“”„', '\\-‐‑‒–—−'];

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** null: there is nothing to look for. White space of any length matches any other, quotation marks and dashes too. */
export function patternOf(words: string, matchCase: boolean): RegExp | null {
  const parts = words
    .trim()
    .split(/\s+/u)
    .map((part) => [...part].map(oneCharacter).join(''));
  if (parts.join('') === '') return null;
  return new RegExp(parts.join('\\s+'), matchCase ? 'gu' : 'giu');
}

function oneCharacter(character: string): string {
  const family = alike.find((each) => each.includes(character));
  if (family !== undefined && character !== '\\') return `[${family}]`;
  return character.replace(/[\\^$.*+?()[\]{}|/-]/u, '\\$&');
}

/** Places in order, at most `most`; `more`: there are others. */
export function findWords(
  text: string,
  words: string,
  matchCase: boolean,
  most: number,
): { places: Place[]; more: boolean } {
  const places: Place[] = [];
  const pattern = patternOf(words, matchCase);
  if (pattern === null) return { places, more: false };
  for (const match of text.matchAll(pattern)) {
    if (places.length === most) return { places, more: true };
    places.push({ start: match.index, end: match.index + match[0].length });
  }
  return { places, more: false };
}
