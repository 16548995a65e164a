import type { Edition } from '../../../shared/evidence/source.ts';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

function dayOf(time: string): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? '' : day.format(date);
}

/** @param at 0 is the newest. */
export function explainEdition(
  { addedAt, fileName }: Pick<Edition, 'addedAt' | 'fileName'>,
  at: number,
): string {
  const added = dayOf(addedAt);
  const when = added === '' ? fileName : `added ${added}`;
  return at === 0 ? `Newest, ${when}` : `Earlier, ${when}`;
}
