/** What is written before and after a meeting, from an agenda and a record that have something of everything. */
import type { DespatchDocument } from '../../shared/document/schema.ts';
import { writeActionList } from '../../shared/pack/after/action-list.ts';
import { writeDecisionNotice } from '../../shared/pack/after/decision-notice.ts';
import { writeMinutes } from '../../shared/pack/after/minutes.ts';
import { type ItemRecord, type MeetingRecord, newItemRecord } from '../../shared/pack/after/record.ts';
import {
  writeFurtherNotice,
  writeKeyDecisions,
  writePrivateNotice,
} from '../../shared/pack/deadlines/notice-documents.ts';
import { noHolidayChanges } from '../../shared/pack/deadlines/working-days.ts';
import type { Exemption } from '../../shared/pack/exemption.ts';
import type { Meeting } from '../../shared/pack/meeting.ts';
import { recordOf } from '../shared/pack/after/records.ts';
import { itemOf, meetingOf } from '../shared/pack/meetings.ts';
import { counter } from '../shared/templates/shipped.ts';

const commercial: Exemption = {
  regime: 'LGA1972-England',
  paragraph: 3,
  publicInterest: 'The contract is not signed, and what the bidders offer would be known to the others.',
};

export const committee: Meeting = meetingOf({
  committee: 'Harbours Committee',
  members: [
    { name: 'Councillor Ines Varley', role: 'Chair', party: 'Independent' },
    { name: 'Councillor Tobias Reeve', role: 'Vice-Chair', party: 'Labour' },
    { name: 'Councillor Mary Alder', role: '', party: 'Conservative' },
    { name: 'Councillor Leo Ferris', role: '', party: 'Green' },
  ],
  items: [
    itemOf('apologies', 'Apologies for absence'),
    itemOf('interests', 'Declarations of interest'),
    itemOf('last', 'Minutes of the last meeting'),
    itemOf('ferries', 'Winter timetable of the island ferries', {
      lead: 'Councillor Tobias Reeve',
      items: [
        itemOf('crews', 'Crews'),
        itemOf('piers', 'Piers', {
          late: { urgency: 'the pier at Saltmouth was closed on Tuesday', lateness: 'It broke on Monday' },
        }),
      ],
    }),
    itemOf('dredging', 'Dredging: award of the contract', { exempt: commercial }),
    itemOf('work', 'Work programme'),
  ],
});

const noted = (itemId: string, more: Partial<ItemRecord>): ItemRecord => ({
  ...newItemRecord(itemId),
  ...more,
});

