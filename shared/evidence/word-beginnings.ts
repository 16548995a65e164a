/**
 * The index holds stems: "relation" stands in it as "relat". So somebody who has typed "relatio" finds nothing by
 * that beginning, although the word is there. Here are the stems that an unfinished word may be on its way to.
 */

const suffixes = [
  'ability',
  'able',
  'al',
  'ally',
  'ance',
  'ation',
  'ational',
  'ement',
  'ence',
  'fulness',
  'ibility',
  'ible',
  'ies',
  'ing',
  'ings',
  'ion',
  'ional',
  'ions',
  'isation',
  'ising',
  'ities',
  'ity',
  'ive',
  'iveness',
  'ivity',
  'ization',
  'izing',
  'ment',
  'ments',
  'ness',
  'ously',
  'ousness',
];
/** Beginnings of suffixes that are none yet; of whole ones the stemmer knows itself. */
const begun = new Set(suffixes.flatMap((suffix) => Array.from(suffix, (_, at) => suffix.slice(0, at))));
for (const whole of ['', ...suffixes]) begun.delete(whole);

const SHORTEST_STEM = 4;
const LONGEST_SUFFIX = Math.max(...suffixes.map(({ length }) => length));

/** @param word in small letters, unfinished. @returns words whose stem a word that begins like this may have. */
export function stemsOnTheWay(word: string): string[] {
  const found = new Set<string>();
  for (let cut = 1; cut < LONGEST_SUFFIX && word.length - cut >= SHORTEST_STEM; cut += 1) {
    const ending = word.slice(-cut);
    if (!begun.has(ending)) continue;
    const base = word.slice(0, -cut);
    found.add(base);
    // "Maki…" is on its way to "make", "organisa…" to "organise", "plann…" to "plan".
    if (/^[ai]/u.test(ending)) found.add(`${base}e`);
    if (/([bdfgmnprt])\1$/u.test(base)) found.add(base.slice(0, -1));
  }
  return [...found];
}

const letters = Array.from('abcdefghijklmnopqrstuvwxz');

/**
 * The index reads a beginning as if it were a whole word, "pay" as "pai", with which "payment" does not begin.
 * @returns longer beginnings, which it takes as they are; none where it does so anyway.
 */
export function beginningsBeyond(word: string): string[] {
  return /\p{L}ys?$/u.test(word) ? letters.map((letter) => word + letter) : [];
}
