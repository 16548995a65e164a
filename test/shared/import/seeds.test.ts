import { expect, test } from 'vitest';
import { structureFaults } from '../../../shared/document/legal.ts';
import type { DespatchDocument, KnownBlock } from '../../../shared/document/schema.ts';
import { findField, plainText, titleOf } from '../../../shared/document/walk.ts';
import { undoImportRow } from '../../../shared/import/undo.ts';
import { numberDocument } from '../../../shared/print/numbering.ts';
import {
  contentWords,
  counter,
  formatted,
  importText,
  inOrder,
  less,
  ofKind,
  seedText,
  sorted,
  structureWords,
  wordsOf,
} from './support.ts';

const briefingText = seedText('ministerial-briefing.txt');
const reportText = seedText('committee-report.txt');
const briefing = importText(briefingText ?? '');
const report = importText(reportText ?? '');
/** The customer's documents are never copied into the repository. */
const absent = { skip: briefingText === null || reportText === null };

const words = (block: KnownBlock) => plainText(block.content);
const fieldWords = (document: DespatchDocument, name: Parameters<typeof findField>[1]) =>
  plainText(findField(document, name)?.content ?? []);

function pointsUnder(document: DespatchDocument): [string, number][] {
  const counts: [string, number][] = [];
  for (const { blocks } of document.sections) {
    for (const block of blocks) {
      if (block.kind === 'heading') counts.push([plainText(block.content), 0]);
      const last = counts.at(-1);
      if (block.kind === 'point' && last) last[1] += 1;
    }
  }
  return counts;
}

test('the brief is a brief: title, attendees, purpose, and two aims in the annotated agenda', absent, () => {
  const { document } = briefing;
  expect(document.kind).toBe('briefing');
  expect(structureFaults(document)).toEqual([]);
  expect(titleOf(document)).toBe('MEETING WITH MINISTER VICTORIA ATKINS - MINISTER FOR SAFEGUARDING');
  expect(fieldWords(document, 'attendees')).toBe('TBC');
  expect(fieldWords(document, 'purpose')).toMatch(/^To discuss how DfE .* arising from COVID-19\.$/);
  expect(findField(document, 'purpose')?.label).toBe('Purpose of meeting');
  expect(ofKind(document, 'aim').map(words)).toEqual([
    expect.stringMatching(/^to emphasise .* extra familial harms;$/),
    expect.stringMatching(/^to seek HO support .* other settings$/),
  ]);
});

test('the brief has four sections with 18 points under their own headings', absent, () => {
  const { document } = briefing;
  const headings = ofKind(document, 'heading');
  expect(headings.filter(({ level }) => level === 1)).toHaveLength(4);
  expect(headings.filter(({ level }) => level === 2).map(words)).toEqual([
    'Risks at home – including domestic abuse',
    'Risks from outside of the home – including online safety and extra-familial harms',
    'Increased demand for children to enter care',
  ]);
  expect(headings.filter(({ level }) => level === 3).map(words)).toEqual([
    'Online safety',
    'Extra-familial harms',
  ]);
  expect(ofKind(document, 'point')).toHaveLength(18);
  expect(pointsUnder(document).map(([, points]) => points)).toEqual([3, 3, 3, 0, 2, 0, 2, 2, 3]);
  expect(ofKind(document, 'label').map(words)).toEqual([
    'Annotated agenda',
    'Points to make',
    'Point to make',
    'Points to make',
    'Points to make',
  ]);
});

test('the three questions are told apart by their labels, wherever they stand', absent, () => {
  const { document } = briefing;
  const questions = ofKind(document, 'question');
  expect(questions.map((block) => (block.kind === 'question' ? block.label : ''))).toEqual([
    'Questions to ask',
    'Question to ask',
    'Question to ask',
  ]);
  const inSections = document.sections
    .filter(({ role }) => role === 'topic')
    .map(({ blocks }) => blocks.filter(({ kind }) => kind === 'question').length);
  expect(inSections).toEqual([0, 0, 1, 2]);
});

test('every bold and italic run of the brief is kept', absent, () => {
  const runs = (mark: RegExp) => [...(briefingText ?? '').matchAll(mark)].map((match) => match[1] ?? '');
  const bold = runs(/\*\*([^*]+)\*\*/g).filter((run) => !/^Questions? to ask:$/.test(run));
  const italic = runs(/(?<!\*)\*([^*\n]+)\*(?!\*)/g);
  expect(bold).toHaveLength(13);
  expect(formatted(briefing.document, 'bold')).toEqual(bold);
  expect(formatted(briefing.document, 'italic')).toEqual(italic);
});

test(
  'the two bullets of the brief that a page break had broken are whole, and can be broken again',
  absent,
  () => {
    const repairs = briefing.report.filter(({ kind }) => kind === 'repair');
    expect(repairs.map(({ original }) => original.map(({ line }) => line))).toEqual([
      [33, 35],
      [64, 66],
    ]);
    const points = ofKind(briefing.document, 'point').map(words);
    expect(points).toContainEqual(expect.stringContaining('immediate risk of harm cases as they come in'));
    expect(points).toContainEqual(expect.stringContaining("to meet children's needs and keep them safe."));
    const [first, second] = repairs;
    const once = first && undoImportRow(briefing.document, first, counter('first'));
    const twice = once && second && undoImportRow(once, second, counter('second'));
    expect(twice && structureFaults(twice)).toEqual([]);
    expect(twice && ofKind(twice, 'point').map(words)).toContainEqual('needs and keep them safe.');
    expect(twice && ofKind(twice, 'text').map(words)).toContainEqual(expect.stringMatching(/^of harm cases/));
  },
);

