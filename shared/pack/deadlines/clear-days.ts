/**
 * Clear days between the publication of an agenda and its meeting: neither of the two days counts (R v Herefordshire
 * Justices, 1820), nor do Saturdays, Sundays, bank holidays and days of closure, on which nobody can inspect the papers
 * at the offices: the clear days of section 100B are working days (R v Swansea City Council, ex parte Elitestone Ltd,
 * Court of Appeal, 5 May 1993; the notice of 26 April 1990, a Thursday, for Tuesday 1 May was too short).
 */
import type { Country } from '../meeting.ts';
import { addDays, type CalendarDate, daysBetween } from './dates.ts';
import { noticeRules } from './notice-rules.ts';
import { everyDay, type HolidayChanges, noHolidayChanges, workingDaysOf } from './working-days.ts';

export interface NoticeAsked {
  readonly published: CalendarDate;
  /** Not before `published`. */
  readonly meeting: CalendarDate;
  readonly country: Country;
  /** The user's own number; absent: what the law of the country says. */
  readonly required?: number | undefined;
  /** Another law than that of agendas, which asks for `required`. */
  readonly law?: string | undefined;
  /** calendar: weekends and holidays count too. Without it, working. */
  readonly count?: 'working' | 'calendar' | undefined;
  /** Published when the offices had closed: it is as if on the next working day. */
  readonly afterHours?: boolean | undefined;
  readonly changes?: HolidayChanges | undefined;
}

export interface SkippedDay {
  readonly date: CalendarDate;
  /** "a Saturday", "a bank holiday (Good Friday)" */
  readonly why: string;
}

export interface Notice {
  readonly clearDays: number;
  readonly required: number;
  readonly lawful: boolean;
  readonly published: CalendarDate;
  /** The day it counts as published: another one than `published` only after hours. */
  readonly given: CalendarDate;
  readonly meeting: CalendarDate;
  readonly counted: readonly CalendarDate[];
  /** Between the two days, in order. */
  readonly skipped: readonly SkippedDay[];
  /** Why the offices were closed on the day of publication; null: they were open. */
  readonly publishedOn: string | null;
  /** The last working day on which publication in office hours would have been in time. */
  readonly lastPublication: CalendarDate;
  /** The first working day on which the meeting could be held after this publication. */
  readonly earliestMeeting: CalendarDate;
  /** null: the number is the user's own. */
  readonly law: string | null;
}

export function judgeNotice(asked: NoticeAsked): Notice {
  const { published, meeting, country } = asked;
  const open = workingDaysOf(country, asked.changes ?? noHolidayChanges);
  const days = asked.count === 'calendar' ? everyDay : open;
  const rule = noticeRules[country];
  const required = asked.required ?? rule.clearDays;
  const given = asked.afterHours === true ? open.onOrAfter(addDays(published, 1)) : published;
  const counted = days.between(given, meeting);
  const skipped: SkippedDay[] = [];
  for (let after = 1; after < daysBetween(given, meeting); after += 1) {
    const date = addDays(given, after);
    const why = days.whyClosed(date);
    if (why !== null) skipped.push({ date, why });
  }
  return {
    clearDays: counted.length,
    required,
    lawful: counted.length >= required,
    published,
    given,
    meeting,
    counted,
    skipped,
    publishedOn: open.whyClosed(published),
    lastPublication: open.onOrBefore(days.shift(meeting, -(required + 1))),
    earliestMeeting: open.onOrAfter(days.shift(given, required + 1)),
    law: asked.law ?? (required === rule.clearDays ? rule.law : null),
  };
}
