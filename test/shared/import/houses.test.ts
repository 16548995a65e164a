/** Papers as other houses write them: submissions, council reports, notes, and texts that are neither. */
import { expect, test } from 'vitest';
import { importText, ofKind, outline } from './support.ts';

const submission = `To: Minister of State for Border Security
From: Jane Penfold, Travel Documents Unit
Date: 14 March 2026

SUBMISSION: CONTACTLESS E-GATES AT REGIONAL PORTS

Issue

1. You are asked to agree the second phase of the programme.

Recommendation

2. That you:
   a) agree to extend the pilot; and
   b) agree the handling plan at Annex A.

Timing

3. Urgent.

Cleared by: Alan Moreby

Annex A: Handling plan

- Letters to the four port operators.
`;

test('a submission keeps its addresses, finds its title, its headings are of one level, and its annex is a section', () => {
  const { document, report } = importText(submission);
  expect(document.kind).toBe('briefing');
  expect(report.map(({ code }) => code)).not.toContain('guessedKind');
  expect(outline(document)).toEqual([
    'text: To: Minister of State for Border Security',
    'text: From: Jane Penfold, Travel Documents Unit',
    'field date: 14 March 2026',
    'title: CONTACTLESS E-GATES AT REGIONAL PORTS',
    'heading 1: Issue',
    'point: You are asked to agree the second phase of the programme.',
    'heading 1: Recommendation',
    'point: That you:',
    'point 1: agree to extend the pilot; and',
    'point 1: agree the handling plan at Annex A.',
    'heading 1: Timing',
    'point: Urgent.',
    'field clearance: Alan Moreby',
    'heading 1: Annex A: Handling plan',
    'point: Letters to the four port operators.',
  ]);
});

const council = `REPORT TO: Cabinet
DATE: 12 February 2026
SUBJECT: Replacement of the Leisure Centre

1.0 PURPOSE OF REPORT

1.1 To seek approval for the replacement.

2.0 RECOMMENDATIONS

2.1 That Cabinet approves the business case at Appendix A.
2.2 That authority be delegated to the Director to:
(a) appoint a design team; and
(b) submit a planning application.

3.0 BACKGROUND

3.1 The centre opened in 1974.
3.1.1 The roof is beyond economic repair.

4.0 APPENDICES

Appendix A – Outline business case

Contact Officer: Mary Trelawney, Head of Leisure
Tel: 01632 960111
`;

test('a report with 1.0 over 1.1: headings of one level, its recommendations the highest, a contact without a heading', () => {
  expect(outline(importText(council).document)).toEqual([
    'field committee (REPORT TO): Cabinet',
    'field date (DATE): 12 February 2026',
    'title: Replacement of the Leisure Centre',
    'heading 1: PURPOSE OF REPORT',
    'paragraph: To seek approval for the replacement.',
    'heading 1: RECOMMENDATIONS',
    'recommendation: That Cabinet approves the business case at Appendix A.',
    'recommendation: That authority be delegated to the Director to:',
    'recommendation 1: appoint a design team; and',
    'recommendation 1: submit a planning application.',
    'heading 1: BACKGROUND',
    'paragraph: The centre opened in 1974.',
    'paragraph 1: The roof is beyond economic repair.',
    'heading 1: APPENDICES',
    'appendix A: Outline business case',
    'field contactName (Contact Officer): Mary Trelawney, Head of Leisure',
    'field telephone (Tel): 01632 960111',
  ]);
});

test('recommendations repeated at the end: their lead-in is none of them, documents and contact follow in lines', () => {
  const text = `Planning Committee
Wednesday 7 January 2026

Enforcement at Quarry Farm

Conclusion

4. The use harms the Green Belt.

Recommendations

5. It is recommended that the Committee:

(1) authorises the notice; and
(2) delegates its terms.

Background papers: None
Contact: Sam Orr, 01632 960222
`;
  expect(outline(importText(text).document).slice(5)).toEqual([
    'heading 1: Recommendations',
    'text: 5. It is recommended that the Committee:',
    'recommendation: authorises the notice; and',
    'recommendation: delegates its terms.',
    'heading 1: Background papers',
    'text: None',
    'field contactName (Contact): Sam Orr, 01632 960222',
  ]);
});

test('the title block of a council says which wards, what kind of decision and whose it is', () => {
  const { document } = importText(`Committee: Cabinet
Date: 3 March 2026

Closing the Riverside depot

Wards affected: Harbour; St Mary’s
Decision type: Key decision
Decision maker: Cabinet

Recommendations

a. That Cabinet closes the depot.

Summary

1. The depot is no longer needed.
`);
  expect(document.kind).toBe('report');
  expect(outline(document)).toEqual(
    expect.arrayContaining([
      'field wards: Harbour; St Mary’s',
      'field decisionType: Key decision',
      'field decisionMaker: Cabinet',
    ]),
  );
});

