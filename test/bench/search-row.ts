/**
 * As-you-type search through the handler, asked as the window asks it at each key (hits with their
 * snippets; it counts kinds and organisations once nothing more is typed), against the bare index on the same database.
 */
import { openLibrary } from '../../electron/library/open.ts';
import { type Bench, timed } from './row.ts';
import { bareDatabase, drawer, shelfOf } from './shelf.ts';

const LIMIT = 50;
const TYPED = 24;
const context = { signal: new AbortController().signal, progress: () => {} };

/**
 * One to three words, each common or rare as chance has it, growing letter by letter. One letter of a word is left
 * out: there the handler waits for the second, and the bare index would look through half of all words.
 */
function typing(): string[] {
  const word = drawer(7);
  return Array.from({ length: TYPED }, (_, at) => {
    const text = Array.from({ length: 1 + (at % 3) }, word).join(' ');
    return Array.from(text, (_, end) => text.slice(0, end + 1)).filter((typed) => /\S{2}$/u.test(typed));
  }).flat();
}

function bareMatch(typed: string): string {
  return `${typed
    .split(' ')
    .map((word) => `"${word}"`)
    .join(' ')} *`;
}

const p95 = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length * 0.95)] ?? Number.NaN;

export function searchBench(passages: number): Bench {
  const name = `search-${passages}`;
  return {
    name,
    measure: async () => {
      const folder = shelfOf(passages);
      const bare = bareDatabase(folder);
      const ask = bare
        .prepare<[string, number], number>(
          `SELECT rowid FROM passage_index WHERE passage_index MATCH ? ORDER BY bm25(passage_index) LIMIT ?`,
        )
        .pluck();
      const { handlers, close } = openLibrary({
        folder,
        now: () => new Date(),
        mint: () => crypto.randomUUID(),
        extract: () => Promise.reject(new Error('nothing is read here')),
      });
      const search = (query: string) => handlers['evidence.search']({ query, limit: LIMIT }, context);
      const peer: number[] = [];
      const ours: number[] = [];
      const queries = typing();
      // Fills the caches of disk and code; it does not count.
      for (const query of queries.slice(0, 20)) {
        ask.all(bareMatch(query), LIMIT);
        await search(query);
      }
      for (const [at, query] of queries.entries()) {
        const sides = [
          async () => peer.push(await timed(() => ask.all(bareMatch(query), LIMIT))),
          async () => ours.push(await timed(() => search(query))),
        ];
        // In turn, so that neither always finds the pages that the other has read.
        if (at % 2 === 1) sides.reverse();
        for (const side of sides) await side();
      }
      bare.close();
      close();
      const worst = Math.max(...ours);
      return {
        name,
        unit: 'ms',
        limit: 1.3,
        ours: p95(ours),
        peer: p95(peer),
        ratio: p95(ours) / p95(peer),
        runs: queries.length,
        against: `p95 of the bare FTS5 query, the best ${LIMIT}; the longest of ours ${worst.toFixed(0)} ms, of it ${Math.max(...peer).toFixed(0)} ms`,
      };
    },
  };
}
