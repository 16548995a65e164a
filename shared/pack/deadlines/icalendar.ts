/**
 * A calendar file that calendars import (RFC 5545; published as RFC 5546, 3.2.1 says where somebody is there to ask). The
 * same events and stamp give the same bytes.
 */
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

export interface Organiser {
  readonly name: string;
  readonly email: string;
}

/** An address that can stand in a `mailto:` as it is. */
const address = /^[\w.+'-]+@[\w-]+(?:\.[\w-]+)+$/;

/** 3.8.4.3; none without an address. A parameter knows no escape for quotation marks and controls (3.1). */
function organiserLines({ name, email }: Organiser): string[] {
  const own = email.trim();
  if (!address.test(own)) return [];
  const said = name.replace(/["\p{Cc}]/gu, ' ').trim();
  return [`ORGANIZER${said === '' ? '' : `;CN="${said}"`}:mailto:${own}`];
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

function eventLines(event: CalendarEvent, stamp: string, organiser: readonly string[]): string[] {
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
    ...organiser,
    `SUMMARY:${escapeText(event.summary.trim())}`,
    ...optional('DESCRIPTION', event.description),
    ...optional('LOCATION', event.location),
    'END:VEVENT',
  ];
}

/**
 * @param organiser whom to ask about the events.
 * @param stamp when it was made: ISO 8601 in UTC, as `Date.toISOString` gives it.
 */
export function writeCalendar(
  events: readonly CalendarEvent[],
  name: string,
  organiser: Organiser,
  stamp: string,
): string {
  const asked = organiserLines(organiser);
  const utc = `${stamp.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const timed = events.some(({ time }) => time !== null);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Despatch//Meetings and deadlines//EN',
    'CALSCALE:GREGORIAN',
    // What is published must say by whom (RFC 5546, 3.2.1).
    ...(asked.length === 0 ? [] : ['METHOD:PUBLISH']),
    `X-WR-CALNAME:${escapeText(name.trim())}`,
    ...(timed ? london : []),
    ...events.flatMap((event) => eventLines(event, utc, asked)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}
