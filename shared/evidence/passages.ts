/** Cutting a page into passages: what a search finds, and small enough to be read at a glance. */

/** In UTF-16 units. A shorter end of a page is joined to the passage before it. */
const SHORTEST = 400;
const LONGEST = 1000;

/** Ends of a passage, best first; each pattern matches up to and with the end. */
const ends: readonly RegExp[] = [
  // A blank line.
  /\n[ \t]*\n+/g,
  // The end of a sentence at the end of a line.
  /[.!?:][)\]"'’”]*[ \t]*\n/g,
  // Of a sentence within one; a small letter after it means an abbreviation.
  /[.!?][)\]"'’”]*\s+(?=[^\p{Ll}\s])/gu,
  /\n/g,
  /\s+/g,
];

/**
 * The lengths of the passages of a page, in order; together they are the page. None ends within a word unless the
 * word is longer than a passage may be.
 */
export function passageLengths(text: string): number[] {
  const lengths: number[] = [];
  let at = 0;
  while (text.length - at > LONGEST) {
    const end = endWithin(text, at + SHORTEST, Math.min(at + LONGEST, text.length - SHORTEST));
    lengths.push(end - at);
    at = end;
  }
  if (at < text.length) lengths.push(text.length - at);
  return lengths;
}

/** The best end after `from` and at most at `to`. */
function endWithin(text: string, from: number, to: number): number {
  // One character more, so that what must follow an end can be seen.
  const window = text.slice(from, to + 1);
  for (const pattern of ends) {
    let best = 0;
    for (const found of window.matchAll(pattern)) {
      const end = found.index + found[0].length;
      if (end <= to - from) best = end;
    }
    if (best > 0) return from + best;
  }
  const last = text.charCodeAt(to - 1);
  return last >= 0xd800 && last < 0xdc00 ? to - 1 : to;
}
