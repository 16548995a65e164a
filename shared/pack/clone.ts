/** The next meeting from the last one: what stands at every meeting is kept, what was business of that one is not. */
import type { Mint } from '../document/build.ts';
import type { AgendaItem, Meeting } from './meeting.ts';

/**
 * Standing items are kept in their order, with their numbers, words and timings, and so are standing sub-items; an item
 * that is not standing goes with all that is under it. Papers, staff notes, reasons for lateness, dates and
 * what was weighed in the public interest are of that meeting alone. Ids are new, so that nothing said of the old meeting is said of this one.
 */
export function cloneMeeting(last: Meeting, mint: Mint): Meeting {
  return { ...last, id: mint(), date: '', publicationDate: '', items: kept(last.items, mint) };
}

function kept(items: readonly AgendaItem[], mint: Mint): AgendaItem[] {
  return items
    .filter(({ standing }) => standing)
    .map((item) => ({
      ...item,
      id: mint(),
      staffNotes: '',
      late: null,
      exempt: item.exempt && { ...item.exempt, publicInterest: '' },
      papers: [],
      items: kept(item.items, mint),
    }));
}
