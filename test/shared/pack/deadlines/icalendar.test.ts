import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CalendarEvent, writeCalendar } from '../../../../shared/pack/deadlines/icalendar.ts';
import { one, readCalendar, textOf } from './strict-calendar.ts';

const stamp = '2026-11-28T12:00:00.000Z';
const contact = { name: 'Ada "Quay" Quill, Clerk; Harbours: North', email: 'ada.quill@harrowmere.example' };
const nobody = { name: 'Ada Quill', email: '' };
const read = (events: readonly CalendarEvent[], organiser = contact) =>
  readCalendar(new TextEncoder().encode(writeCalendar(events, 'Harbours Committee', organiser, stamp)));
const events = (calendar: ReturnType<typeof read>) =>
  calendar.components.filter(({ name }) => name === 'VEVENT');

const meeting: CalendarEvent = {
  uid: 'm1.meeting@despatch.invalid',
  summary: 'Harbours Committee',
  description: '',
  location: 'Council Chamber; Quay Street, Harrowmere',
  date: '2026-07-09',
  time: '10:30',
  minutes: 90,
};
const allDay: CalendarEvent = {
  ...meeting,
  uid: 'm1.draft@despatch.invalid',
  date: '2026-12-31',
  time: null,
};

test('a meeting stands at its time in London, a deadline on its whole day', () => {
  const calendar = read([meeting, allDay]);
  const [timed, day] = events(calendar);
  if (!timed || !day) throw new Error('two events');
  expect(one(timed, 'DTSTART')).toEqual({
    name: 'DTSTART',
    parameters: { TZID: 'Europe/London' },
    value: '20260709T103000',
  });
  expect(one(timed, 'DURATION').value).toBe('PT90M');
  expect(one(timed, 'DTSTAMP').value).toBe('20261128T120000Z');
  expect(one(day, 'DTSTART')).toMatchObject({ parameters: { VALUE: 'DATE' }, value: '20261231' });
  expect(one(day, 'DTEND').value).toBe('20270101');
  expect(textOf(one(timed, 'LOCATION').value)).toBe(meeting.location);
});

test('it is published by whom to ask, and by nobody where there is no address', () => {
  const calendar = read([meeting, allDay]);
  expect(one(calendar, 'METHOD').value).toBe('PUBLISH');
  for (const event of events(calendar)) {
    expect(one(event, 'ORGANIZER')).toMatchObject({
      parameters: { CN: 'Ada  Quay  Quill, Clerk; Harbours: North' },
      value: 'mailto:ada.quill@harrowmere.example',
    });
  }
  for (const email of ['', 'ada quill', 'ada@harrowmere.example\r\nBEGIN:VALARM']) {
    const silent = read([meeting], { ...nobody, email });
    expect(silent.properties.map(({ name }) => name)).not.toContain('METHOD');
    expect(events(silent)[0]?.properties.map(({ name }) => name)).not.toContain('ORGANIZER');
  }
});

test('the zone says when the clocks change', () => {
  const zone = read([meeting]).components.find(({ name }) => name === 'VTIMEZONE');
  const parts = zone?.components.map((part) => [
    part.name,
    one(part, 'TZOFFSETFROM').value,
    one(part, 'TZOFFSETTO').value,
    one(part, 'RRULE').value,
  ]);
  expect(parts).toEqual([
    ['DAYLIGHT', '+0000', '+0100', 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU'],
    ['STANDARD', '+0100', '+0000', 'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'],
  ]);
});

test('the same events and stamp give the same bytes', () => {
  const bytes = () => writeCalendar([meeting, allDay], 'x', contact, stamp);
  expect(bytes()).toBe(bytes());
});

test('any words come back as they went in, whatever is in them, and every line keeps to 75 octets', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 300 });
  const odd = fc.array(
    fc.constantFrom(
      '\\',
      ';',
      ',',
      '\n',
      '\r\n',
      'n',
      '£',
      '🚢',
      'Ẅ',
      ' ',
      'BEGIN:VEVENT',
      '\u0000',
      '\u0085',
      '"',
      ':',
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(words, odd, (description, pieces) => {
      const written = `${description}${pieces.join('')}`;
      const [event] = events(read([{ ...meeting, summary: 'x', description: `a${written}z` }]));
      if (!event) throw new Error('an event');
      const expected = `a${written}z`.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/[^\P{Cc}\t\n]/gu, '');
      expect(textOf(one(event, 'DESCRIPTION').value)).toBe(expected);
    }),
  );
});
