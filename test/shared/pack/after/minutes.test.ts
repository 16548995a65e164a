import { describe, expect, test } from 'vitest';
import type { DespatchDocument } from '../../../../shared/document/schema.ts';
import { knownBlocks, plainText } from '../../../../shared/document/walk.ts';
import { writeActionList } from '../../../../shared/pack/after/action-list.ts';
import { writeDecisionNotice } from '../../../../shared/pack/after/decision-notice.ts';
import { declarationWords } from '../../../../shared/pack/after/declarations.ts';
import { writeMinutes } from '../../../../shared/pack/after/minutes.ts';
import { councillor } from '../../../../shared/pack/after/people.ts';
import { type Attendee, type MeetingRecord, newItemRecord } from '../../../../shared/pack/after/record.ts';
import { actionWords, resolutionWords } from '../../../../shared/pack/after/sentences.ts';
import { numberDocument } from '../../../../shared/print/numbering.ts';
import { itemOf, meetingOf } from '../meetings.ts';
import { exemption, mintFrom, recordOf, wordsOf } from './records.ts';

const somebody = (name: string, more: Partial<Attendee> = {}): Attendee => ({
  id: name,
  name,
  role: '',
  party: '',
  part: 'member',
  attendance: 'present',
  substituteFor: '',
  arrived: '',
  left: '',
  ...more,
});

/** The lines of a document as they are read, with the numbers that are printed. */
function lines(document: DespatchDocument | null): string[] {
  if (document === null) return [];
  const numbers = numberDocument(document);
  return [...knownBlocks(document)].map((block) =>
    [numbers.get(block.id) ?? '', plainText(block.content)].join(' ').trim(),
  );
}

const meeting = meetingOf({
  items: [
    itemOf('apologies', 'Apologies for absence'),
    itemOf('interests', 'Declarations of interest'),
    itemOf('timetable', 'Winter timetable', { purpose: 'decision' }),
    itemOf('works', 'Works', { items: [itemOf('quay', 'The new quay'), itemOf('crane', 'The crane')] }),
    itemOf('lease', 'Lease of the depot', { exempt: exemption }),
  ],
});
const record: MeetingRecord = recordOf(
  meeting,
  [
    {
      ...newItemRecord('timetable'),
      outcome: 'resolved',
      minute: 'The Director of Harbours introduced the report.\n\nMembers asked about late boats on Fridays',
      mover: 'A Quill',
      seconder: 'Cllr O Tarn',
      resolutions: [
        { id: 'r1', text: 'That the winter timetable be agreed;', exempt: false },
        { id: 'r2', text: 'the fares be reviewed in March.', exempt: false },
      ],
      vote: {
        inFavour: 6,
        against: 1,
        abstained: 1,
        named: [
          { name: 'A Quill', vote: 'for' },
          { name: 'B Marl', vote: 'against' },
        ],
      },
      actions: [
        {
          id: 'a1',
          what: 'To write to the ferry company',
          owner: 'Director of Harbours',
          due: '2025-02-14',
          state: 'open',
          exempt: false,
        },
      ],
    },
    { ...newItemRecord('quay'), outcome: 'deferred' },
    { ...newItemRecord('crane'), outcome: 'noted' },
    {
      ...newItemRecord('lease'),
      outcome: 'resolved',
      minute: 'Three offers had been received.',
      publicSummary: 'The Committee considered offers for the lease of the depot.',
      resolutions: [{ id: 'r3', text: 'the offer of Marl and Sons be accepted', exempt: false }],
      actions: [{ id: 'a2', what: 'Sign the lease', owner: '', due: '', state: 'open', exempt: false }],
    },
  ],
  {
    chair: 'A Quill',
    began: '10:32',
    ended: '12:05',
    attendees: [
      somebody('Cllr B Marl', { left: '11:40' }),
      somebody('A Quill', { role: 'Chair' }),
      somebody('O Tarn', { part: 'substitute', substituteFor: 'C Sallow' }),
      somebody('C Sallow', { attendance: 'apologies' }),
      somebody('D Ferrin', { attendance: 'apologies' }),
      somebody('E Holt', { attendance: 'absent' }),
      somebody('Rev P Stone', { role: 'Co-opted member' }),
      somebody('F Lodge', { part: 'other', role: 'Director of Harbours', party: 'Harrowmere Council' }),
    ],
    declarations: [
      {
        id: 'd1',
        member: 'B Marl',
        itemId: 'lease',
        kind: 'disclosablePecuniary',
        nature: 'his firm made an offer',
        leftRoom: true,
        dispensation: '',
      },
    ],
  },
);

