/** `evidence search`: passages of the evidence library, the best first. None is an answer too. */
import type { SearchHit } from '../../shared/contract/evidence-search-calls.ts';
import { withLibrary } from './library.ts';
import type { RunVerb } from './run-verb.ts';

const LIMIT = 20;
/** As the call takes; a search looks for a few dozen words at most. */
const LONGEST = 19_000;

function plain({ snippet }: SearchHit): string {
  return snippet.map(({ text }) => text).join('');
}

function lines(hit: SearchHit): string[] {
  const { sourceId, title, organisation, issued, page, label, snippet } = hit;
  const place = page === null ? (label ?? '') : `page ${label ?? page}`;
  const about = [title, organisation, issued, place].filter((part) => part !== '').join(' · ');
  const words = snippet.map(({ text, hit: found }) => (found ? `[${text}]` : text)).join('');
  return [`${sourceId}  ${about}`, ...(words === '' ? [] : [`    ${words}`])];
}

export const run: RunVerb = async (command, io) => {
  const limit = command.options.limit === undefined ? LIMIT : Number(command.options.limit);
  // A space at the end: what somebody has entered is finished.
  const query = `${command.operands.join(' ').slice(0, LONGEST)} `;
  const { hits, more, problem } = await withLibrary(command, io, 'refuse', ({ call }) =>
    call('evidence.search', { query, limit }),
  );
  return {
    json: hits.map((hit) => ({
      sourceId: hit.sourceId,
      title: hit.title,
      page: hit.page,
      snippet: plain(hit),
      score: hit.score,
    })),
    words: [
      ...(problem === null ? [] : [problem, '']),
      ...(hits.length === 0 ? ['Nothing was found.'] : hits.flatMap(lines)),
      ...(more ? ['', `There are more; --limit ${Math.min(200, limit * 2)} prints more of them.`] : []),
    ],
  };
};
