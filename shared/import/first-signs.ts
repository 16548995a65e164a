/**
 * What can be seen of a line without a pattern. A pattern is compiled when a text first meets it, twice over and once more
 * for texts with signs beyond Latin; that of all patterns together was a tenth of the time of reading a brief. So the
 * larger ones are only asked about lines that might match, and these are the questions.
 */

export const isDigit = (sign: string): boolean => sign >= '0' && sign <= '9' && sign.length === 1;

/** Whether a text has one of the signs at a place; no sign is none of them. @param at from the end where below 0. */
export function hasAt(text: string, at: number, signs: string): boolean {
  const sign = text.at(at);
  return sign !== undefined && signs.includes(sign);
}

export const startsWithAny = (text: string, openings: readonly string[]): boolean =>
  openings.some((opening) => text.startsWith(opening));

/**
 * What stands before the first colon of a text.
 * @param longest in UTF-16 units.
 * @returns undefined where that is nothing, more, or not in the first line.
 */
export function labelBefore(text: string, longest: number): string | undefined {
  const at = text.indexOf(':');
  if (at < 1 || at > longest) return undefined;
  const label = text.slice(0, at);
  return label.includes('\n') ? undefined : label;
}
