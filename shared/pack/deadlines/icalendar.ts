/** A calendar file that calendars import (RFC 5545). The same events and stamp give the same bytes. */
import { addDays, type CalendarDate } from './dates.ts';

export interface CalendarEvent {
  /** The same for the same event at every export, so that a calendar changes it and adds none. */
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly date: CalendarDate;
  /** HH:MM in London; null: all day. */
  readonly time: string | null;
  /** How long; of no meaning for the whole day. */
  readonly minutes: number;
}

/** 3.3.11: backslash, comma, semicolon and line breaks; other controls may not stand in a text at all. */
function escapeText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/[^\P{Cc}\t]/gu, '');
}

/** Of a character in UTF-8; half a surrogate pair is written as U+FFFD, which takes three. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** 3.1: no line longer than 75 octets; a character is never cut. */
function fold(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > 75) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

/** Summer time of the United Kingdom as it has been since 1996 (the Summer Time Order 2002). */
const london = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZNAME:BST',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZNAME:GMT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
];

const basic = (date: CalendarDate) => date.replaceAll('-', '');

function eventLines(event: CalendarEvent, stamp: string): string[] {
  const optional = (name: string, text: string) =>
    text.trim() === '' ? [] : [`${name}:${escapeText(text.trim())}`];
  const when =
    event.time === null
      ? [
          `DTSTART;VALUE=DATE:${basic(event.date)}`,
          `DTEND;VALUE=DATE:${basic(addDays(event.date, 1))}`,
          // A deadline takes nobody's day.
          'TRANSP:TRANSPARENT',
        ]
      : [
          `DTSTART;TZID=Europe/London:${basic(event.date)}T${event.time.replace(':', '')}00`,
          `DURATION:PT${Math.max(1, event.minutes)}M`,
          'TRANSP:OPAQUE',
        ];
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(event.uid)}`,
    `DTSTAMP:${stamp}`,
    ...when,
    `SUMMARY:${escapeText(event.summary.trim())}`,
    ...optional('DESCRIPTION', event.description),
    ...optional('LOCATION', event.location),
    'END:VEVENT',
  ];
}

/** @param stamp when it was made: ISO 8601 in UTC, as `Date.toISOString` gives it. */
export function writeCalendar(events: readonly CalendarEvent[], name: string, stamp: string): string {
  const utc = `${stamp.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const timed = events.some(({ time }) => time !== null);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Despatch//Meetings and deadlines//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name.trim())}`,
    ...(timed ? london : []),
    ...events.flatMap((event) => eventLines(event, utc)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}
