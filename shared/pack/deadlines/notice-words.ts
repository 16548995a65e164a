/** The words for a notice: each counted day, what was not counted and why, and what would have been lawful. */
import type { Notice } from './clear-days.ts';
import { type CalendarDate, months, sayDay } from './dates.ts';

/** "4 clear days", "1 clear day", "no clear day" */
export function countWords(count: number, thing: string): string {
  return `${count === 0 ? 'no' : count} ${thing}${count < 2 ? '' : 's'}`;
}

export function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** "Tuesday 30 April, Wednesday 1 and Thursday 2 May 2024": month and year stand where the next day has others. */
export function sayDays(dates: readonly CalendarDate[]): string {
  return joinWords(
    dates.map((date, at) => {
      const next = dates[at + 1];
      const [weekday, day] = sayDay(date).split(' ');
      if (next?.slice(0, 7) === date.slice(0, 7)) return `${weekday} ${day}`;
      const month = months[Number(date.slice(5, 7)) - 1];
      const year = next?.slice(0, 4) === date.slice(0, 4) ? '' : ` ${date.slice(0, 4)}`;
      return `${weekday} ${day} ${month}${year}`;
    }),
  );
}

/** More days than these are said as the first and the last of them. */
const mostNamed = 10;

function sayCounted({ counted, skipped }: Notice): string {
  const [first] = counted;
  const last = counted.at(-1);
  if (first === undefined || last === undefined) return '';
  if (counted.length <= mostNamed) return `, ${sayDays(counted)}`;
  return `, ${skipped.length === 0 ? 'every day' : 'the working days'} from ${sayDay(first)} to ${sayDay(last)}`;
}

function isWeekendReason(why: string): boolean {
  return why === 'a Saturday' || why === 'a Sunday';
}

function saySkipped({ skipped }: Notice): string {
  const weekends = skipped.filter(({ why }) => isWeekendReason(why)).map(({ date }) => date);
  const others = skipped.filter(({ why }) => !isWeekendReason(why));
  const parts = others.map(({ date, why }) => `${sayDay(date)}, ${why}`);
  // The names of many weekends would hide the holidays among them.
  if (weekends.length > 4) parts.push('the weekends');
  else if (weekends.length > 0) parts.push(sayDays(weekends));
  return parts.length === 0 ? '' : ` Not counted: ${parts.join('; ')}.`;
}

function sayPublished({ published, given, publishedOn, meeting }: Notice): string {
  const closed = publishedOn === null || isWeekendReason(publishedOn) ? '' : `, ${publishedOn}`;
  const late = given === published ? '' : `, after office hours and so as if on ${sayDay(given)}`;
  const aside = `${closed}${late}`;
  return `Published ${sayDay(published)}${aside}${aside === '' ? '' : ','} for the meeting on ${sayDay(meeting)}`;
}

/** Sentences that say why a notice is lawful or is not. */
export function explainNotice(notice: Notice): string {
  const { clearDays, required, lawful, law } = notice;
  const only = lawful || clearDays === 0 ? '' : 'only ';
  const rule = `${required === 0 ? 'none' : required} ${required < 2 ? 'is' : 'are'} required${law === null ? '' : ` (${law})`}`;
  const head = `${sayPublished(notice)}: ${only}${countWords(clearDays, 'clear day')}${sayCounted(notice)}; ${rule}.`;
  if (lawful) return `${head}${saySkipped(notice)}`;
  return `${head}${saySkipped(notice)} For this meeting the last lawful day to publish is ${sayDay(
    notice.lastPublication,
  )}; with this publication the earliest lawful meeting is on ${sayDay(notice.earliestMeeting)}.`;
}
