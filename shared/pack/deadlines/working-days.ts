/** Which days an authority's offices are open, so that a paper can be inspected: the days that notices count. */
import type { Country } from '../meeting.ts';
import { bankHolidaysOf } from './bank-holidays.ts';
import { addDays, type CalendarDate, weekdayOf, yearOf } from './dates.ts';

/** What a user changes in the bank holidays: days of closure of their own, and holidays on which they work. */
export interface HolidayChanges {
  readonly added: readonly { readonly date: CalendarDate; readonly name: string }[];
  readonly removed: readonly CalendarDate[];
}
export const noHolidayChanges: HolidayChanges = { added: [], removed: [] };

export interface WorkingDays {
  /** Why the day is not counted, as "a Saturday", "a bank holiday (Good Friday)"; null: it is a working day. */
  whyClosed(date: CalendarDate): string | null;
  isWorking(date: CalendarDate): boolean;
  /** The day itself if it is one, else the first after it. */
  onOrAfter(date: CalendarDate): CalendarDate;
  onOrBefore(date: CalendarDate): CalendarDate;
  /** So many working days later; negative: earlier. The day itself is not counted and need not be a working day. */
  shift(date: CalendarDate, days: number): CalendarDate;
  /** Those after `from` and before `to`. */
  between(from: CalendarDate, to: CalendarDate): CalendarDate[];
}

const weekendNames: Readonly<Record<number, string>> = { 0: 'a Sunday', 6: 'a Saturday' };

export function workingDaysOf(country: Country, changes: HolidayChanges = noHolidayChanges): WorkingDays {
  const closures = new Map(changes.added.map(({ date, name }) => [date, name]));
  const opened = new Set(changes.removed);

  const whyClosed = (date: CalendarDate): string | null => {
    const weekend = weekendNames[weekdayOf(date)];
    if (weekend !== undefined) return weekend;
    const closure = closures.get(date);
    if (closure !== undefined) return closure === '' ? 'a day of closure' : `a day of closure (${closure})`;
    if (opened.has(date)) return null;
    const holiday = bankHolidaysOf(yearOf(date), country).find((candidate) => candidate.date === date);
    if (holiday === undefined) return null;
    return `a bank holiday (${holiday.name}${holiday.substitute ? ', substitute day' : ''})`;
  };
  return countedBy(whyClosed);
}

/** Every day of the calendar, for periods that no holiday interrupts. */
export const everyDay: WorkingDays = countedBy(() => null);

function countedBy(whyClosed: WorkingDays['whyClosed']): WorkingDays {
  const isWorking = (date: CalendarDate) => whyClosed(date) === null;
  const walk = (date: CalendarDate, step: 1 | -1) => {
    let at = date;
    while (!isWorking(at)) at = addDays(at, step);
    return at;
  };
  return {
    whyClosed,
    isWorking,
    onOrAfter: (date) => walk(date, 1),
    onOrBefore: (date) => walk(date, -1),
    shift(date, days) {
      const step = days < 0 ? -1 : 1;
      let at = date;
      for (let left = Math.abs(days); left > 0; left -= 1) at = walk(addDays(at, step), step);
      return at;
    },
    between(from, to) {
      const days: CalendarDate[] = [];
      for (let at = addDays(from, 1); at < to; at = addDays(at, 1)) if (isWorking(at)) days.push(at);
      return days;
    },
  };
}
