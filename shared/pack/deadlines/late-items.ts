/**
 * Items that come after the agenda. One that was not open to inspection for the clear days may be considered only where
 * the chair holds it urgent by reason of special circumstances, which the minutes then specify. Principal councils in
 * Wales have a section of their own for it since 2021 (Local Government and Elections (Wales) Act 2021, Schedule 4).
 */
import type { AgendaItem, Country } from '../meeting.ts';

export const urgencyLaws: Readonly<Record<Country, string>> = {
  England: 'section 100B(4)(b) of the Local Government Act 1972',
  Wales: 'section 100BA(6)(b) of the Local Government Act 1972',
  Scotland: 'section 50B(4)(b) of the Local Government (Scotland) Act 1973',
  'Northern Ireland': 'Part 8 of the Local Government Act (Northern Ireland) 2014',
};

/** What the minutes of a late item specify; empty where nobody wrote down why it is urgent. */
export function urgencyMinute(
  { urgency, lateness }: NonNullable<AgendaItem['late']>,
  country: Country,
): string {
  if (urgency.trim() === '') return '';
  const late = lateness.trim() === '' ? '' : ` Reason for lateness: ${stop(lateness)}`;
  return `The Chair was of the opinion that this item should be considered as a matter of urgency under ${urgencyLaws[country]}, by reason of these special circumstances: ${stop(urgency)}${late}`;
}

function stop(text: string): string {
  return `${text.trim().replace(/[.;,]+$/, '')}.`;
}
