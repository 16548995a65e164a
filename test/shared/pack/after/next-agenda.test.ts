import { describe, expect, test } from 'vitest';
import { plainBlock, section } from '../../../../shared/document/build.ts';
import { DOCUMENT_FORMAT } from '../../../../shared/document/format.ts';
import type { DespatchDocument, KnownBlock } from '../../../../shared/document/schema.ts';
import { defaultSettings } from '../../../../shared/document/settings.ts';
import { beginRecord } from '../../../../shared/pack/after/begin-record.ts';
import { nextAgenda } from '../../../../shared/pack/after/next-agenda.ts';
import { recommendationsOf, resolutionFrom } from '../../../../shared/pack/after/recommendations.ts';
import { type Action, newItemRecord, recordSchema } from '../../../../shared/pack/after/record.ts';
import { meetingSchema } from '../../../../shared/pack/meeting.ts';
import { itemOf, meetingOf } from '../meetings.ts';
import { exemption, mintFrom, recordOf } from './records.ts';

const mint = mintFrom('b');
const recommendation = (text: string, level = 0, more: Partial<KnownBlock> = {}) =>
  ({ ...plainBlock(mint, 'recommendation', [{ type: 'text', text }], level), ...more }) as KnownBlock;

function report(...groups: KnownBlock[][]): DespatchDocument {
  return {
    format: DOCUMENT_FORMAT,
    id: mint(),
    kind: 'report',
    marking: null,
    settings: defaultSettings,
    sections: groups.flatMap((blocks) => [
      section(mint, 'recommendations', blocks),
      section(mint, 'body', [plainBlock(mint, 'paragraph', [{ type: 'text', text: 'Why.' }])]),
    ]),
  };
}

describe('recommendations', () => {
  test('are read once, with what stands under them, and what is exempt stays so', () => {
    const asked = [
      recommendation('That the timetable be agreed.'),
      recommendation('Approve'),
      recommendation('the fares;', 1),
      recommendation('the penalties.', 1, { exempt: exemption }),
      recommendation(' '),
    ];
    const again = recommendation('that the timetable be  agreed');
    expect(recommendationsOf(report(asked, [again]))).toEqual([
      { text: 'That the timetable be agreed.', exempt: null },
      { text: 'Approve (a) the fares; (b) the penalties.', exempt: exemption },
    ]);
  });

  test('say the words that a reference stands for', () => {
    const appendix: KnownBlock = {
      id: 'ap',
      kind: 'appendix',
      level: 0,
      content: [{ type: 'text', text: 'Fares' }],
      citations: [],
      designation: '1',
    };
    const asked = recommendation('');
    const document = report([
      {
        ...asked,
        content: [
          { type: 'text', text: 'Approve the fares in ' },
          { type: 'reference', target: 'ap', show: 'label' },
        ],
      } as KnownBlock,
    ]);
    const whole = { ...document, sections: [...document.sections, section(mint, 'documents', [appendix])] };
    expect(recommendationsOf(whole).map(({ text }) => text)).toEqual(['Approve the fares in Appendix 1']);
  });

  test.each([
    ['That the winter timetable be agreed.', 'the winter timetable be agreed'],
    ['Approve the fares.', 'the Committee approve the fares'],
    ['to note the report', 'the Committee note the report'],
    ['The Committee notes the report', 'the Committee notes the report'],
    ['Asks the Cabinet Member for a plan', 'the Committee asks the Cabinet Member for a plan'],
    ['Establishes a panel.', 'the Committee establishes a panel'],
    ['Grants of £500 be made', 'Grants of £500 be made'],
    ['It is recommended that Members agree the budget.', 'members agree the budget'],
    ['Harrowmere be twinned with Marlbridge', 'Harrowmere be twinned with Marlbridge'],
  ])('“%s” becomes RESOLVED: That %s', (words, resolution) => {
    expect(resolutionFrom(words, 'committee')).toBe(resolution);
  });
});

test('a record keeps why words of a report are withheld, also where the paper itself is not', () => {
  const document = report([recommendation('Approve the price.', 0, { exempt: exemption })]);
  const paper = {
    id: 'p',
    title: 'Ferry',
    source: { type: 'document', documentId: 'doc' },
    appendix: false,
    exempt: null,
  } as const;
  const meeting = meetingOf({ items: [itemOf('ferry', 'Ferry', { papers: [paper] })] });
  const [item] = beginRecord(meeting, new Map([['doc', document]]), mintFrom()).items;
  expect(item?.exemption).toEqual(exemption);
  expect(item?.resolutions.map(({ exempt }) => exempt)).toEqual([true]);
});

