/** What the bar says of a search, and where going through the matches begins. */
import type { Cell } from '../../shared/document/places.ts';
import { MOST_HITS } from './search.ts';
import type { Found } from './use-find.ts';

const number = (count: number) => count.toLocaleString('en-GB');

/** "3 of 41" */
export function countWords({ state, hits, reason, share }: Found, current: number | null): string {
  switch (state) {
    case 'empty':
      return '';
    case 'looking':
      return `Looking… ${Math.floor(share * 100)}%`;
    case 'wrong':
      return `Not a regular expression: ${reason}`;
    case 'endless':
      return 'This expression takes too long. Make it simpler.';
    case 'found': {
      if (hits.length === 0) return 'No matches';
      const all = hits.length >= MOST_HITS ? `the first ${number(MOST_HITS)}` : number(hits.length);
      return current === null ? `${all} found` : `${number(current + 1)} of ${all}`;
    }
  }
}

interface CaretAt {
  readonly blockId: string;
  readonly cell: Cell | null;
  readonly place: number;
}

/** The first match at or behind the caret; the very first where there is none, or no caret. */
export function indexAtCaret(
  { passages, hits }: Pick<Found, 'passages' | 'hits'>,
  caret: CaretAt | null,
): number {
  if (!caret) return 0;
  const at = passages.findIndex(
    ({ blockId, cell }) =>
      blockId === caret.blockId && cell?.row === caret.cell?.row && cell?.column === caret.cell?.column,
  );
  if (at < 0) return 0;
  const index = hits.findIndex((hit) => hit.at > at || (hit.at === at && hit.end >= caret.place));
  return Math.max(index, 0);
}
