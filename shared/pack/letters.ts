/** Letters of supplements: A to Z, then AA, AB, … No letter is given twice, whatever became of the others. */

/** @param taken those published so far. */
export function nextLetter(taken: readonly string[]): string {
  return letterOf(Math.max(-1, ...taken.map(placeOf)) + 1);
}

function letterOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : letterOf(Math.floor(place / 26) - 1) + last;
}

function placeOf(letter: string): number {
  return [...letter].reduce((place, each) => (place + 1) * 26 + each.charCodeAt(0) - 65, -1);
}
