import { expect, test } from 'vitest';
import {
  byMonth,
  contentsWords,
  dayParts,
  matchingMeetings,
  meetingName,
  onMeetingShelf,
} from '../../../renderer/packs/meetings/list-model.ts';
import type { MeetingSummary } from '../../../shared/contract/meeting-calls.ts';

const meeting = (date: string, committee = 'Harbours Committee', time = '14:00'): MeetingSummary => ({
  id: `${committee} ${date} ${time}`,
  kind: 'committee',
  committee,
  committeeId: committee,
  date,
  time,
  venue: 'Town Hall',
  items: 3,
  papers: 1,
  toFollow: 0,
  revision: 1,
  updatedAt: '2027-01-01T00:00:00Z',
  publishedAt: null,
});
const dates = (meetings: readonly MeetingSummary[]) =>
  meetings.map(({ date, time }) => `${date} ${time}`.trim());

const all = [
  meeting('2027-03-04'),
  meeting('2027-02-01'),
  meeting(''),
  meeting('2027-03-04', 'Cabinet', '09:30'),
  meeting('2026-12-10'),
  meeting('2027-04-20'),
];

test('what is to come is listed soonest first, after the meetings that want a date; today is to come', () => {
  expect(dates(onMeetingShelf(all, { is: 'upcoming' }, '2027-03-04'))).toEqual([
    '14:00',
    '2027-03-04 09:30',
    '2027-03-04 14:00',
    '2027-04-20 14:00',
  ]);
});

test('what is past is listed latest first', () => {
  expect(dates(onMeetingShelf(all, { is: 'past' }, '2027-03-04'))).toEqual([
    '2027-02-01 14:00',
    '2026-12-10 14:00',
  ]);
});

test('a committee has all its meetings, latest first, those without a date before them', () => {
  const own = onMeetingShelf(all, { is: 'committee', committeeId: 'Harbours Committee' }, '2027-03-04');
  expect(dates(own)).toEqual([
    '14:00',
    '2027-04-20 14:00',
    '2027-03-04 14:00',
    '2027-02-01 14:00',
    '2026-12-10 14:00',
  ]);
});

test('meetings of one month stand under its name, in the order given', () => {
  const groups = byMonth(onMeetingShelf(all, { is: 'upcoming' }, '2027-03-04'));
  expect(groups.map(({ name, meetings }) => [name, meetings.length])).toEqual([
    ['No date yet', 1],
    ['March 2027', 2],
    ['April 2027', 1],
  ]);
});

test('a query finds the beginnings of words of committee, venue and date', () => {
  expect(matchingMeetings(all, 'harb apr')).toHaveLength(1);
  expect(matchingMeetings(all, 'town 4 march')).toHaveLength(2);
  expect(matchingMeetings(all, 'arbour')).toEqual([]);
  expect(matchingMeetings(all, '  ')).toBe(all);
});

test('a meeting is said in words, also without a name and a date', () => {
  expect(meetingName(meeting('2027-03-04'))).toBe('Harbours Committee, 4 March 2027');
  expect(meetingName(meeting('', ''))).toBe('Untitled meeting');
  expect(contentsWords({ items: 1, papers: 2, toFollow: 1 })).toBe('1 item, 2 papers, 1 to follow');
  expect(contentsWords({ items: 0, papers: 0, toFollow: 0 })).toBe('No items yet');
  expect(dayParts('2027-03-04')).toEqual({ weekday: 'Thu', day: '4' });
  expect(dayParts('')).toBeNull();
});