test('the heads of columns are no label and value', () => {
  const table =
    '| Who | Organisation |\n|---|---|\n| Ann Lacey | Guild |\n\n| Question | Answer |\n|---|---|\n| Why? | Demand. |\n';
  const { document } = importText(
    `# Meeting with the Guild\n\n${table}\n\n| Date | 4 June 2026 |\n|---|---|\n| Time | 14:30 |\n`,
  );
  expect(outline(document).slice(1)).toEqual([
    'text: Who\nOrganisation',
    'text: Ann Lacey\nGuild',
    'text: Question\nAnswer',
    'text: Why?\nDemand.',
    'field date: 4 June 2026',
    'field time: 14:30',
  ]);
});

test('prose has no title block: sentences are text, and nobody guesses a title', () => {
  const text =
    'It was a bright cold day in the harbour office, and the clerks were counting herring.\n\nBy noon the count had reached eleven thousand, and Mr Pym wrote it down.\n';
  const { document, report } = importText(text);
  expect(ofKind(document, 'text')).toHaveLength(2);
  expect(report.map(({ code }) => code).sort()).toEqual(['guessedKind', 'noTitle']);
});

test('headings without words are markup, not text', () => {
  expect(outline(importText('# \n\n##\n\n# Meeting with the Guild\n\n###\n').document)).toEqual([
    'title: Meeting with the Guild',
  ]);
});

test('a numbered list further in than its paragraph is below it', () => {
  const text = `Recommendations

a. Agrees.

Report

1. The plan has two parts:
    1. the pier; and
    2. the wall.
2. Both are needed.
`;
  expect(outline(importText(text, 'report').document).slice(-4)).toEqual([
    'paragraph: The plan has two parts:',
    'paragraph 1: the pier; and',
    'paragraph 1: the wall.',
    'paragraph: Both are needed.',
  ]);
});

test('what stands under headings named after fields of the title block is their value', () => {
  const text = `# Meeting with the Guild

## Attendees

- Ann Lacey, President
- Tom Birch

## Purpose

To hear the Guild’s views.

We owe them an answer from May.

## Foot care

### Points to make

- It prevents amputations.

## Contact

Lee Park, 020 7946 0999
`;
  const { document, report } = importText(text);
  expect(outline(document)).toEqual([
    'title: Meeting with the Guild',
    'field attendees: Ann Lacey, President\nTom Birch',
    'field purpose (Purpose): To hear the Guild’s views.\nWe owe them an answer from May.',
    'heading 1: Foot care',
    'label: Points to make',
    'point: It prevents amputations.',
    'field contact: Lee Park, 020 7946 0999',
  ]);
  expect(report.filter(({ code }) => code === 'headedField')).toHaveLength(3);
});

test('a table of the text is a table of the document, its first row the heads of its columns', () => {
  const { document, report } = importText(
    '# The ferry timetable\n\n## Summary\n\n1. The boats are full.\n\n| Quay | Boats | Cost |\n|---|---|---|\n| North | **2** | £1,200 |\n| South | 3 |\n\n2. That is all.\n',
    'report',
  );
  expect(outline(document).slice(2)).toEqual([
    'paragraph: The boats are full.',
    'table: Quay | Boats | Cost / North | 2 | £1,200 / South | 3 | ',
    'paragraph: That is all.',
  ]);
  const [table] = ofKind(document, 'table');
  expect(table).toMatchObject({
    headerRow: true,
    rows: { length: 3, 1: { 1: { content: [{ text: '2', bold: true }] } } },
  });
  expect(report.find(({ code }) => code === 'tableHeader')?.blockId).toBe(table?.id);
});

test('a table where none may stand keeps its words, and the report says why', () => {
  const { document, report } = importText(
    '# Meeting with the Guild\n\n| Who | Organisation |\n|---|---|\n| Ann Lacey | Guild |\n',
    'briefing',
  );
  expect(outline(document).slice(1)).toEqual(['text: Who\nOrganisation', 'text: Ann Lacey\nGuild']);
  expect(report.find(({ code }) => code === 'tableAsText')?.message).toMatch(/title block/);
});

test('a quotation where none may stand keeps its words, and the report says why', () => {
  const { document, report } = importText(
    '# Ferry fares\n\n## Timing\n\n> We need this by Easter.\n\n1. The board meets in March.\n',
    'submission',
  );
  expect(outline(document).slice(1)).toEqual([
    'heading 1: Timing',
    'text: We need this by Easter.',
    'paragraph: The board meets in March.',
  ]);
  const row = report.find(({ code }) => code === 'quotationAsText');
  expect(row?.message).toMatch(/timing/);
  expect(row?.blockId).toBe(ofKind(document, 'text')[0]?.id);
});