describe('the minutes of a committee', () => {
  const { document, exempt } = writeMinutes(meeting, record, mintFrom());

  test('say who was there, what was said and what was resolved', () => {
    expect(lines(document)).toEqual([
      'Minutes of the Harbours Committee',
      'Harbours Committee',
      'Thursday 30 January 2025',
      '10:32 to 12:05',
      'Council Chamber; Quay Street, Harrowmere',
      'Draft minutes, to be confirmed at the next meeting.',
      'Attendance',
      'Present: Councillor A Quill (Chair), Councillor B Marl, Rev P Stone (Co-opted member)',
      'Substitutes: Councillor O Tarn (for Councillor C Sallow)',
      'Also present: F Lodge, Director of Harbours, Harrowmere Council',
      'Absent: Councillor E Holt',
      'Councillor B Marl left the meeting at 11:40.',
      'Item 1: Apologies for absence',
      '1. Apologies for absence were received from Councillor C Sallow and Councillor D Ferrin.',
      'Item 2: Declarations of interest',
      '2. Councillor B Marl declared a Disclosable Pecuniary Interest in item 5 (his firm made an offer) and left the room while the item was considered.',
      'Item 3: Winter timetable',
      '3. The Director of Harbours introduced the report.',
      '4. Members asked about late boats on Fridays',
      '5. Proposed by Councillor A Quill and seconded by Councillor O Tarn.',
      '6. RESOLVED: That',
      'a. the winter timetable be agreed; and',
      'b. the fares be reviewed in March.',
      '7. Voting: 6 in favour, 1 against, 1 abstention. A recorded vote was taken. For: Councillor A Quill. Against: Councillor B Marl.',
      '8. Action: Write to the ferry company (Director of Harbours, by Friday 14 February 2025).',
      'Item 4: Works',
      'Item 4(a): The new quay',
      '9. The item was deferred to a later meeting.',
      'Item 4(b): The crane',
      '10. The item was noted.',
      'Exclusion of the public',
      expect.stringMatching(/^11\. RESOLVED: That, under section 100A\(4\) of the Local Government Act 1972/),
      expect.stringMatching(
        /^a\. Item 5, Lease of the depot: paragraph 3 \(Information relating to the financial.*\),$/,
      ),
      expect.stringMatching(/^and that, in all the circumstances/),
      'Item 5: Lease of the depot',
      '12. The Committee considered offers for the lease of the depot.',
      expect.stringMatching(
        /^\[The minute of this item is withheld: not for publication by virtue of paragraph 3/,
      ),
      'The meeting ended at 12:05.',
      'Signed by the Chair as a correct record:\n\n\nDate:',
      'Contact',
      'Ada Quill',
      '01234 567890',
      'ada.quill@harrowmere.example',
    ]);
  });

  test('keep what is exempt in a document of its own, which says why', () => {
    expect(lines(exempt).slice(5, 10)).toEqual([
      'Item 5: Lease of the depot',
      expect.stringMatching(/^Not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A/),
      '1. Three offers had been received.',
      '2. RESOLVED: That the offer of Marl and Sons be accepted.',
      '3. Action: Sign the lease.',
    ]);
    const heading = [...knownBlocks(exempt ?? document)].find(({ kind }) => kind === 'heading');
    expect(heading).toMatchObject({ exempt: exemption });
  });

  test('are no draft once they are approved', () => {
    const approved = writeMinutes(meeting, { ...record, approvedOn: '2025-03-13' }, mintFrom());
    expect(wordsOf(approved.document)).toContain('Approved as a correct record on Thursday 13 March 2025.');
    expect(wordsOf(approved.document)).not.toContain('Draft');
  });

  test('of an agenda without the usual items say apologies and interests with the attendance', () => {
    const bare = meetingOf();
    const words = wordsOf(writeMinutes(bare, recordOf(bare, []), mintFrom()).document);
    expect(words).toContain('There were no apologies for absence.');
    expect(words).toContain('There were no declarations of interest.');
  });

  test('have no word of a record whose item was taken off the agenda', () => {
    const gone = { ...newItemRecord('gone'), minute: 'A secret.' };
    const written = writeMinutes(meeting, { ...record, items: [gone] }, mintFrom());
    expect(wordsOf(written.document)).not.toContain('secret');
    expect(wordsOf(written.exempt)).toContain('A secret.');
  });

  test('specify why a late item was urgent, as the law asks', () => {
    const late = { urgency: 'the quay is unsafe.', lateness: 'the storm was on Sunday' };
    const urgent = meetingOf({ items: [itemOf('timetable', 'Storm damage', { late, exempt: exemption })] });
    const words = wordsOf(writeMinutes(urgent, record, mintFrom()).document);
    expect(words).toContain(
      'as a matter of urgency under section 100B(4)(b) of the Local Government Act 1972, by reason of these special circumstances: the quay is unsafe. Reason for lateness: the storm was on Sunday.',
    );
  });

  test('break long business into sections that the editor holds', () => {
    const long = {
      ...newItemRecord('timetable'),
      minute: Array.from({ length: 300 }, (_, at) => `Point ${at}.`).join('\n\n'),
    };
    const written = writeMinutes(meeting, { ...record, items: [long] }, mintFrom());
    expect(Math.max(...written.document.sections.map(({ blocks }) => blocks.length))).toBeLessThanOrEqual(40);
    expect(wordsOf(written.document)).toContain('Point 299.');
  });
});

test('a minister’s meeting has a readout: what was agreed, and the actions as a table at its end', () => {
  const own = meetingOf({
    kind: 'ministerial',
    committee: 'Meeting with the Harbour Board',
    items: meeting.items.slice(2, 3),
  });
  const words = wordsOf(writeMinutes(own, { ...record, declarations: [] }, mintFrom()).document);
  expect(words).toContain('Readout: Meeting with the Harbour Board');
  expect(words).toContain('Agreed:');
  expect(words).not.toMatch(/RESOLVED|Signed by|Draft minutes|Councillor A|declarations/);
  expect(words.split('\n').slice(-10, -4)).toEqual([
    '1',
    '1. Winter timetable',
    'Write to the ferry company.',
    'Director of Harbours',
    'Friday 14 February 2025',
    'Open',
  ]);
});

test('the list of actions says who and by when, the earliest first, and what is missing', () => {
  const later = {
    id: 'a0',
    what: 'Book a room',
    owner: 'Clerk',
    due: '2025-03-01',
    state: 'done',
    exempt: false,
  } as const;
  const [timetable, ...rest] = record.items;
  if (!timetable) throw new Error('an item');
  const more = { ...record, items: [{ ...timetable, actions: [later, ...timetable.actions] }, ...rest] };
  const written = writeActionList(meeting, more, mintFrom());
  expect(wordsOf(written.document)).toMatch(
    /ferry company[\s\S]*Book a room\.\nClerk\nSaturday 1 March 2025\nDone/,
  );
  expect(wordsOf(written.exempt)).toContain('Sign the lease.\nNot set\nNot set\nOpen');
  const none = writeActionList(meeting, recordOf(meeting, []), mintFrom());
  expect(wordsOf(none.document)).toContain('No actions were agreed.');
  expect(none.exempt).toBeNull();
});

describe('the notice of decisions', () => {
  const executive = meetingOf({ ...meeting, body: 'executive', committee: 'Cabinet' });
  const decided = (more: object) => ({
    ...record,
    items: record.items.map((item) => ({
      ...item,
      decision: { madeBy: '', reasons: '', rejected: '', key: true, callInUntil: '2025-02-07', ...more },
    })),
  });

  test('has what regulation 12 asks for', () => {
    const full = decided({
      reasons: 'To keep the boats running.',
      rejected: 'To do nothing.\n\nTo run fewer boats.',
    });
    const { document, exempt } = writeDecisionNotice(executive, full, mintFrom());
    expect(lines(document).slice(5, 19)).toEqual([
      'Item 3: Winter timetable',
      '1. Decision: That',
      'a. the winter timetable be agreed; and',
      'b. the fares be reviewed in March.',
      'Made by: Cabinet',
      'Date of the decision: Thursday 30 January 2025',
      'Key decision: Yes',
      'Reasons: To keep the boats running.',
      'Alternative options considered and rejected: To do nothing.',
      'To run fewer boats.',
      'Conflicts of interest: None declared.',
      'Call-in: This decision may be called in until the end of Friday 7 February 2025. Unless it is, it takes effect then.',
      'Item 5: Lease of the depot',
      expect.stringMatching(/^\[A decision is withheld: not for publication/),
    ]);
    expect(lines(exempt)).toContain(
      'Conflicts of interest: Councillor B Marl: a Disclosable Pecuniary Interest (his firm made an offer), left the room; no dispensation was granted.',
    );
  });

  test('claims nothing that nobody wrote down', () => {
    const words = wordsOf(writeDecisionNotice(executive, decided({ callInUntil: '' }), mintFrom()).document);
    expect(words).toContain('Reasons: Not recorded.');
    expect(words).toContain('Alternative options considered and rejected: None recorded.');
    expect(words).not.toContain('Call-in');
  });
});

test.each([
  ['A Quill', '', 'Councillor A Quill'],
  ['Cllr. A Quill', '', 'Councillor A Quill'],
  ['Councillor A Quill', '', 'Councillor A Quill'],
  ['Dame Ada Quill', '', 'Dame Ada Quill'],
  ['A Quill', 'Independent person', 'A Quill'],
])('%s (%s) is called %s', (name, role, called) => {
  expect(councillor(name, role)).toBe(called);
});

test.each([
  ['RESOLVED: That the fees be agreed.', 'the fees be agreed'],
  ['that, the fees be agreed;', 'the fees be agreed'],
  ['Thatching be allowed', 'Thatching be allowed'],
])('of “%s” the resolution is “%s”', (text, words) => {
  expect(resolutionWords({ text })).toBe(words);
});

test('a dispensation and a member who stayed are said', () => {
  const [declaration] = record.declarations;
  if (!declaration) throw new Error('a declaration');
  const stayed = {
    ...declaration,
    leftRoom: false,
    dispensation: 'granted by the Monitoring Officer on 3 January.',
  };
  expect(declarationWords(stayed, null, councillor)).toBe(
    'Councillor B Marl declared a Disclosable Pecuniary Interest (his firm made an offer) and remained in the room. A dispensation had been granted by the Monitoring Officer on 3 January.',
  );
});

test.each([
  [
    'To write to the board.',
    'Clerk',
    '2025-02-14',
    'Write to the board (Clerk, by Friday 14 February 2025).',
  ],
  ['NHS contract to be signed', '', '2025-02-14', 'NHS contract to be signed (by Friday 14 February 2025).'],
  ['book a room', '', '', 'Book a room.'],
])('the action “%s” of “%s” reads as a sentence', (what, owner, due, words) => {
  expect(actionWords({ id: 'a', what, owner, due, state: 'open', exempt: false })).toBe(words);
});
