/** How people are named in minutes, and who was there. */
import { joinWords } from '../deadlines/notice-words.ts';
import type { Meeting } from '../meeting.ts';
import type { Attendee, MeetingRecord } from './record.ts';

const titled =
  /^(?:Councillors?|Alderman|Mayor|Provost|Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Baroness|Rev(?:erend)?|The)\b/i;
/** Members without being councillors. */
const notElected = /co-?opt|independent|lay member|parent governor|church/i;

/** "Cllr A Quill" and "A Quill" are both Councillor A Quill; who has a title keeps it. */
export function councillor(name: string, role = ''): string {
  const plain = name.trim().replace(/^Cllrs?\.?\s+/i, 'Councillor ');
  if (plain === '' || titled.test(plain) || notElected.test(role)) return plain;
  return `Councillor ${plain}`;
}

export type Naming = (name: string, role?: string) => string;

/** In ministers' meetings people are called as they are written. */
export function namingOf({ kind }: Pick<Meeting, 'kind'>): Naming {
  return kind === 'ministerial' ? (name) => name.trim() : councillor;
}

function member(attendee: Attendee, { chair }: MeetingRecord, name: Naming): string {
  const { role } = attendee;
  const called = name(attendee.name, role);
  const presided = attendee.name.trim() === chair.trim() && chair.trim() !== '';
  const office = presided ? (/chair/i.test(role) && !/vice/i.test(role) ? role : 'in the Chair') : role;
  return office.trim() === '' ? called : `${called} (${office.trim()})`;
}

function other(attendee: Attendee): string {
  return [attendee.name, attendee.role, attendee.party].filter((words) => words.trim() !== '').join(', ');
}

export interface Presence {
  readonly label: string;
  readonly names: string;
}

/** Lines of the attendance, each with somebody in it. */
export function presenceOf(record: MeetingRecord, name: Naming): Presence[] {
  const named = record.attendees.filter((attendee) => attendee.name.trim() !== '');
  const present = named.filter(({ attendance }) => attendance === 'present');
  const members = present.filter(({ part }) => part === 'member');
  const chairFirst = members.toSorted(
    (a, b) => Number(b.name.trim() === record.chair.trim()) - Number(a.name.trim() === record.chair.trim()),
  );
  const lines: [string, string[]][] = [
    ['Present', chairFirst.map((attendee) => member(attendee, record, name))],
    [
      'Substitutes',
      present
        .filter(({ part }) => part === 'substitute')
        .map(({ name: own, role, substituteFor }) =>
          substituteFor.trim() === ''
            ? name(own, role)
            : `${name(own, role)} (for ${name(substituteFor, '')})`,
        ),
    ],
    ['Also present', present.filter(({ part }) => part === 'other').map(other)],
    [
      'Absent',
      named
        .filter(({ attendance, part }) => attendance === 'absent' && part !== 'other')
        .map((attendee) => name(attendee.name, attendee.role)),
    ],
  ];
  return lines.flatMap(([label, names]) =>
    names.length === 0 ? [] : [{ label, names: names.join(label === 'Also present' ? '; ' : ', ') }],
  );
}

export function apologiesOf(record: MeetingRecord, name: Naming): string {
  const names = record.attendees
    .filter(({ attendance, name: own }) => attendance === 'apologies' && own.trim() !== '')
    .map((attendee) => name(attendee.name, attendee.role));
  return names.length === 0
    ? 'There were no apologies for absence.'
    : `Apologies for absence were received from ${joinWords(names)}.`;
}

/** Who came late or left early, in sentences. */
export function movementsOf(record: MeetingRecord, name: Naming): string[] {
  return record.attendees.flatMap(({ name: own, role, attendance, arrived, left }) => {
    if (attendance !== 'present' || own.trim() === '' || (arrived === '' && left === '')) return [];
    const called = name(own, role);
    const moves = [
      ...(arrived === '' ? [] : [`joined the meeting at ${arrived}`]),
      ...(left === '' ? [] : [`left it at ${left}`]),
    ];
    return [`${called} ${moves.join(' and ').replace(/^left it/, 'left the meeting')}.`];
  });
}