test('the report is a report: interest, committee, date, title, recommendations and author', absent, () => {
  const { document } = report;
  expect(document.kind).toBe('report');
  expect(structureFaults(document)).toEqual([]);
  expect(fieldWords(document, 'localMembersInterest')).toBe('N/A');
  expect(fieldWords(document, 'committee')).toBe('Safe and Strong Select Committee');
  expect(fieldWords(document, 'date')).toBe('Tuesday 01 September 2020');
  expect(titleOf(document)).toBe(
    "Stoke on Trent and Staffordshire Safeguarding Children's Board (SSSCB) Response to Covid-19",
  );
  const numbers = numberDocument(document);
  expect(ofKind(document, 'recommendation').map(({ id }) => numbers.get(id))).toEqual(['a.', 'b.']);
  expect(fieldWords(document, 'reportOf')).toBe(
    'Cllr Mark Sutton, Cabinet Member for Children and Young People',
  );
});

test('the report has its headings, and paragraphs 1 to 20 with their lettered sub-paragraphs', absent, () => {
  const { document } = report;
  expect(ofKind(document, 'heading').map((block) => `${block.level} ${words(block)}`)).toEqual([
    '1 Recommendations',
    '1 Summary',
    '1 Report',
    '2 Background',
    '2 Role of the Safeguarding Board',
    '2 Covid 19 oversight',
    '1 List of Background Documents/Appendices:',
    '1 Contact Details',
  ]);
  const numbers = numberDocument(document);
  const letters = new Map<string, string>();
  let paragraph = '';
  for (const block of ofKind(document, 'paragraph')) {
    const number = numbers.get(block.id) ?? '';
    if (block.level === 0) paragraph = number;
    letters.set(paragraph, (letters.get(paragraph) ?? '') + (block.level === 0 ? '' : number));
  }
  expect([...letters.keys()]).toEqual(Array.from({ length: 20 }, (_, at) => `${at + 1}.`));
  expect([...letters].filter(([, below]) => below !== '')).toEqual([
    ['11.', 'a.b.'],
    ['12.', 'a.b.c.d.e.f.'],
    ['19.', 'a.b.c.d.e.f.'],
  ]);
  expect(report.report.filter(({ code }) => code === 'renumbered')).toEqual([]);
});

test('the quotation, the appendices and the four contact fields of the report are found', absent, () => {
  const { document } = report;
  expect(ofKind(document, 'quotation').map(words)).toEqual([
    expect.stringMatching(/^‘A safeguarding partner .* local authority area’$/),
  ]);
  expect(
    ofKind(document, 'appendix').map((block) => [
      block.kind === 'appendix' && block.designation,
      words(block),
    ]),
  ).toEqual([
    ['1', "COVID Guidance for Children's Services Departments 06/20"],
    ['2', 'SSSCB Partnership Risk Assessment of COVID 07/08/20'],
  ]);
  const contact = document.sections.find(({ role }) => role === 'contact')?.blocks ?? [];
  expect(
    contact.flatMap((block) => (block.kind === 'field' ? [[block.field, block.label, words(block)]] : [])),
  ).toEqual([
    ['contactName', 'Assistant Director', 'Kate Sharratt'],
    ['jobTitle', 'Job Title', 'Assistant Director for Improvement and Development'],
    ['telephone', 'Telephone No.', '01785 895974'],
    ['email', 'E-Mail Address', 'katherine.sharratt@staffordshire.gov.uk'],
  ]);
});

test('paragraphs 5 and 17 of the report are whole again, with the original lines beside them', absent, () => {
  const repairs = report.report.filter(({ kind }) => kind === 'repair');
  const numbers = numberDocument(report.document);
  expect(repairs.map(({ blockId }) => numbers.get(blockId ?? ''))).toEqual(['5.', '17.']);
  const lines = (reportText ?? '').split('\n');
  for (const { original } of repairs) {
    for (const { line, text } of original) expect(lines[line - 1]).toBe(text);
  }
});

test.each([
  ['the brief', briefing, briefingText],
  ['the report', report, reportText],
] as const)('no word of %s is lost, added or moved', (_, { document }, text) => {
  if (text === null) return;
  const before = wordsOf(text);
  expect(inOrder(contentWords(document), before)).toBe(true);
  const became = less(before, contentWords(document)) ?? [];
  const markers = sorted(less(became, structureWords(document)) ?? ['not even the labels are there']);
  const expected = text === briefingText ? ['1', '2', '3', '4', 'i', 'ii', 'Attendees'] : reportMarkers();
  expect(markers).toEqual(sorted(expected));
});

/** The numbers and letters that the printed lists now bear, and the label the author wrote as it is printed anyway. */
function reportMarkers(): string[] {
  const numbers = Array.from({ length: 20 }, (_, at) => String(at + 1));
  return [...numbers, ...'ab', ...'ab', ...'abcdef', ...'abcdef', 'Report', 'of'];
}
