/** Briefs and reports of other houses than those of the two source documents. */
import { expect, test } from 'vitest';
import { structureFaults } from '../../../shared/document/legal.ts';
import { titleOf } from '../../../shared/document/walk.ts';
import { growthOfWork } from '../../least-work.ts';
import { importText, ofKind, outline } from './support.ts';

const codes = (text: string) => importText(text).report.map(({ code }) => code);

test('a brief without numbers: when and where, objectives, headings in capitals, contact and clearance', () => {
  const { document } = importText(`OFFICIAL

Meeting with Lord Harbury, Chair of the Coastal Ports Forum
Tuesday 3 March 2026, 14:00 – 14:45
Room 3.12, Marine House

Attendees:
- Lord Harbury
- Ms Penhale

Objectives
1. Agree a timetable.
2. Reassure the forum.

BACKGROUND

The forum represents twelve ports.

POINTS TO MAKE

• Dredging starts in April:
   – in the east;
   – in the west.

QUESTIONS TO ASK

• When will the survey appear?

Contact: Ida Wren, 01632 960001
Cleared by: Sam Hale, 1 March 2026
OFFICIAL
`);
  expect(document.marking?.classification).toBe('OFFICIAL');
  expect(outline(document)).toEqual([
    'title: Meeting with Lord Harbury, Chair of the Coastal Ports Forum',
    'field date: Tuesday 3 March 2026',
    'field time: 14:00 – 14:45',
    'field place: Room 3.12, Marine House',
    'field attendees: Lord Harbury\nMs Penhale',
    'field objectives: 1. Agree a timetable.\n2. Reassure the forum.',
    'heading 1: BACKGROUND',
    'text: The forum represents twelve ports.',
    'heading 1: POINTS TO MAKE',
    'point: Dredging starts in April:',
    'point 1: in the east;',
    'point 1: in the west.',
    'heading 1: QUESTIONS TO ASK',
    'question : When will the survey appear?',
    'field contact: Ida Wren, 01632 960001',
    'field clearance: Sam Hale, 1 March 2026',
  ]);
});

test('a Markdown brief: labels within sections, a numbered agenda, answers that are no questions of ours', () => {
  const { document } = importText(`# Meeting with the Minister for Lakes

**Venue:** Lake House

## Annotated agenda

1. Introductions
   - Minister to open
2. Levels

## Levels

### Points to make

* Levels are **low**.
    * Lowest since *1976*.
- Q1: What is the forecast?
- **Question to ask:** Who decides?

## Q&A

Q: Will there be a ban?
A: Not this month.
`);
  expect(outline(document)).toEqual([
    'title: Meeting with the Minister for Lakes',
    'field place (Venue): Lake House',
    'label: Annotated agenda',
    'aim: Introductions',
    'text: Minister to open',
    'aim: Levels',
    'heading 1: Levels',
    'label: Points to make',
    'point: Levels are low.',
    'point 1: Lowest since 1976.',
    'question Q1: What is the forecast?',
    'question Question to ask: Who decides?',
    'heading 1: Q&A',
    'likelyQuestion: Will there be a ban?',
    'detail answer: Not this month.',
  ]);
});

test('a report that counts 1.1 under numbered headings keeps its numbers, and every change is told', () => {
  const { document, report } = importText(`HARROW COUNTY COUNCIL
CABINET
12 March 2026
REPORT TITLE: Winter maintenance
Report by: Director of Highways

1. PURPOSE OF REPORT

1.1 To report on the winter.
1.2 To seek a decision.

2. RECOMMENDATIONS

That Cabinet:

(i) notes the report; and
(ii) approves the budget.

3. BACKGROUND

3.1 The winter was cold.
3.1.1 January was the coldest.
3.3 Salt ran out.

BACKGROUND PAPERS

1. Salt survey, 2025

CONTACT OFFICER

Jane Oakes
01632 960777
`);
  expect(structureFaults(document)).toEqual([]);
  expect(outline(document)).toEqual([
    'text: HARROW COUNTY COUNCIL',
    'field committee: CABINET',
    'field date: 12 March 2026',
    'title: Winter maintenance',
    'field reportOf (Report by): Director of Highways',
    'heading 1: PURPOSE OF REPORT',
    'paragraph: To report on the winter.',
    'paragraph: To seek a decision.',
    'heading 1: RECOMMENDATIONS',
    'text: That Cabinet:',
    'recommendation: notes the report; and',
    'recommendation: approves the budget.',
    'heading 1: BACKGROUND',
    'paragraph: The winter was cold.',
    'paragraph 1: January was the coldest.',
    'paragraph: Salt ran out.',
    'heading 1: BACKGROUND PAPERS',
    'backgroundDocument: Salt survey, 2025',
    'heading 1: CONTACT OFFICER',
    'field contactName: Jane Oakes',
    'field telephone: 01632 960777',
  ]);
  const renumbered = report.filter(({ code }) => code === 'renumbered');
  expect(renumbered.map(({ original }) => original[0]?.text.split(' ')[0])).toEqual(['(i)', '3.1.1', '3.3']);
});

