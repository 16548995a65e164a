import { describe, expect, it } from 'vitest';
import { numberItems } from '../../../shared/pack/agenda-numbers.ts';
import type { Exemption } from '../../../shared/pack/exemption.ts';
import { parseMeetingFile } from '../../../shared/pack/from-file.ts';
import { frontPlaces } from '../../../shared/pack/front-places.ts';
import type { Audience } from '../../../shared/pack/plan.ts';
import { frontSheet } from '../../../shared/print/front-sheet.ts';
import type { FrontItem, FrontSheet } from '../../../shared/print/front-sheet-model.ts';

const exempt = {
  regime: 'LGA1972-England',
  paragraph: 3,
  publicInterest: 'Prices are not agreed yet.',
} as const;
const given = {
  committee: 'Overview Committee',
  kind: 'committee',
  country: 'England',
  date: '2025-01-30',
  time: '10:00',
  venue: 'Oak Room\nCounty Buildings',
  contact: { name: 'Ann Clerk', telephone: '01632 960123', email: 'ann@example.org' },
  properOfficer: 'Ben Hale, Director',
  publicationDate: '2025-01-22',
  items: [
    { title: 'Apologies', minutes: 5 },
    {
      title: 'Budget',
      purpose: 'decision',
      lead: 'Cllr Ward',
      minutes: 20,
      documents: [
        { file: 'b.pdf', title: 'Budget' },
        { file: 'm.pdf', title: 'Model', appendix: true, exempt },
      ],
    },
    { title: 'Hidden', hidden: true },
    { title: 'Depot', exempt, documents: [{ file: 'd.pdf', title: 'Heads of terms' }] },
    {
      title: 'Grant',
      late: { urgency: 'It lapses on Friday.', lateness: 'It came on Monday.' },
      documents: [{ title: 'Grant', toFollow: true }],
    },
  ],
};

const places = new Map([
  ['budget', { first: '1', last: '9', leaf: 2, leaves: 9 }],
  ['depot', { first: '11', last: '11', leaf: 12, leaves: 1 }],
]);
const papers = new Map([['budget.model', { first: '5', last: '9', leaf: 6, leaves: 5, withheld: false }]]);

function sheetOf(
  file: object = given,
  audience: Audience = 'restricted',
  passages: ReadonlyMap<string, readonly Exemption[]> = new Map(),
): FrontSheet {
  const meeting = parseMeetingFile(JSON.stringify(file), 'meeting.json');
  const items = numberItems(meeting.items);
  return frontSheet({
    meeting,
    items,
    places: frontPlaces({ items: places, papers }),
    audience,
    passages,
    leftOut: new Set(),
    edition: '',
  });
}
const itemsOf = (sheet: FrontSheet) => sheet.sections.flatMap(({ items }) => items);
const titled = (sheet: FrontSheet, title: string): FrontItem => {
  const found = itemsOf(sheet).find((item) => item.title === title);
  if (!found) throw new Error(title);
  return found;
};

