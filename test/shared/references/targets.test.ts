import { expect, test } from 'vitest';
import { appendixBlock, plainBlock, section } from '../../../shared/document/build.ts';
import type { DespatchDocument, Inline, KnownBlock, Section } from '../../../shared/document/schema.ts';
import { printedTargets } from '../../../shared/references/targets.ts';
import { referenceText } from '../../../shared/references/words.ts';
import { newDocument } from '../document/blank.ts';

let next = 0;
const mint = () => `id-${++next}`;
const words = (text: string): Inline[] => [{ type: 'text', text }];
const plain = (kind: Parameters<typeof plainBlock>[1], text: string, level?: number) =>
  plainBlock(mint, kind, words(text), level);

function document(kind: DespatchDocument['kind'], ...sections: Section[]): DespatchDocument {
  return { ...newDocument(kind, mint), sections };
}
const labels = (of: DespatchDocument) => [...printedTargets(of).values()].map(({ label }) => label);

const report = document(
  'report',
  section(mint, 'front', [plain('title', 'Title')]),
  section(mint, 'recommendations', [plain('recommendation', 'Notes'), plain('recommendation', 'Sub', 1)]),
  section(mint, 'body', [
    plain('heading', 'Summary'),
    plain('paragraph', 'One'),
    plain('paragraph', 'Sub', 1),
    plain('paragraph', 'Subsub', 2),
    plain('paragraph', ''),
    plain('paragraph', 'Two'),
    plain('text', 'no number'),
  ]),
  section(mint, 'recommendations', [plain('recommendation', 'Notes')]),
  section(mint, 'documents', [plain('heading', 'Appendices'), appendixBlock(mint, words('Map'), '1')]),
);

test('everything with a number or a heading can be named, sub-levels through the number above', () => {
  expect(labels(report)).toEqual([
    'recommendation a',
    'recommendation a(i)',
    'section “Summary”',
    'paragraph 1',
    'paragraph 1(a)',
    'paragraph 1(a)(i)',
    'paragraph 2',
    'recommendation a',
    'section “Appendices”',
    'Appendix 1',
  ]);
  expect([...printedTargets(report).values()].filter(({ repeated }) => repeated)).toHaveLength(1);
});

test('sectional numbers and the parts of a brief are named by their own words', () => {
  const sectional = { ...report, settings: { ...report.settings, numbering: 'sectional' as const } };
  expect(labels(sectional)).toContain('section 1');
  expect(labels(sectional)).toContain('paragraph 1.1(a)(i)');
  const brief = document(
    'briefing',
    section(mint, 'front', [plain('title', 'Title')]),
    section(mint, 'agenda', [plain('agendaItem', 'Flood defence'), plain('aim', 'Agree')]),
    section(mint, 'topic', [plain('heading', 'Floods'), plain('heading', 'Costs', 2), plain('point', 'x')]),
    section(mint, 'qa', [plain('heading', 'Q&A'), plain('likelyQuestion', 'Why?')]),
    section(mint, 'annex', [plain('heading', 'Maps')]),
  );
  expect(labels(brief)).toEqual([
    'agenda item 1',
    'aim i',
    'section 1',
    'section “Costs”',
    'section “Q&A”',
    'question 1',
    'Annex A',
  ]);
});

test('each form has its words, the next best where it has none, and nothing where the target is gone', () => {
  const targets = printedTargets(report);
  const by = (label: string) => [...targets.values()].find((target) => target.label === label)?.id ?? '';
  const said = (label: string, show: 'label' | 'number' | 'title') =>
    referenceText({ target: by(label), show }, targets);
  expect(said('paragraph 1(a)', 'number')).toBe('1(a)');
  expect(said('paragraph 1(a)', 'title')).toBe('paragraph 1(a)');
  expect(said('Appendix 1', 'title')).toBe('Map');
  expect(said('section “Summary”', 'number')).toBe('“Summary”');
  expect(referenceText({ target: 'gone', show: 'label' }, targets)).toBeNull();
});

test('a heading that refers to something says so with its words, not with a gap', () => {
  const target = plain('paragraph', 'x');
  const heading: KnownBlock = {
    ...plain('heading', 'After '),
    content: [
      { type: 'text', text: 'After ' },
      { type: 'reference', target: target.id, show: 'label' },
    ],
  };
  const made = document('report', section(mint, 'body', [heading, target]));
  expect(labels(made)).toEqual(['section “After paragraph 1”', 'paragraph 1']);
});
