/** The marking of a pack: the highest of its parts, which every page of it then bears. */
import { classifications, type Marking } from '../document/schema.ts';

function distinct(words: readonly string[]): string {
  const seen = new Map<string, string>();
  for (const word of words.map((each) => each.trim())) {
    if (word !== '' && !seen.has(word.toUpperCase())) seen.set(word.toUpperCase(), word);
  }
  return [...seen.values()].join(', ');
}

/** Descriptors and handling instructions are those of the parts that are marked highest. null: nothing is marked. */
export function highestMarking(markings: readonly (Marking | null)[]): Marking | null {
  const given = markings.filter((marking) => marking !== null);
  const rank = ({ classification }: Marking) => classifications.indexOf(classification);
  const highest = Math.max(-1, ...given.map(rank));
  const classification = classifications[highest];
  if (classification === undefined) return null;
  const decisive = given.filter((marking) => rank(marking) === highest);
  return {
    classification,
    descriptor: distinct(decisive.map(({ descriptor }) => descriptor)),
    handling: distinct(decisive.map(({ handling }) => handling)),
  };
}
