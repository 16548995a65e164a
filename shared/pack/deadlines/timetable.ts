/** Every date that hangs on a meeting, for the window, the pack check and the calendar. */
import type { AgendaItem, Meeting } from '../meeting.ts';
import { judgeNotice, type Notice } from './clear-days.ts';
import { countBack, type ReportStep } from './count-back.ts';
import { type CalendarDate, faultOfDate, sayDay } from './dates.ts';
import {
  cautiousWords,
  executiveDates,
  judgeFurtherNotice,
  judgeLongNotice,
  wayOutOfLongNotice,
} from './executive-notice.ts';
import type { CalendarEvent } from './icalendar.ts';
import { noticeRules } from './notice-rules.ts';
import { explainNotice } from './notice-words.ts';
import { type HolidayChanges, workingDaysOf } from './working-days.ts';

export interface TimetableSettings {
  /** The committee's own number of clear days; null: the law's. */
  readonly required: number | null;
  readonly changes: HolidayChanges;
  readonly steps: readonly ReportStep[];
  /** With it, what can no longer be had says what is left instead. */
  readonly today?: CalendarDate;
}

export interface Deadline {
  /** Unique in its meeting and the same at every reckoning. */
  readonly id: string;
  readonly name: string;
  readonly date: CalendarDate;
  readonly explanation: string;
}

export interface Timetable {
  /** The earliest first. */
  readonly deadlines: readonly Deadline[];
  /** null: the meeting or its publication has no date yet, or needs no notice. */
  readonly notice: Notice | null;
  /** Why a date cannot be reckoned with, as sentences. */
  readonly faults: readonly string[];
}

type Dated = Pick<Meeting, 'kind' | 'country' | 'body' | 'date' | 'publicationDate' | 'items'>;

function hasExempt(items: readonly AgendaItem[]): boolean {
  return items.some(
    ({ hidden, exempt, papers, items: under }) =>
      !hidden && (exempt !== null || papers.some((paper) => paper.exempt !== null) || hasExempt(under)),
  );
}

function faultsOf({ date, publicationDate }: Dated): string[] {
  const faults: string[] = [];
  for (const [what, text] of [
    ['The date of the meeting', date],
    ['The date of publication', publicationDate],
  ] as const) {
    const fault = text === '' ? null : faultOfDate(text);
    if (fault !== null) faults.push(`${what}, “${text}”, ${fault}.`);
  }
  if (faults.length === 0 && date !== '' && publicationDate > date) {
    faults.push(
      `The meeting, on ${sayDay(date)}, is before the publication of its agenda, on ${sayDay(publicationDate)}.`,
    );
  }
  return faults;
}

/** The notices of an executive in England that means to meet in private. */
function executiveDeadlines(meeting: Dated, { changes, today }: TimetableSettings): Deadline[] {
  if (meeting.body !== 'executive' || meeting.country !== 'England') return [];
  const asked = { meeting: meeting.date, changes };
  const { firstNotice, representations, secondNotice } = executiveDates(asked);
  const long = (regulation: '5(2)' | '9(2)') =>
    (today === undefined ? null : wayOutOfLongNotice(today, asked, regulation)) ??
    `${explainNotice(judgeLongNotice(firstNotice, asked, regulation))} ${cautiousWords(asked)}`;
  const decisions: Deadline = {
    id: 'key-decisions',
    name: 'Notice of key decisions',
    date: firstNotice,
    explanation: long('9(2)'),
  };
  if (!hasExempt(meeting.items)) return [decisions];
  return [
    decisions,
    {
      id: 'private-notice',
      name: 'Notice of the private meeting',
      date: firstNotice,
      explanation: long('5(2)'),
    },
    {
      id: 'representations',
      name: 'Representations about meeting in private',
      date: representations,
      explanation: 'So that the further notice can say what they are and answer them (regulation 5(5)).',
    },
    {
      id: 'further-notice',
      name: 'Further notice of the private meeting',
      date: secondNotice,
      explanation: explainNotice(judgeFurtherNotice(secondNotice, asked)),
    },
  ];
}

