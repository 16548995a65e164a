/** What the minutes will have as a bare heading, for the clerk who drafts them. */
import type { Meeting } from '../meeting.ts';
import { exclusionTitle } from '../motion.ts';
import { entriesOf, hasContent } from './agenda.ts';
import type { MeetingRecord } from './record.ts';
import { apologiesTitle, interestsTitle } from './usual-items.ts';

/** Words of its own come from elsewhere: the attendance, the declarations, the motion. */
const written = [apologiesTitle, interestsTitle, exclusionTitle];

/** Printed numbers of the items of which nothing was noted, in the order of the agenda; not of those with items under them. */
export function unnoted(meeting: Meeting, record: MeetingRecord): string[] {
  return entriesOf(meeting, record).flatMap(({ number, title, item, record: own }) => {
    const shown = item?.items.some(({ hidden }) => !hidden) ?? true;
    if (number === '' || shown || written.some((pattern) => pattern.test(title))) return [];
    return own.outcome === null && !hasContent(own) ? [number] : [];
  });
}