export const record: MeetingRecord = recordOf(
  committee,
  [
    noted('last', {
      outcome: 'resolved',
      resolutions: [
        { id: 'r0', text: 'the minutes of 12 December 2024 be approved as a correct record', exempt: false },
      ],
    }),
    noted('ferries', {
      outcome: 'resolved',
      minute:
        'The Director of Harbours introduced the report. The first boat had left late on eleven days in December, and nurses had missed the early shift on four of them.\n\nMembers asked what a second boat on Fridays would cost. The Director said £42,000 a year.',
      mover: 'Councillor Tobias Reeve',
      seconder: 'Councillor Mary Alder',
      resolutions: [
        { id: 'r1', text: 'the winter timetable be agreed', exempt: false },
        { id: 'r2', text: 'a second boat run on Fridays from 1 March 2025', exempt: false },
        { id: 'r3', text: 'the Director report on its use in September', exempt: false },
      ],
      vote: {
        inFavour: 2,
        against: 1,
        abstained: 1,
        named: [
          { name: 'Councillor Ines Varley', vote: 'for' },
          { name: 'Councillor Tobias Reeve', vote: 'for' },
          { name: 'Councillor Mary Alder', vote: 'against' },
          { name: 'Councillor Leo Ferris', vote: 'abstained' },
        ],
      },
      actions: [
        {
          id: 'a1',
          what: 'Write to the health board about the early shift',
          owner: 'Ada Quill',
          due: '2025-02-14',
          state: 'open',
          exempt: false,
        },
        { id: 'a2', what: 'Publish the timetable', owner: '', due: '', state: 'open', exempt: false },
      ],
      decision: {
        madeBy: '',
        reasons: 'The boat is full on every second Friday.',
        rejected: 'A larger boat was rejected: it cannot land at Saltmouth.',
        key: true,
        callInUntil: '2025-02-07',
      },
    }),
    noted('piers', { outcome: 'noted', minute: 'The pier opens again on 10 February.' }),
    noted('dredging', {
      outcome: 'resolved',
      exemption: commercial,
      minute: 'Falconbridge Marine offers to dredge all four harbours for £1,234,567.',
      publicSummary: 'Four offers were considered and one was accepted.',
      resolutions: [{ id: 'r4', text: 'the contract be awarded to Falconbridge Marine', exempt: false }],
      actions: [
        {
          id: 'a3',
          what: 'Sign the contract',
          owner: 'Owen Tarn',
          due: '2025-02-28',
          state: 'open',
          exempt: false,
        },
      ],
      decision: { madeBy: '', reasons: 'It is the lowest.', rejected: '', key: false, callInUntil: '' },
    }),
    noted('work', { outcome: 'deferred' }),
  ],
  {
    chair: 'Councillor Ines Varley',
    began: '10:30',
    ended: '12:05',
    attendees: [
      {
        id: 'p1',
        name: 'Councillor Ines Varley',
        role: 'Chair',
        party: 'Independent',
        part: 'member',
        attendance: 'present',
        substituteFor: '',
        arrived: '',
        left: '',
      },
      {
        id: 'p2',
        name: 'Councillor Tobias Reeve',
        role: 'Vice-Chair',
        party: 'Labour',
        part: 'member',
        attendance: 'present',
        substituteFor: '',
        arrived: '10:45',
        left: '',
      },
      {
        id: 'p3',
        name: 'Councillor Mary Alder',
        role: '',
        party: 'Conservative',
        part: 'member',
        attendance: 'present',
        substituteFor: '',
        arrived: '',
        left: '11:50',
      },
      {
        id: 'p4',
        name: 'Councillor Stephen Cope',
        role: '',
        party: 'Labour',
        part: 'member',
        attendance: 'apologies',
        substituteFor: '',
        arrived: '',
        left: '',
      },
      {
        id: 'p5',
        name: 'Councillor Leo Ferris',
        role: '',
        party: 'Green',
        part: 'substitute',
        attendance: 'present',
        substituteFor: 'Councillor Stephen Cope',
        arrived: '',
        left: '',
      },
      {
        id: 'p6',
        name: 'Hana Lind',
        role: 'Director of Harbours',
        party: '',
        part: 'other',
        attendance: 'present',
        substituteFor: '',
        arrived: '',
        left: '',
      },
    ],
    declarations: [
      {
        id: 'd1',
        member: 'Councillor Mary Alder',
        itemId: 'dredging',
        kind: 'disclosablePecuniary',
        nature: 'her brother is employed by one of the bidders',
        leftRoom: true,
        dispensation: '',
      },
      {
        id: 'd2',
        member: 'Councillor Leo Ferris',
        itemId: 'ferries',
        kind: 'otherRegistrable',
        nature: 'he is a trustee of the Ferry Users’ Trust',
        leftRoom: false,
        dispensation: 'granted by the Head of Paid Service on 20 January 2025',
      },
    ],
  },
);

const executive: Meeting = {
  ...committee,
  committee: 'Cabinet',
  body: 'executive',
  date: '2025-04-30',
  publicationDate: '2025-04-22',
  items: committee.items.map((item) =>
    item.exempt === null ? item : { ...item, exempt: { ...item.exempt, regime: 'Executive2012-England' } },
  ),
};
const ministerial: Meeting = {
  ...committee,
  kind: 'ministerial',
  committee: 'Meeting with the Harbour Board',
};

function both(
  name: string,
  { document, exempt }: ReturnType<typeof writeMinutes>,
): [string, DespatchDocument][] {
  return [
    [name, document],
    ...(exempt === null ? [] : [[`${name}, exempt`, exempt] as [string, DespatchDocument]]),
  ];
}

/** Each by its name. */
export function meetingDocuments(): readonly (readonly [name: string, document: DespatchDocument])[] {
  const privateNotice = writePrivateNotice(executive, noHolidayChanges, counter());
  const furtherNotice = writeFurtherNotice(
    executive,
    {
      firstNotice: '2025-03-31',
      received: [
        {
          from: 'The Harrowmere Gazette',
          what: 'The price is public money.',
          response: 'It is published when the contract is signed.',
        },
      ],
    },
    counter(),
  );
  const keyDecisions = writeKeyDecisions(
    executive,
    [{ itemId: 'ferries', decisionMaker: '', period: '' }],
    'Harrowmere Council',
    counter(),
  );
  const notices = {
    'notice of a private meeting': privateNotice,
    'further notice': furtherNotice,
    'notice of key decisions': keyDecisions,
  };
  return [
    ...both('minutes', writeMinutes(committee, record, counter())),
    ...both('readout', writeMinutes(ministerial, record, counter())),
    ...both('action list', writeActionList(committee, record, counter())),
    ...both('decision notice', writeDecisionNotice(executive, record, counter())),
    ...Object.entries(notices).flatMap(([name, document]): [string, DespatchDocument][] =>
      document === null ? [] : [[name, document]],
    ),
  ];
}
