import { describe, expect, test } from 'vitest';
import {
  writeFurtherNotice,
  writeKeyDecisions,
  writePrivateNotice,
} from '../../../../shared/pack/deadlines/notice-documents.ts';
import { noHolidayChanges } from '../../../../shared/pack/deadlines/working-days.ts';
import { printDocument } from '../../../../shared/print/model.ts';
import { exemption, mintFrom, wordsOf } from '../after/records.ts';
import { itemOf, meetingOf } from '../meetings.ts';

const own = { ...exemption, regime: 'Executive2012-England' } as const;
const paper = {
  id: 'p',
  title: 'Terms of the lease',
  source: { type: 'toFollow' },
  appendix: false,
} as const;
const meeting = meetingOf({
  body: 'executive',
  committee: 'Cabinet',
  date: '2026-02-25',
  publicationDate: '',
  members: [
    { name: 'Councillor A Quill', role: 'Leader', party: '' },
    { name: 'Councillor O Tarn', role: '', party: '' },
  ],
  items: [
    itemOf('i1', 'Winter timetable'),
    itemOf('i2', 'Lease of the depot', { exempt: own }),
    itemOf('i3', 'Dredging', { papers: [{ ...paper, exempt: own }] }),
  ],
});

describe('the notices before a private meeting', () => {
  test('the first says what is private, why, and until when representations are answered', () => {
    const document = writePrivateNotice(meeting, noHolidayChanges, mintFrom());
    const words = wordsOf(document);
    expect(words).toContain('regulation 5(2) of the Local Authorities (Executive Arrangements)');
    expect(words).toContain(
      'Cabinet intends to meet in private on Wednesday 25 February 2026 for the items below',
    );
    expect(words).toContain(
      'Item 2: Lease of the depot\nThis item is likely to disclose exempt information under paragraph 3',
    );
    expect(words).toContain('Item 3: Dredging\nPart of this item');
    expect(words).toContain('Public interest: Commercial.');
    expect(words).toContain('by Monday 16 February 2026');
    expect(words).not.toContain('Winter timetable');
    expect(document && printDocument(document).blocks.length).toBeGreaterThan(5);
  });

  test('the second says what was said against it, and the answer', () => {
    const received = [
      {
        from: 'The Harbour Gazette',
        what: 'The rent is public money.',
        response: 'The rent is published once it is agreed.',
      },
    ];
    const words = wordsOf(writeFurtherNotice(meeting, { firstNotice: '2026-01-27', received }, mintFrom()));
    expect(words).toContain('first given on Tuesday 27 January 2026');
    expect(words).toContain(
      'Representation 1: The Harbour Gazette\nThe rent is public money.\nResponse: The rent is published',
    );
    const none = wordsOf(
      writeFurtherNotice(meeting, { firstNotice: '2026-01-27', received: [] }, mintFrom()),
    );
    expect(none).toContain('No representations were received');
  });

  test('there is none where nothing is private', () => {
    const open = { ...meeting, items: meeting.items.slice(0, 1) };
    expect(writePrivateNotice(open, noHolidayChanges, mintFrom())).toBeNull();
    expect(writeFurtherNotice(open, { firstNotice: '2026-01-27', received: [] }, mintFrom())).toBeNull();
  });
});

test('the notice of key decisions has each particular of regulation 9(1)', () => {
  const decisions = [
    { itemId: 'i1', decisionMaker: '', period: '' },
    { itemId: 'i3', decisionMaker: 'F Lodge, Director of Harbours', period: 'between 2 and 13 March 2026' },
    { itemId: 'gone', decisionMaker: '', period: '' },
  ];
  const words = wordsOf(writeKeyDecisions(meeting, decisions, 'Harrowmere Council', mintFrom()));
  expect(words).toContain('are to be made on behalf of Harrowmere Council');
  expect(words).toContain(
    'Decision maker: Cabinet: Councillor A Quill and Councillor O Tarn\nWhen: Wednesday 25 February 2026',
  );
  expect(words).toContain('Decision maker: F Lodge, Director of Harbours\nWhen: between 2 and 13 March 2026');
  expect(words).toContain('Terms of the lease (not for publication).');
  expect(words).toContain('are available from Ada Quill, ada.quill@harrowmere.example, 01234 567890');
  expect(words).toContain('Other documents relevant to these matters may be submitted');
  expect(writeKeyDecisions(meeting, [], '', mintFrom())).toBeNull();
});
