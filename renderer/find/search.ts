/** Looking for a pattern in texts. Runs in the window for plain words, and in a worker for patterns of the writer's own. */

export interface Hit {
  /** Position of the text in the list. */
  readonly at: number;
  readonly start: number;
  /** Behind the last character. */
  readonly end: number;
  /** What the brackets of the pattern caught, `$1` first; undefined for one that took no part. */
  readonly groups: readonly (string | undefined)[];
  readonly named: Readonly<Record<string, string | undefined>>;
}

/** More matches than anybody goes through; a pattern that finds more is not what was meant. */
export const MOST_HITS = 10_000;

const none: Hit['named'] = {};

/** Yields the hits of each text, so that whoever must not be held up may pause between two. */
export function* search(source: string, flags: string, texts: readonly string[]): Generator<readonly Hit[]> {
  const pattern = new RegExp(source, flags);
  let found = 0;
  for (const [at, text] of texts.entries()) {
    const hits: Hit[] = [];
    for (const match of text.matchAll(pattern)) {
      // A pattern such as `a*` matches between all characters, where there is nothing to see or to replace.
      if (match[0] === '') continue;
      const end = match.index + match[0].length;
      hits.push({ at, start: match.index, end, groups: match.slice(1), named: match.groups ?? none });
      found += 1;
      if (found >= MOST_HITS) break;
    }
    yield hits;
    if (found >= MOST_HITS) return;
  }
}

/**
 * What a hit is replaced by. In a plain search the words are put as they are; in a pattern `$1`, `$<name>`, `$&` and
 * `$$` mean what they mean everywhere, and a group that there is none of is left as it is written.
 */
export function replacementFor(
  hit: Pick<Hit, 'groups' | 'named'>,
  matched: string,
  by: string,
  pattern: boolean,
): string {
  if (!pattern) return by;
  return by.replace(/\$(?:(\$)|(&)|(\d{1,2})|<([^>]{1,50})>)/gu, (whole, dollar, all, digits, name) => {
    if (dollar) return '$';
    if (all) return matched;
    if (name !== undefined) return name in hit.named ? (hit.named[name] ?? '') : whole;
    const two = Number(digits);
    if (two >= 1 && two <= hit.groups.length) return hit.groups[two - 1] ?? '';
    const one = Number(digits.charAt(0));
    const rest = digits.slice(1);
    return rest !== '' && one >= 1 && one <= hit.groups.length ? (hit.groups[one - 1] ?? '') + rest : whole;
  });
}