/** Seven working days, the day of the meeting the first of them. */
const noteDays = 7;

/** The note that principal councils in Wales publish after each meeting (Local Government Act 1972, section 100C(1C)). */
function noteDeadlines({ kind, country, body, date }: Dated, { changes }: TimetableSettings): Deadline[] {
  if (kind === 'ministerial' || country !== 'Wales' || body === 'executive') return [];
  const days = workingDaysOf(country, changes);
  return [
    {
      id: 'meeting-note',
      name: 'Note of the meeting published',
      date: days.shift(days.onOrAfter(date), noteDays - 1),
      explanation:
        'Who attended and who sent apologies, declarations of interest, and each decision with the outcome of any vote, without exempt information, are published electronically within seven working days that begin with the day of the meeting (Local Government Act 1972, section 100C(1C)). The draft minutes have all of these.',
    },
  ];
}

/** Deadlines of reports are counted back from the day of publication, or from the last lawful one where there is none. */
export function timetableOf(meeting: Dated, settings: TimetableSettings): Timetable {
  const faults = faultsOf(meeting);
  const { date, publicationDate, country } = meeting;
  if (faults.length > 0 || date === '') return { deadlines: [], notice: null, faults };
  const days = workingDaysOf(country, settings.changes);
  const required = settings.required ?? (meeting.kind === 'ministerial' ? 0 : noticeRules[country].clearDays);
  const asked = { meeting: date, country, required, changes: settings.changes };
  const last = days.shift(date, -(required + 1));
  const needsNotice = required > 0;
  const ideal = judgeNotice({ ...asked, published: last });
  const deadlines: Deadline[] = [
    ...countBack(settings.steps, publicationDate === '' ? last : publicationDate, days).map((step) => ({
      ...step,
      id: `step-${step.id}`,
      explanation: '',
    })),
    ...(needsNotice
      ? [
          {
            id: 'publication',
            name: 'Last lawful day to publish the agenda',
            date: last,
            explanation: explainNotice(ideal),
          },
        ]
      : []),
    ...executiveDeadlines(meeting, settings),
    ...noteDeadlines(meeting, settings),
  ];
  return {
    deadlines: deadlines.sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1)),
    notice:
      needsNotice && publicationDate !== '' ? judgeNotice({ ...asked, published: publicationDate }) : null,
    faults,
  };
}

const timeOfDay = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
/** How long a meeting is shown in a calendar whose items say no minutes. */
const usualMinutes = 120;

function minutesOf(items: readonly AgendaItem[]): number {
  return items.reduce(
    (sum, { hidden, minutes, items: under }) => sum + (hidden ? 0 : (minutes ?? minutesOf(under))),
    0,
  );
}

/** The meeting and its deadlines as a calendar has them; empty where the meeting has no date. */
export function eventsOf(
  meeting: Dated & Pick<Meeting, 'id' | 'committee' | 'time' | 'venue'>,
  deadlines: readonly Deadline[],
): CalendarEvent[] {
  if (meeting.date === '') return [];
  const uid = (part: string) => `${meeting.id}.${part}@despatch.invalid`;
  return [
    ...deadlines.map(({ id, name, date, explanation }) => ({
      uid: uid(id),
      summary: `${name}: ${meeting.committee}, ${sayDay(meeting.date)}`,
      description: explanation,
      location: '',
      date,
      time: null,
      minutes: 0,
    })),
    {
      uid: uid('meeting'),
      summary: meeting.committee,
      description: '',
      location: meeting.venue,
      date: meeting.date,
      time: timeOfDay.test(meeting.time) ? meeting.time : null,
      minutes: minutesOf(meeting.items) || usualMinutes,
    },
  ];
}
