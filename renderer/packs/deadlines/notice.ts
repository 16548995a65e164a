/** What can be said of the notice of a meeting, in few words and in whole sentences. */
import type { Committee } from '../../../shared/pack/committee.ts';
import { usualSteps } from '../../../shared/pack/deadlines/count-back.ts';
import { daysBetween, sayDate, sayDay } from '../../../shared/pack/deadlines/dates.ts';
import { noticeRules } from '../../../shared/pack/deadlines/notice-rules.ts';
import { countWords, explainNotice } from '../../../shared/pack/deadlines/notice-words.ts';
import { type Timetable, timetableOf } from '../../../shared/pack/deadlines/timetable.ts';
import { noHolidayChanges } from '../../../shared/pack/deadlines/working-days.ts';
import type { Meeting } from '../../../shared/pack/meeting.ts';

/** good: lawful. near: it must be published soon. bad: unlawful, or a date that is none. open: a date is missing. */
export type Verdict = 'good' | 'near' | 'bad' | 'open';

export interface NoticeView {
  readonly verdict: Verdict;
  /** "5 clear days: lawful" */
  readonly title: string;
  /** What to do about it, or nothing. */
  readonly short: string;
  /** Every day that was counted, and why others were not. */
  readonly text: string;
  readonly timetable: Timetable;
}

/** From so many days before the last lawful day on it is said that it comes near. */
const NEAR_DAYS = 7;

/** @param today YYYY-MM-DD */
export function timetableFor(meeting: Meeting, committee: Committee | null, today: string): Timetable {
  return timetableOf(meeting, {
    today,
    required: committee?.noticeDays ?? null,
    changes: committee?.bankHolidays ?? noHolidayChanges,
    steps: committee?.steps ?? usualSteps,
  });
}

/** @param today YYYY-MM-DD */
export function noticeView(meeting: Meeting, committee: Committee | null, today: string): NoticeView {
  const timetable = timetableFor(meeting, committee, today);
  const { notice, faults, deadlines } = timetable;
  const [fault] = faults;
  if (fault !== undefined) {
    return {
      verdict: 'bad',
      title: 'The dates cannot be right',
      short: faults.join(' '),
      text: faults.join(' '),
      timetable,
    };
  }
  if (meeting.date === '') {
    return {
      verdict: 'open',
      title: 'No date yet',
      short: 'With the date of the meeting, the last lawful day to publish is worked out.',
      text: 'With the date of the meeting, the last lawful day to publish is worked out.',
      timetable,
    };
  }
  if (notice) {
    const days = countWords(notice.clearDays, 'clear day');
    return notice.lawful
      ? {
          verdict: 'good',
          title: `${upper(days)}: lawful`,
          short: `${countWords(notice.required, 'day')} ${notice.required === 1 ? 'is' : 'are'} required.`,
          text: explainNotice(notice),
          timetable,
        }
      : {
          verdict: 'bad',
          title: `${upper(days)} of ${notice.required}: too late`,
          short: `Publish by ${sayDate(notice.lastPublication)}, or meet on ${sayDate(notice.earliestMeeting)} or later.`,
          text: explainNotice(notice),
          timetable,
        };
  }
  const last = deadlines.find(({ id }) => id === 'publication');
  if (!last) {
    return { verdict: 'good', title: 'No notice is required', short: '', text: '', timetable };
  }
  const left = daysBetween(today, last.date);
  const required = committee?.noticeDays ?? noticeRules[meeting.country].clearDays;
  if (left < 0) {
    return {
      verdict: 'bad',
      title: 'The last lawful day has passed',
      short: `It was ${sayDay(last.date)}. What is published now needs the chair’s agreement that it is urgent.`,
      text: `It was ${sayDay(last.date)}, for ${countWords(required, 'clear day')}. What is published now needs the chair’s agreement that it is urgent, with the reason minuted.`,
      timetable,
    };
  }
  return {
    verdict: left <= NEAR_DAYS ? 'near' : 'open',
    title:
      left === 0
        ? 'Publish today'
        : `Publish by ${sayDate(last.date)}${left <= NEAR_DAYS ? `, in ${countWords(left, 'day')}` : ''}`,
    short: `For ${countWords(required, 'clear day')} before the meeting.`,
    text: last.explanation,
    timetable,
  };
}

function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