describe('the front sheet', () => {
  it('says who meets, when, where, whom to ask, who signs and when it was published', () => {
    const sheet = sheetOf();
    expect(sheet).toMatchObject({
      heading: 'AGENDA',
      committee: 'Overview Committee',
      askFor: { label: 'Ask for', lines: ['Ann Clerk', '01632 960123', 'ann@example.org'] },
      signed: ['Ben Hale, Director', 'Proper Officer'],
      published: 'Published Wednesday 22 January 2025',
    });
    expect(sheet.facts.map(({ lines }) => lines)).toEqual([
      ['Thursday 30 January 2025'],
      ['10:00'],
      ['Oak Room', 'County Buildings'],
    ]);
  });

  it('lists open items with their facts and page ranges, and a report that is the item itself only once', () => {
    const budget = titled(sheetOf(), 'Budget');
    expect(budget).toMatchObject({ number: '2', pages: 'Pages 1 - 9', target: 'item/budget' });
    expect(budget.facts).toEqual(['For decision', 'Cllr Ward', '20 minutes']);
    expect(budget.papers.map(({ title, pages }) => [title, pages])).toEqual([['Model', 'Pages 5 - 9']]);
    expect(budget.papers[0]?.notes[0]).toMatch(/^Not for publication by virtue of paragraph 3 of Part 1/);
    expect(titled(sheetOf(), 'Apologies')).toMatchObject({ pages: null, target: null });
  });

  it('sets exempt items apart, with the line the law asks for and the motion that names all that is exempt', () => {
    const [open, closed] = sheetOf().sections;
    expect(open?.items.map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1 Apologies',
      '2 Budget',
      '4 Grant',
    ]);
    expect(closed?.items.map(({ number, title, pages }) => [number, title, pages])).toEqual([
      ['3', 'Depot', 'Page 11'],
    ]);
    expect(closed?.items[0]?.notForPublication).toMatch(/^Not for publication by virtue of paragraph 3/);
    const [motion] = closed?.motions ?? [];
    expect(motion?.opening).toMatch(/^That, under section 100A\(4\)/);
    expect(motion?.entries).toHaveLength(2);
    expect(motion?.entries[0]).toMatch(/^The exempt part of item 2, Budget/);
    expect(motion?.closing).toMatch(/public interest/);
  });

  it('puts the motion under the item that the agenda has for it, and then not a second time', () => {
    const items = [{ title: 'Exclusion of the press and public' }, ...given.items];
    const sheet = sheetOf({ ...given, items });
    expect(titled(sheet, 'Exclusion of the press and public').motions[0]?.opening).toMatch(
      /^That, under section/,
    );
    expect(sheet.sections.flatMap(({ motions }) => motions)).toEqual([]);
    expect(itemsOf(sheet).flatMap(({ motions }) => motions)).toHaveLength(1);
  });

  it('gives the reason for withholding a passage with the paper, or with the item that is the paper', () => {
    const alone = titled(sheetOf(given, 'public', new Map([['budget.budget', [exempt, exempt]]])), 'Budget');
    expect(alone.publicInterest).toEqual(['Prices are not agreed yet.']);
    expect(alone.notForPublication).toMatch(/^In part: Not for publication/);
  });

  it('names the papers of an exempt item to members and not to the public', () => {
    expect(titled(sheetOf(), 'Depot').papers.map(({ title }) => title)).toEqual(['Heads of terms']);
    expect(JSON.stringify(sheetOf(given, 'public'))).not.toContain('Heads of terms');
    expect(titled(sheetOf(given, 'public'), 'Budget').papers.map(({ title }) => title)).toEqual(['Model']);
  });

  it('says that there are no exempt items where there are none', () => {
    const [, closed] = sheetOf({ ...given, items: [{ title: 'Apologies' }] }).sections;
    expect(closed).toMatchObject({ heading: 'EXEMPT ITEMS', items: [], motions: [] });
    expect(closed?.none).toBe('There are no exempt items on this agenda.');
  });

  it('gives the reasons of late items and says what is to follow', () => {
    const grant = titled(sheetOf(), 'Grant');
    expect(grant.late).toEqual([
      { label: 'Reason for urgency', lines: ['It lapses on Friday.'] },
      { label: 'Reason for lateness', lines: ['It came on Monday.'] },
    ]);
    expect(grant.toFollow).toBe(true);
  });

  it('summons the members of a council', () => {
    const sheet = sheetOf({ ...given, committee: 'County Council', body: 'council' });
    expect(sheet.heading).toBe('SUMMONS AND AGENDA');
    expect(sheet.summons[1]).toBe(
      'You are summoned to attend a meeting of the County Council to be held at Oak Room, County Buildings on Thursday 30 January 2025 at 10:00, to transact the business set out below.',
    );
  });

  it('is a running order for a minister, with times from the minutes allotted, over midnight too', () => {
    const sheet = sheetOf({ ...given, kind: 'ministerial', time: '23:50' });
    expect(sheet).toMatchObject({ heading: 'RUNNING ORDER', ends: '00:15', askFor: { label: 'Contact' } });
    expect(itemsOf(sheet).map(({ title, time }) => [title, time])).toEqual([
      ['Apologies', '23:50 - 23:55'],
      ['Budget', '23:55 - 00:15'],
      ['Depot', ''],
      ['Grant', ''],
    ]);
  });
});
