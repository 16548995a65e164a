import { expect, it } from 'vitest';
import type { Inspection } from '../../../../shared/pack/inspection.ts';
import { report as writtenReport } from '../../checks/builder.ts';
import { check, document, item, lawful, paper, pdf, report, said } from './packs.ts';

const text = {
  width: 595,
  height: 842,
  rotation: 0,
  label: null,
  edges: [],
  text: 'Words',
  shows: 'text',
} as const;
const scan = { ...text, text: '', shows: 'scan' } as const;

const rulesOf = (own: Partial<Inspection>) =>
  report(pdf(['Words'], own)).map(({ rule, severity }) => `${severity} ${rule}`);

it('names the scanned pages, and does not call a scan untagged too', () => {
  const partly = report(pdf([], { pages: [text, scan, scan, scan, text, scan] }));
  expect(said(partly, 'scanned-pages')).toEqual([
    expect.stringMatching(/Pages 2 to 4 and 6 are pictures without text/),
  ]);
  const whole = report(pdf([], { pages: [scan], tagged: false }));
  expect(whole.map(({ rule }) => rule)).toEqual(['scanned-pages']);
  expect(said(whole, 'scanned-pages')).toEqual([expect.stringMatching(/The paper is a scan/)]);
});

it.each<[facts: Partial<Inspection>, rules: string[]]>([
  [{ tagged: false }, ['warning not-tagged']],
  [{ language: '' }, ['note no-language']],
  [{ missingFonts: ['Arial'] }, ['warning fonts-not-embedded']],
  [{ redactions: [1] }, ['error redaction-not-applied']],
  [{ covered: [{ page: 1, words: 'Miss Jones' }] }, ['error words-under-black']],
  [{ hiddenLayers: ['Old'] }, ['warning hidden-layers']],
  [{ comments: [{ page: 1, kind: 'Text', author: 'P', words: 'Why?' }] }, ['warning readers-notes']],
  [{ scripts: 1 }, ['note parts-removed']],
  [{ launches: 1, media: 1 }, ['note parts-removed']],
  [{ attachments: ['a.xlsx'] }, ['warning parts-removed']],
  [{ portfolio: true, attachments: ['a.xlsx'] }, ['error pages-missing']],
  [{ xfa: 'dynamic', fields: 3 }, ['error pages-missing']],
  [{ xfa: 'static', fields: 3 }, ['note form-flattened']],
  [{ fields: 3, signatures: 1 }, ['warning form-flattened']],
  [{ damage: 'repaired' }, ['warning file-damaged']],
  [{ damage: 'cutOff' }, ['warning file-damaged']],
  [{ bytes: 20_000_001 }, ['warning file-too-large']],
  [{ encryption: 'owner' }, []],
  [{ title: '' }, ['note wrong-title']],
  [{ title: 'Microsoft Word - draft3.docx' }, ['warning wrong-title']],
  [{ title: 'final_v2.pdf' }, ['warning wrong-title']],
  [{ title: 'Untitled' }, ['warning wrong-title']],
  [{ title: 'Draft report v2' }, []],
])('%j is told by %j', (facts, rules) => {
  expect(rulesOf(facts)).toEqual(rules);
});

it('says what to do with each, naming what is concerned', () => {
  const found = report(
    pdf(['x', 'y'], {
      comments: [
        { page: 2, kind: 'Highlight', author: '', words: '' },
        { page: 2, kind: 'Text', author: 'Priya Shah', words: 'Is this right?' },
      ],
      covered: [
        { page: 1, words: 'Miss Jones' },
        { page: 2, words: 'Elm Road' },
      ],
      missingFonts: ['Arial', 'Calibri'],
      attachments: ['a.xlsx', 'b.xlsx'],
    }),
  );
  expect(said(found, 'readers-notes')[0]).toContain(
    '2 notes by “Priya Shah” on page 2, such as “Is this right?”. They are left out',
  );
  expect(said(found, 'words-under-black')[0]).toContain(
    'Words on pages 1 and 2 are covered with black but still in the file: anybody can copy “Miss Jones” and 1 other place.',
  );
  expect(said(found, 'fonts-not-embedded')[0]).toContain(
    'The fonts “Arial” and “Calibri” are not in the file',
  );
  expect(said(found, 'parts-removed')[0]).toContain('the attached files “a.xlsx” and “b.xlsx”');
});

it('notes that would be published are worse than notes that are left out', () => {
  const noted = { Report: pdf(['x'], { comments: [{ page: 1, kind: 'Text', author: 'P', words: 'Why?' }] }) };
  const layout = { layout: { ...lawful.layout, keepAnnotations: true } };
  const found = check([item('Roads', { papers: [paper('Report')] })], noted, { meeting: layout });
  expect(found).toMatchObject([{ rule: 'readers-notes', severity: 'error' }]);
});

it('compares titles by the words that tell something', () => {
  const titled = (own: string, title: string) =>
    said(report(pdf(['x'], { title: own }), title), 'wrong-title').length;
  expect(titled('Budget Monitoring 2026/27: quarter 2', 'Budget monitoring, quarter 2')).toBe(0);
  expect(titled('Report of the Director', 'Report on the Director')).toBe(0);
  expect(titled('Leisure strategy', 'Budget monitoring')).toBe(1);
  const written = (title: string) => said(report(document(writtenReport()), title), 'document-title').length;
  expect(written('Budget monitoring')).toBe(1);
  expect(written('The Libraries Report')).toBe(0);
});

it('tells pages that are too small to read and too large to print', () => {
  const sizes = [
    [595, 842],
    [1, 1],
    [842, 1191],
    [2384, 3370],
    [420, 595],
  ] as const;
  const found = report(pdf([], { pages: sizes.map(([width, height]) => ({ ...text, width, height })) }));
  expect(found.map(({ rule, severity, place }) => [rule, severity, place?.pages])).toEqual([
    ['page-size', 'warning', [2]],
    ['page-size', 'note', [4]],
  ]);
});

it('tells what a Word file still had in it', () => {
  const row = (code: string, words: string) => ({
    code,
    message: 'The source numbers this “5”.',
    original: [{ text: words }],
    blockId: 'b',
  });
  const rows = [
    row('trackedInsertion', 'new words'),
    row('trackedDeletion', 'old words'),
    row('comment', 'Is this right?'),
    row('hiddenText', 'secret'),
    row('renumbered', '5 Risks'),
    row('renumbered', '## Risks'),
    row('guessedHeading', 'Risks'),
  ];
  const found = report(document(writtenReport(), rows), 'Libraries');
  expect(found.map(({ rule, severity, place }) => [rule, severity, place?.blocks[0]?.id])).toEqual([
    ['tracked-changes', 'error', 'b'],
    ['word-comments', 'error', 'b'],
    ['hidden-text', 'warning', 'b'],
    ['paragraph-numbers-moved', 'warning', 'b'],
  ]);
  expect(said(found, 'paragraph-numbers-moved')[0]).not.toContain('places');
  expect(said(found, 'tracked-changes')[0]).toContain(
    '2 tracked changes that nobody has accepted or rejected, the first at “new words”',
  );
});
