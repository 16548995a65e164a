/** The figure around a caret, which is most often what evidence is for. */
import { mayHaveFigures, readFigures } from '../../../shared/evidence/figures.ts';

/** Characters on either side that are looked at: no figure is longer. */
const AROUND = 80;
/** No figure has more words between a place in it and its number. */
const WORDS_AROUND = 8;

/** @returns where the figure begins and ends in the text; null where the place is in none. Dates are none. */
export function figureAt(
  text: string,
  place: number,
): { readonly start: number; readonly end: number } | null {
  const from = Math.max(0, place - AROUND);
  if (!mayHaveFigures(nearest(text.slice(from, place), text.slice(place, place + AROUND)))) return null;
  const found = readFigures(text.slice(from, place + AROUND)).find(
    ({ kind, start, end }) =>
      kind !== 'date' && kind !== 'years' && from + start <= place && place <= from + end,
  );
  return found ? { start: from + found.start, end: from + found.end } : null;
}

function nearest(before: string, after: string): string {
  const [near, next] = [
    before.split(/\s+/u).slice(-1 - WORDS_AROUND),
    after.split(/\s+/u).slice(0, 1 + WORDS_AROUND),
  ];
  return near.join(' ') + next.join(' ');
}