test('numbers that skip or repeat are told where they do, with the source’s own number', () => {
  const text = `Summary\n\n1. One of the paragraphs.\n2. Two.\n4. Four.\n5. Five.\n5. Five again.\n6. Six.\n`;
  const rows = importText(text, 'report').report.filter(({ code }) => code === 'renumbered');
  expect(rows.map(({ message }) => message)).toEqual([
    expect.stringContaining('numbers this “4.”; it is printed as “3.”'),
    expect.stringContaining('From “5.” on the printed numbers are those of the source again'),
  ]);
});

test('a sentence broken by a page break is made whole, also in a field and in a question', () => {
  const { document } = importText(`MEETING WITH THE CHAIR

Purpose of meeting: To agree how the two of us can work together to protect the

harbour from the winter storms.

1) Storms

- **Question to ask:** Can you explain how the wardens will be warned and

who will be doing it?
- A point that a page break cuts in the middle of what it says about the harbour's

- wardens and their boats.
- Another point.
`);
  expect(outline(document).slice(1)).toEqual([
    'field purpose (Purpose of meeting): To agree how the two of us can work together to protect the harbour from the winter storms.',
    'heading 1: Storms',
    'question Question to ask: Can you explain how the wardens will be warned and who will be doing it?',
    "point: A point that a page break cuts in the middle of what it says about the harbour's wardens and their boats.",
    'point: Another point.',
  ]);
});

test.each([
  ['- apples\n- pears\n\n- plums\n- and damsons', 4],
  ['- We will repair the wall before the end of the year.\n\n- the pumps come later', 2],
  ['- One thing; and\n\n- another thing.', 2],
])('items of a list are not taken for broken sentences: %j', (text, points) => {
  const { document, report } = importText(text, 'briefing');
  expect(outline(document)).toHaveLength(points);
  expect(report.filter(({ kind }) => kind === 'repair')).toEqual([]);
});

test('the kind is detected, can be overridden, and a guess is told', () => {
  const report = 'Recommendations\n\na. Agree.\n\nSummary\n\n1. A paragraph.\n';
  const brief = 'MEETING WITH X\n\nPoints to make\n\n- One.\n';
  expect(importText(report).document.kind).toBe('report');
  expect(importText(brief).document.kind).toBe('briefing');
  expect(importText(report, 'briefing').document.kind).toBe('briefing');
  expect(codes('Just a line of text.')).toContain('guessedKind');
  expect(codes(brief)).not.toContain('guessedKind');
});

test('long sections are continued in another of the same role, so that none is beyond the bound', () => {
  const points = Array.from({ length: 100 }, (_, at) => `- Point number ${at}.`).join('\n');
  const { document } = importText(`MEETING WITH X\n\n1) Topic\n\n${points}\n`);
  expect(structureFaults(document)).toEqual([]);
  expect(document.sections.filter(({ role }) => role === 'topic')).toHaveLength(3);
});

test('ten times the text takes about ten times the work', () => {
  const text = (paragraphs: number) =>
    Array.from(
      { length: paragraphs },
      (_, at) => `${at + 1}. The **council** has plans and\n\nwill report.\n - a. one\n`,
    ).join('');
  const minted = (paragraphs: number) => {
    const { document, report } = importText(text(paragraphs), 'report');
    return document.sections.length + report.length;
  };
  expect(minted(2000) / minted(200)).toBeLessThan(11);
  const growth = growthOfWork(500, 4, (paragraphs) => {
    const source = text(paragraphs);
    return () => importText(source, 'report');
  });
  expect(growth).toBeLessThan(4);
});

test('contact details that were run together in one paragraph are four fields again', () => {
  const { document } = importText(
    'Report of the Director\n\nContact Details\n\nOfficer: Ann Oakes Job Title: Head of Roads Telephone No.: 01632 960777 E-Mail Address: ann@harrow.example\n',
    'report',
  );
  expect(outline(document).filter((line) => line.startsWith('field '))).toEqual([
    'field reportOf: the Director',
    'field contactName (Officer): Ann Oakes',
    'field jobTitle (Job Title): Head of Roads',
    'field telephone (Telephone No.): 01632 960777',
    'field email (E-Mail Address): ann@harrow.example',
  ]);
});

test('a heading with nothing under it, right before the first usual one of its own level, is the title', () => {
  const lines = [
    'Harbours and Ferries Committee - Tuesday 12 January 2027',
    '',
    '# The winter timetable of the island ferries',
    '',
    '# Recommendations',
    '',
    'a. Notes the timetable.',
    '',
    '# Summary',
    '',
    '1. One paragraph.',
  ];
  const { document, report } = importText(lines.join('\n'));
  expect(titleOf(document)).toBe('The winter timetable of the island ferries');
  expect(report).toEqual([]);
});

