import { expect, test } from 'vitest';
import {
  authorWords,
  fileStem,
  issuedWords,
  organisationWords,
  titleKey,
  titleOfFile,
  titleWords,
  urlKey,
} from '../../../shared/evidence/naming.ts';

test.each([
  ['Flood_Plan-v2 FINAL (1).pdf', 'flood plan'],
  ['flood plan 2026-02-14.docx', 'flood plan'],
  ['Flood plan - Copy.pdf', 'flood plan'],
  ['20260214 housing.pdf', 'housing'],
  ['Annual report 2024-25.pdf', 'annual report'],
  ['plan v1.2.3_draft.pdf', 'plan'],
  ['Budget speech 03-11-25.txt', 'budget speech'],
])('%s is, versions and dates apart, “%s”', (name, stem) => {
  expect(fileStem(name)).toBe(stem);
});

test.each([
  ['grant-applications.csv', 'Grant applications'],
  ['flood_plan.pdf', 'Flood plan'],
  ['annual-report-2024-25.pdf', 'Annual report 2024-25'],
  ['2026-02-14-DEFRA-minutes.pdf', '2026-02-14 DEFRA minutes'],
  ['COVID-19-testing.pdf', 'COVID-19 testing'],
  ['UK-EU-trade.pdf', 'UK-EU trade'],
  ['co-operation-agreement.pdf', 'Co-operation agreement'],
  ['gov.uk-guidance.html', 'gov.uk guidance'],
  ['A follow-up to the survey.docx', 'A follow-up to the survey'],
  ['iPads-in-schools.pdf', 'iPads in schools'],
  ['تقرير-الفيضانات.txt', 'تقرير الفيضانات'],
  ['-.txt', '-'],
])('the file %s is called “%s”', (name, title) => {
  expect(titleOfFile(name)).toBe(title);
});

test.each([
  'IMG_1234.jpg',
  'scan0001.pdf',
  'Document (2).docx',
  'report 2025.pdf',
  '.pdf',
  '2026.pdf',
  'minutes 3 March 2026.pdf',
])('%s is a name that says nothing of its file', (name) => {
  expect(fileStem(name)).toBeNull();
});

test('names, organisations and dates are said as far as they are known', () => {
  const author = [{ family: 'Holloway', given: 'Jo' }, { literal: 'Ports Board' }, {}];
  expect(authorWords({ type: 'report', author })).toBe('Holloway; Ports Board');
  expect(organisationWords({ type: 'report', author })).toBe('Ports Board');
  expect(organisationWords({ type: 'report', author, publisher: 'HM Treasury' })).toBe('HM Treasury');
  const issued = (parts: (number | string)[]) =>
    issuedWords({ type: 'report', issued: { 'date-parts': [parts] } });
  expect([issued([2026]), issued(['2026', '2']), issued([2026, 2, 14]), issued([2026, 13])]).toEqual([
    '2026',
    '2026-02',
    '2026-02-14',
    '2026',
  ]);
  expect(issuedWords({ type: 'report', issued: { literal: 'spring of 2025' } })).toBe('2025');
  expect(titleWords({ type: 'report', title: ' ' }, 'tide_tables.pdf')).toBe('Tide tables');
});

test('addresses and titles are compared without what does not matter, and not where they say nothing', () => {
  const url = (address: string) => urlKey({ type: 'webpage', URL: address });
  expect(url('https://www.GOV.uk/a/B/#top')).toBe(url('http://gov.uk/a/B'));
  expect(url('https://www.gov.uk/')).toBeNull();
  expect(url('file:///c:/a')).toBeNull();
  const key = (title: string, publisher: string) => titleKey({ type: 'report', title, publisher });
  expect(key('The New  Quay: costs', 'Ports Board')).toBe(key('the new quay, costs', 'ports board'));
  expect(key('The new quay', 'Ports Board')).not.toBe(key('The new quay', 'Harbour Office'));
  expect(key('Report', 'Ports Board')).toBeNull();
});
