import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { parseMeetingFile } from '../../../shared/pack/from-file.ts';
import { meetingSchema } from '../../../shared/pack/meeting.ts';
import { meetingJsonSchema } from '../../../shared/pack/meeting-json-schema.ts';

const file = {
  committee: 'Overview Committee',
  kind: 'committee',
  country: 'England',
  date: '2025-01-30',
  time: '10:00',
  venue: 'Oak Room',
  contact: { name: 'Ann Clerk', telephone: '01234 567890', email: 'ann@example.org' },
  properOfficer: 'B. Chief, Director',
  publicationDate: '2025-01-22',
  marking: 'OFFICIAL-SENSITIVE',
  items: [
    { title: 'Apologies' },
    {
      number: 7,
      title: 'Budget',
      documents: [
        { file: 'budget.pdf', title: 'Report' },
        {
          file: 'model.pdf',
          title: 'Model',
          appendix: true,
          exempt: { regime: 'LGA1972-England', paragraph: 3, publicInterest: 'Prices.' },
        },
      ],
      items: [{ title: 'Capital', documents: [{ title: 'Capital programme', toFollow: true }] }],
    },
  ],
};
const parse = (given: object) => parseMeetingFile(JSON.stringify(given), 'meeting.json');
const reasonOf = (text: string | object): string => {
  try {
    parseMeetingFile(typeof text === 'string' ? text : JSON.stringify(text), 'meeting.json');
  } catch (thrown) {
    if (thrown instanceof DespatchError && thrown.code === 'meeting.invalid')
      return String(thrown.details['reason']);
    throw thrown;
  }
  return '';
};
const withItem = (item: object) => ({ ...file, items: [file.items[0], item] });

describe('a meeting file', () => {
  it('is of an executive when all that is withheld is under the Regulations of executives, unless it says otherwise', () => {
    const under = (regime: string) => ({
      title: 'Award',
      exempt: { regime, paragraph: 3, publicInterest: 'Prices.' },
    });
    const items = [{ title: 'Apologies' }, { title: 'Contracts', items: [under('Executive2012-England')] }];
    expect(parse({ ...file, items }).body).toBe('executive');
    expect(parse({ ...file, body: 'committee', items }).body).toBe('committee');
    expect(parse({ ...file, items: [...items, under('LGA1972-England')] }).body).toBe('committee');
    expect(parse({ ...file, items: [{ title: 'Apologies' }] }).body).toBe('committee');
  });

  it('becomes a meeting that is stored as any other', () => {
    const meeting = parse(file);
    expect(meetingSchema.parse(meeting)).toEqual(meeting);
    expect(meeting.layout).toMatchObject({
      numberFrontSheet: false,
      startDocumentsOnRightHandPage: true,
      cover: false,
    });
    expect(meeting.marking?.classification).toBe('OFFICIAL-SENSITIVE');
    const [, budget] = meeting.items;
    expect(budget?.number).toBe('7');
    expect(budget?.papers[1]).toMatchObject({
      appendix: true,
      exempt: { paragraph: 3 },
      source: { path: 'model.pdf' },
    });
    expect(budget?.items[0]?.papers[0]?.source).toEqual({ type: 'toFollow' });
    expect(parse(file)).toEqual(meeting);
  });

  it('keeps an item’s note for staff apart from the note that is printed', () => {
    const item = { title: 'Lease', note: 'Ring the agent first.', publicNote: 'Plans are at the door.' };
    expect(parse(withItem(item)).items[1]).toMatchObject({
      staffNotes: 'Ring the agent first.',
      note: 'Plans are at the door.',
    });
  });

  it('reads a byte order mark, paragraphs in quotation marks and small letters of a marking as they are meant', () => {
    const exempt = { regime: 'LGA1972-Wales', paragraph: '14' };
    const meeting = parseMeetingFile(
      `\uFEFF${JSON.stringify({ ...withItem({ title: 'Lease', exempt }), marking: 'Official-Sensitive' })}`,
      'meeting.json',
    );
    expect(meeting.items[1]?.exempt).toEqual({ regime: 'LGA1972-Wales', paragraph: 14, publicInterest: '' });
    expect(meeting.marking?.classification).toBe('OFFICIAL-SENSITIVE');
  });

  it('gives a ministerial pack a cover unless it says otherwise', () => {
    expect(parse({ ...file, kind: 'ministerial' }).layout.cover).toBe(true);
    expect(parse({ ...file, kind: 'ministerial', layout: { cover: false } }).layout.cover).toBe(false);
  });

  it.each([
    ['{"committee": ', /^it is not JSON: /],
    ['[]', /it must be an object in braces/],
    [{ ...file, items: [] }, /^items: a meeting needs at least one item$/],
    [{ ...file, items: undefined }, /^items: it is missing$/],
    [{ ...file, colour: 'red' }, /^there is no field “colour” here/],
    [
      { ...file, items: [{ title: 'Bell \u0007 tower' }] },
      /^item 1 “Bell . tower”, title: it has a character that cannot be printed \(U\+0007\)$/u,
    ],
    [{ ...file, kind: 'party' }, /^kind: it must be “committee” or “ministerial”, not “party”$/],
    [{ ...file, date: '2025-02-30' }, /^date: there is no day 2025-02-30$/],
    [{ ...file, date: '30/01/2025' }, /^date: it is not a date written as 2026-01-31$/],
    [{ ...file, time: '25:00' }, /^time: it is not a time written as 14:00$/],
    [{ ...file, marking: 'SECRET' }, /^marking: “SECRET” is no marking; write OFFICIAL/],
    [{ ...file, layout: { firstNumber: 'one' } }, /^layout, firstNumber: it must be a number$/],
    [
      withItem({ title: 'Budget', documents: [{ title: 'Report' }] }),
      /^item 2 “Budget”, document 1 “Report”, file: it is missing; .*toFollow/,
    ],
    [
      withItem({
        title: 'Budget',
        documents: [
          { file: 'a.pdf', title: 'A' },
          { file: 'b.pdf', titel: 'B' },
        ],
      }),
      /^item 2 “Budget”, document 2, title: it is missing$/,
    ],
    [
      withItem({ title: 'Budget', exempt: { regime: 'LGA1972-England', paragraph: 14 } }),
      /^item 2 “Budget”, exempt: paragraph 14 describes no exempt information; .* 1 to 7$/,
    ],
    [
      withItem({ title: 'Budget', exempt: { regime: 'LGA1972', paragraph: 3 } }),
      /^item 2 “Budget”, exempt, regime: it must be “LGA1972-England”, /,
    ],
    [
      withItem({ title: 'Budget', items: [{ title: 'Part', minutes: -5 }] }),
      /^item 2 “Budget”, sub-item 1 “Part”, minutes: /,
    ],
    [
      {
        ...file,
        items: [
          { title: 'A', number: '4' },
          { title: 'B', number: 4 },
        ],
      },
      /^item 2 “B”: the number 4 is given twice$/,
    ],
  ])('%#: is refused with the place in words', (given, reason) => {
    expect(reasonOf(given)).toMatch(reason);
  });

  it('has the JSON Schema that stands in the documentation', () => {
    const kept = readFileSync(
      path.join(import.meta.dirname, '../../../docs/schemas/meeting.schema.json'),
      'utf8',
    );
    expect(JSON.parse(kept)).toEqual(meetingJsonSchema());
  });
});
