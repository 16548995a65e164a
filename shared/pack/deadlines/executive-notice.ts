/**
 * Notices that executives in England give before they meet in private or take a key decision: the Local Authorities
 * (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012 (S.I. 2012/2089).
 */
import { judgeNotice, type Notice } from './clear-days.ts';
import { type CalendarDate, sayDay } from './dates.ts';
import { everyDay, type HolidayChanges, noHolidayChanges, workingDaysOf } from './working-days.ts';

/** Regulations 5(2) and 9(2). */
export const longNoticeDays = 28;
/** Regulations 5(4), 7 and 10(1)(c). */
export const shortNoticeDays = 5;
export const regulations =
  'the Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012';

export interface ExecutiveAsked {
  /** The private meeting, or the day or first day on which the key decision is to be made. */
  readonly meeting: CalendarDate;
  readonly changes?: HolidayChanges | undefined;
  /**
   * How the 28 days count; the 5 are always working days. The Regulations say "at least 28 clear days" and do not say
   * which. Authorities count every day of the calendar; but the clear days of section 100B are working days (R v
   * Swansea City Council, ex parte Elitestone Ltd, 1993), and no court is known to have said that these are others. So
   * the words name the day for both. Without it, calendar.
   */
  readonly count?: 'working' | 'calendar' | undefined;
}

export interface ExecutiveDates {
  /** Last working day for the 28-day notice. */
  readonly firstNotice: CalendarDate;
  /** Last working day for representations, so that the further notice can answer them. */
  readonly representations: CalendarDate;
  /** Last working day for the further notice, and for agenda and reports. */
  readonly secondNotice: CalendarDate;
}

/** Counted back from the meeting. */
export function executiveDates({ meeting, changes, count }: ExecutiveAsked): ExecutiveDates {
  const open = workingDaysOf('England', changes ?? noHolidayChanges);
  const days = count === 'working' ? open : everyDay;
  const secondNotice = open.shift(meeting, -(shortNoticeDays + 1));
  return {
    firstNotice: open.onOrBefore(days.shift(meeting, -(longNoticeDays + 1))),
    representations: open.shift(secondNotice, -1),
    secondNotice,
  };
}

/** @param published not after the meeting. */
export function judgeLongNotice(
  published: CalendarDate,
  asked: ExecutiveAsked,
  regulation: '5(2)' | '9(2)',
): Notice {
  return judgeNotice({
    published,
    meeting: asked.meeting,
    country: 'England',
    changes: asked.changes,
    required: longNoticeDays,
    count: asked.count ?? 'calendar',
    law: `S.I. 2012/2089, regulation ${regulation}`,
  });
}

/** @param published not after the meeting. */
export function judgeFurtherNotice(published: CalendarDate, asked: ExecutiveAsked): Notice {
  return judgeNotice({
    published,
    meeting: asked.meeting,
    country: 'England',
    changes: asked.changes,
    required: shortNoticeDays,
    law: 'S.I. 2012/2089, regulation 5(4)',
  });
}

/** Regulations 5(6) and 11(1). */
const chairman =
  'the chairman of the relevant overview and scrutiny committee (failing one, of the authority, or its vice-chairman)';

/** When to publish if the 28 days were working days, as a sentence. */
export function cautiousWords(asked: ExecutiveAsked): string {
  const { firstNotice } = executiveDates({ ...asked, count: 'working' });
  return `The Regulations do not say whether the 28 clear days are working days, as those of section 100B are; if they were, the last day would be ${sayDay(firstNotice)}.`;
}

/** What is left where the 28 days cannot be had, in sentences; null: they can. */
export function wayOutOfLongNotice(
  today: CalendarDate,
  asked: ExecutiveAsked,
  regulation: '5(2)' | '9(2)',
): string | null {
  const { firstNotice } = executiveDates(asked);
  if (today <= firstNotice) return null;
  const passed = `The last day for the 28-day notice was ${sayDay(firstNotice)}.`;
  if (regulation === '5(2)') {
    return `${passed} The meeting can be held in private only if ${chairman} agrees that it is urgent and cannot reasonably be deferred; the reasons are then published (regulation 5(6) and (7)).`;
  }
  const general = workingDaysOf('England', asked.changes ?? noHolidayChanges).shift(
    asked.meeting,
    -(shortNoticeDays + 1),
  );
  if (today <= general) {
    return `${passed} The general exception is open until ${sayDay(general)}: tell the chairman of the relevant overview and scrutiny committee (failing one, each of its members) in writing, publish that notice and why the 28 days cannot be had, and let five clear days pass (regulation 10).`;
  }
  return `${passed} The decision can be made only as a case of special urgency, with the agreement of ${chairman} that it is urgent and cannot reasonably be deferred; the reasons are then published (regulation 11).`;
}
