/** Every word one slip of the fingers away: a letter more, fewer, other, or two neighbours swapped. */
const letters = "abcdefghijklmnopqrstuvwxyz'";

/** @param word in small letters. May give the same word twice; never the word itself. */
export function* oneSlipFrom(word: string): Generator<string> {
  for (let at = 0; at <= word.length; at += 1) {
    const before = word.slice(0, at);
    const here = word.charAt(at);
    const after = word.slice(at + 1);
    if (here !== '') yield before + after;
    const next = after.charAt(0);
    if (next !== '' && next !== here) yield before + next + here + after.slice(1);
    for (const letter of letters) {
      if (here !== '' && letter !== here) yield before + letter + after;
      yield before + letter + here + after;
    }
  }
}