test('the parts of a brief after its topics are parts of their own, with their items and what belongs to them', () => {
  const { document } = importText(`# Meeting with the Lakes Forum

## 1. Water levels

- Levels are low.
- Question to ask: Who decides?
- Follow-up: By when?

## Background

The lakes were full in spring.

## Lines to take

- We are monitoring every lake.
- If pressed: The figures come out on Friday.

## Q&A

Q1. Will there be a ban?
A: Not this month.

## Their likely asks

- More money
  Our response: None this year.

## Sensitivities

- The dam inquiry
- Handling: Do not raise it.
`);
  expect(structureFaults(document)).toEqual([]);
  expect(outline(document).slice(1)).toEqual([
    'heading 1: Water levels',
    'point: Levels are low.',
    'question Question to ask: Who decides?',
    'detail followUp: By when?',
    'heading 1: Background',
    'text: The lakes were full in spring.',
    'heading 1: Lines to take',
    'lineToTake: We are monitoring every lake.',
    'detail ifPressed: The figures come out on Friday.',
    'heading 1: Q&A',
    'likelyQuestion: Will there be a ban?',
    'detail answer: Not this month.',
    'heading 1: Their likely asks',
    'ask: More money',
    'detail response: None this year.',
    'heading 1: Sensitivities',
    'sensitivity: The dam inquiry',
    'detail handling: Do not raise it.',
  ]);
  expect(document.sections.map(({ role }) => role).filter((role) => role !== 'front')).toEqual([
    'topic',
    'background',
    'lines',
    'qa',
    'asks',
    'sensitivities',
    'clearance',
    'contact',
  ]);
});

test('a heading that the source numbers stays an item of the meeting, whatever it is called', () => {
  const { document } = importText(
    '# Meeting with the Forum\n\n## 1. Ferries\n\n- One.\n\n## 2. Background\n\n- Two.\n',
  );
  expect(document.sections.filter(({ role }) => role === 'topic')).toHaveLength(2);
});

test('options and implications of a report are parts of their own', () => {
  const { document } = importText(
    '# Harbour dues\n\n## Recommendations\n\na. Agree the dues.\n\nReason: They pay for the quay.\n\n## Report\n\n1. The dues are old.\n\n## Options considered\n\n2. Doing nothing.\n\n## Implications\n\n| Area | Effect |\n|---|---|\n| Legal | None |\n',
    'report',
  );
  expect(document.sections.map(({ role }) => role)).toEqual(
    expect.arrayContaining(['recommendations', 'body', 'options', 'implications']),
  );
  expect(outline(document)).toContain('detail reason: They pay for the quay.');
  expect(outline(document)).toContain('table: Area | Effect / Legal | None');
});

test('a submission is known by its headings, with its critical date in the part on timing', () => {
  const { document } = importText(`To: Minister for Harbours
From: Priya Raman, Ports Policy, 01632 960411
Date: 8 May 2031

# Small harbours: one dredging contract

## Issue

1. Whether to fund one contract for twelve harbours.

## Recommendation

2. That you agree to fund it.

## Timing

Critical date: 1 June 2031
Reason for the date: The tender closes.

## Background

3. Twelve contracts cost more than one.

## Argument

4. A joint contract saves money.

## Presentation

5. A written statement.
`);
  expect(document.kind).toBe('submission');
  expect(structureFaults(document)).toEqual([]);
  expect(outline(document)).toEqual([
    'field to: Minister for Harbours',
    'field from: Priya Raman, Ports Policy, 01632 960411',
    'field date: 8 May 2031',
    'title: Small harbours: one dredging contract',
    'heading 1: Issue',
    'paragraph: Whether to fund one contract for twelve harbours.',
    'heading 1: Recommendation',
    'recommendation: That you agree to fund it.',
    'heading 1: Timing',
    'field criticalDate: 1 June 2031',
    'field criticalDateReason: The tender closes.',
    'heading 1: Background',
    'paragraph: Twelve contracts cost more than one.',
    'heading 1: Argument',
    'paragraph: A joint contract saves money.',
    'heading 1: Presentation',
    'paragraph: A written statement.',
  ]);
});

test('paragraphs are numbered beyond 999, and a year at the start of a line is no number', () => {
  const paragraphs = Array.from({ length: 1004 }, (_, at) => `${at + 1}. The boat is full.`);
  const { document } = importText(
    `# Boats\n\n## Report\n\n${paragraphs.join('\n\n')}\n\n2020. That was the year.\n`,
    'report',
  );
  expect(ofKind(document, 'paragraph')).toHaveLength(1004);
  expect(outline(document).at(-1)).toBe('text: 2020. That was the year.');
});
