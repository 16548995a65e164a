/** Which meetings are listed, under which heading, in which order. */

import type { MeetingSummary } from '../../../shared/contract/meeting-calls.ts';
import { dayHere } from '../../../shared/day-here.ts';
import { faultOfDate, sayDate, weekdayOf } from '../../../shared/pack/deadlines/dates.ts';

export type MeetingShelf =
  | { readonly is: 'upcoming' | 'past' | 'bin' }
  | { readonly is: 'committee'; readonly committeeId: string };

export interface MeetingGroup {
  /** Unlike every other and every meeting's. */
  readonly id: string;
  /** "March 2027", "No date yet". */
  readonly name: string;
  readonly meetings: readonly MeetingSummary[];
}

/** @param today YYYY-MM-DD. A meeting without a date is still to come. */
export function onMeetingShelf(
  meetings: readonly MeetingSummary[],
  shelf: MeetingShelf,
  today: string,
): readonly MeetingSummary[] {
  switch (shelf.is) {
    case 'bin':
      return meetings;
    case 'upcoming':
      return meetings.filter(({ date }) => date === '' || date >= today).toSorted(soonestFirst);
    case 'past':
      return meetings.filter(({ date }) => date !== '' && date < today).toSorted(latestFirst);
    case 'committee':
      return meetings.filter(({ committeeId }) => committeeId === shelf.committeeId).toSorted(latestFirst);
  }
}

/** Those without a date first, because one is wanted. */
function soonestFirst(one: MeetingSummary, other: MeetingSummary): number {
  return one.date.localeCompare(other.date) || byTime(one, other);
}
function latestFirst(one: MeetingSummary, other: MeetingSummary): number {
  if (one.date === '' || other.date === '')
    return one.date === other.date ? byTime(one, other) : one.date === '' ? -1 : 1;
  return other.date.localeCompare(one.date) || byTime(one, other);
}
function byTime(one: MeetingSummary, other: MeetingSummary): number {
  return one.time.localeCompare(other.time) || one.committee.localeCompare(other.committee, 'en-GB');
}

/** Consecutive meetings of one month under its name. */
export function byMonth(meetings: readonly MeetingSummary[]): readonly MeetingGroup[] {
  const groups: { id: string; name: string; meetings: MeetingSummary[] }[] = [];
  for (const meeting of meetings) {
    const name = monthOf(meeting.date);
    const last = groups.at(-1);
    if (last?.name === name) last.meetings.push(meeting);
    else groups.push({ id: `month of ${meeting.id}`, name, meetings: [meeting] });
  }
  return groups;
}

function monthOf(date: string): string {
  return faultOfDate(date) === null ? sayDate(date).replace(/^\d+ /, '') : 'No date yet';
}

const weekdayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** "Thu" and "4" of 2027-03-04; null without a date. */
export function dayParts(date: string): { readonly weekday: string; readonly day: string } | null {
  if (faultOfDate(date) !== null) return null;
  return { weekday: weekdayNames[weekdayOf(date)] ?? '', day: String(Number(date.slice(8))) };
}

/** Every word of the query must begin a word of the committee, venue or date. */
export function matchingMeetings(
  meetings: readonly MeetingSummary[],
  query: string,
): readonly MeetingSummary[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return meetings;
  return meetings.filter(({ committee, venue, date }) => {
    const said = faultOfDate(date) === null ? sayDate(date) : '';
    const present = wordsOf(`${committee} ${venue} ${said} ${date}`);
    return wanted.every((word) => present.some((candidate) => candidate.startsWith(word)));
  });
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** "8 items, 12 papers, 2 to follow". */
export function contentsWords({
  items,
  papers,
  toFollow,
}: Pick<MeetingSummary, 'items' | 'papers' | 'toFollow'>): string {
  const many = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;
  if (items === 0) return 'No items yet';
  return [
    many(items, 'item'),
    ...(papers > 0 ? [many(papers, 'paper')] : []),
    ...(toFollow > 0 ? [`${toFollow} to follow`] : []),
  ].join(', ');
}

/** The name that a meeting is called by in sentences: "Harbours Committee, 4 March 2027". */
export function meetingName({
  committee,
  date,
}: {
  readonly committee: string;
  readonly date: string;
}): string {
  const name = committee.trim() === '' ? 'Untitled meeting' : committee;
  return faultOfDate(date) === null ? `${name}, ${sayDate(date)}` : name;
}

/** The day it is here, YYYY-MM-DD. */
export function todayHere(now: Date = new Date()): string {
  return dayHere(now);
}
