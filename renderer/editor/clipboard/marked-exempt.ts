/**
 * Words of a restricted copy, from its Word file, its PDF or this sheet as mere characters, bear the mark of what is
 * withheld: pasted, they are withheld again.
 */
import { exemptionOf, withoutMarks } from '../../../shared/import/kept-exempt.ts';
import type { Fragment } from './fragment.ts';

function unmarked(fragment: Fragment): Fragment {
  const { origin } = fragment;
  // Blocks of a sheet bear the reason themselves.
  if (!('role' in origin) || origin.role === 'picture') return fragment;
  const { content, paragraph } = withoutMarks(fragment.content);
  if (origin.role !== 'table') {
    return paragraph === null ? fragment : { origin: { ...origin, exempt: exemptionOf(paragraph) }, content };
  }
  const cells = origin.table.rows.map((row) => row.map((cell) => withoutMarks(cell.content)));
  const why = paragraph ?? cells.flat().find((cell) => cell.paragraph !== null)?.paragraph ?? null;
  if (why === null) return fragment;
  const rows = cells.map((row) => row.map((cell) => ({ content: cell.content })));
  return { origin: { ...origin, table: { ...origin.table, rows }, exempt: exemptionOf(why) }, content };
}

export function withExemptMarks(fragments: readonly Fragment[]): Fragment[] {
  return fragments.map(unmarked);
}
