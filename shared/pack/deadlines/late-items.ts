/**
 * Papers and items that come after the agenda: Local Government Act 1972, section 100B(4). An item that was not open to
 * inspection for the clear days may be considered only where the chair holds it urgent by reason of special
 * circumstances, which the minutes then specify. In Scotland section 50B(4) of the 1973 Act says the same.
 */
import type { AgendaItem, Country } from '../meeting.ts';
import type { Notice } from './clear-days.ts';
import { sayDay } from './dates.ts';
import { countWords } from './notice-words.ts';

const laws: Readonly<Record<Country, string>> = {
  England: 'section 100B(4)(b) of the Local Government Act 1972',
  Wales: 'section 100B(4)(b) of the Local Government Act 1972',
  Scotland: 'section 50B(4)(b) of the Local Government (Scotland) Act 1973',
  'Northern Ireland': 'Part 8 of the Local Government Act (Northern Ireland) 2014',
};

export interface LateItem {
  /** What the supplement and the minutes say; empty where the item is in time. */
  readonly words: string;
  /** What is still missing, as sentences for the clerk; empty: nothing. */
  readonly missing: readonly string[];
}

/** @param notice of the supplement: judged from its own day of publication. */
export function lateItem(
  item: Pick<AgendaItem, 'title' | 'late'>,
  country: Country,
  notice: Notice,
): LateItem {
  if (notice.lawful) return { words: '', missing: [] };
  const late = `“${item.title}” is published on ${sayDay(notice.published)}, ${countWords(notice.clearDays, 'clear day')} before the meeting`;
  const { urgency = '', lateness = '' } = item.late ?? {};
  const missing: string[] = [];
  if (urgency.trim() === '') {
    missing.push(`${late}. Say by which special circumstances it is urgent (${laws[country]}).`);
  }
  if (lateness.trim() === '') missing.push(`${late}. Say why it is late.`);
  const stop = (text: string) => `${text.trim().replace(/[.;,]+$/, '')}.`;
  const words = [
    `This item was not open to inspection for ${countWords(notice.required, 'clear day')} before the meeting.`,
    ...(urgency.trim() === ''
      ? []
      : [
          `The Chair is asked to consider it as a matter of urgency under ${laws[country]}, by reason of these special circumstances: ${stop(urgency)}`,
        ]),
    ...(lateness.trim() === '' ? [] : [`Reason for lateness: ${stop(lateness)}`]),
  ];
  return { words: words.join(' '), missing };
}
