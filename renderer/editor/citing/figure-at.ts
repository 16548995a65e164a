/** The figure around a caret, which is most often what evidence is for. */

/** Characters on either side that are looked at: no figure is longer. */
const AROUND = 60;

const number = String.raw`\d{1,15}(?:[ ,]\d{3}){0,5}(?:\.\d{1,9})?`;
const unit = String.raw`(?:\s?(?:%|per cent\b|percentage points?\b|percent\b|thousand\b|million\b|billion\b|trillion\b|bn\b|tn\b)|[kmb]\b)`;
const figure = new RegExp(String.raw`[£$€]?\s?${number}${unit}?`, 'giu');

/** @returns where the figure begins and ends in the text; null where the place is in none. */
export function figureAt(
  text: string,
  place: number,
): { readonly start: number; readonly end: number } | null {
  const from = Math.max(0, place - AROUND);
  for (const match of text.slice(from, place + AROUND).matchAll(figure)) {
    const written = match[0];
    const start = from + match.index + (written.length - written.trimStart().length);
    const end = from + match.index + written.length;
    if (start <= place && place <= end) return { start, end };
  }
  return null;
}