test('a record begins with the members present and what the reports recommend', () => {
  const document = report([recommendation('Approve the fares.')]);
  const paper = {
    id: 'p',
    title: 'Fares',
    source: { type: 'document', documentId: 'doc' },
    appendix: false,
    exempt: null,
  } as const;
  const meeting = meetingOf({
    body: 'executive',
    members: [
      { name: 'B Marl', role: 'Vice-Chair', party: '' },
      { name: 'A Quill', role: 'Chair', party: 'Independent' },
    ],
    items: [
      itemOf('fares', 'Fares', { papers: [paper, { ...paper, id: 'q', appendix: true }] }),
      itemOf('hidden', 'Hidden', { hidden: true, papers: [paper] }),
      itemOf('news', 'News', {
        purpose: 'noting',
        items: [itemOf('exempt', 'Pay', { papers: [{ ...paper, exempt: exemption }] })],
      }),
    ],
  });
  const record = beginRecord(meeting, new Map([['doc', document]]), mintFrom());
  expect(recordSchema.parse(record)).toEqual(record);
  expect(record).toMatchObject({ chair: 'A Quill', began: '10:30' });
  expect(record.attendees.map(({ name, attendance }) => [name, attendance])).toEqual([
    ['B Marl', 'present'],
    ['A Quill', 'present'],
  ]);
  expect(
    record.items.map(({ itemId, outcome, resolutions }) => [
      itemId,
      outcome,
      resolutions.map((r) => [r.text, r.exempt]),
    ]),
  ).toEqual([
    ['fares', 'resolved', [['the Executive approve the fares', false]]],
    ['news', 'noted', []],
    ['exempt', 'resolved', [['the Executive approve the fares', true]]],
  ]);
  expect(record.items[0]?.decision).not.toBeNull();
});

describe('the next agenda', () => {
  const action = (id: string, more: Partial<Action> = {}): Action => ({
    id,
    what: `Do ${id}`,
    owner: 'Clerk',
    due: '2025-02-14',
    state: 'open',
    exempt: false,
    ...more,
  });
  const last = meetingOf({
    items: [
      itemOf('i1', 'Winter timetable'),
      itemOf('i2', 'New quay', { items: [itemOf('i3', 'Crane')] }),
      itemOf('i4', 'Lease', { exempt: exemption }),
    ],
  });
  const record = recordOf(last, [
    {
      ...newItemRecord('i1'),
      actions: [action('one'), action('two', { state: 'done' }), action('three', { exempt: true })],
    },
    { ...newItemRecord('i2'), outcome: 'deferred' },
    { ...newItemRecord('i4'), actions: [action('four')] },
  ]);
  const older = meetingOf({ id: 'm0', date: '2024-12-05', items: [itemOf('o1', 'Dredging')] });
  const held = [
    { meeting: last, record, minutesId: 'doc-minutes' },
    {
      meeting: older,
      record: recordOf(older, [{ ...newItemRecord('o1'), actions: [action('zero', { due: '' })] }]),
      minutesId: null,
    },
  ];
  const next = meetingOf({
    id: 'm2',
    date: '2025-03-13',
    items: [
      itemOf('n1', 'Apologies for absence', { standing: true }),
      itemOf('n2', 'Declarations of interest', { standing: true }),
      itemOf('n3', 'Any other business', { standing: true }),
    ],
  });
  const made = nextAgenda(next, held, mintFrom());

  test('has minutes to confirm, with their document, behind the items that open it', () => {
    expect(meetingSchema.parse(made)).toEqual(made);
    expect(made.items.map(({ title }) => title)).toEqual([
      'Apologies for absence',
      'Declarations of interest',
      'Minutes of the last meeting',
      'Matters outstanding',
      'Any other business',
      'New quay',
    ]);
    expect(made.items[2]).toMatchObject({
      note: 'To confirm and sign as a correct record the minutes of the meeting held on Thursday 30 January 2025.',
      papers: [{ source: { type: 'document', documentId: 'doc-minutes' } }],
    });
  });

  test('has the actions that are open, of older meetings too, and exempt ones for staff alone', () => {
    expect(made.items[3]?.note.split('\n')).toEqual([
      'Do one (Clerk, by Friday 14 February 2025); Thursday 30 January 2025, item 1.',
      'Do zero (Clerk); Thursday 5 December 2024, item 1.',
    ]);
    expect(made.items[3]?.staffNotes.split('\n')).toEqual([
      'Not for publication, still open:',
      'Do three (Clerk, by Friday 14 February 2025); Thursday 30 January 2025, item 1.',
      'Do four (Clerk, by Friday 14 February 2025); Thursday 30 January 2025, item 3.',
    ]);
  });

  test('takes over what was deferred, with what stands under it, as new items', () => {
    const again = made.items.at(-1);
    expect(again).toMatchObject({
      note: 'Deferred from Thursday 30 January 2025.',
      items: [{ title: 'Crane' }],
    });
    expect(again?.id).not.toBe('i2');
  });

  test('fills the items that the committee has, and changes nothing else', () => {
    const own = meetingOf({
      items: [
        itemOf('x', 'Minutes of the meeting of 5 December'),
        itemOf('y', 'Matters arising'),
        itemOf('z', 'Pay'),
      ],
    });
    const filled = nextAgenda(own, held, mintFrom());
    expect(filled.items.map(({ id }) => id).slice(0, 3)).toEqual(['x', 'y', 'z']);
    expect(filled.items[1]?.note).toContain('Do one');
    expect(filled.items[2]).toEqual(own.items[2]);
    expect(nextAgenda(own, [], mintFrom())).toEqual(own);
  });

  test('cuts a list that is too long to print and says so', () => {
    const many = Array.from({ length: 400 }, (_, at) => action(`task number ${at}`));
    const busy = {
      meeting: last,
      record: recordOf(last, [{ ...newItemRecord('i1'), actions: many }]),
      minutesId: null,
    };
    const filled = nextAgenda(next, [busy], mintFrom());
    expect(meetingSchema.parse(filled)).toEqual(filled);
    expect(filled.items[3]?.note).toMatch(/and \d+ more in the list of actions\.$/);
  });
});
