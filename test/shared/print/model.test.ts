import { expect, test } from 'vitest';
import {
  appendixBlock,
  fieldBlock,
  plainBlock,
  questionBlock,
  section,
} from '../../../shared/document/build.ts';
import { parseDocument } from '../../../shared/document/parse.ts';
import {
  type AnySection,
  type DespatchDocument,
  DOCUMENT_FORMAT,
  type DocumentKind,
  type Inline,
} from '../../../shared/document/schema.ts';
import { defaultSettings } from '../../../shared/document/settings.ts';
import { fieldRules, standardFields } from '../../../shared/document/structure.ts';
import { markingLine } from '../../../shared/print/marking.ts';
import { printDocument } from '../../../shared/print/model.ts';
import { printedText } from '../../../shared/print/words.ts';
import { newDocument } from '../document/blank.ts';

let next = 0;
const mint = () => `id-${++next}`;
const words = (text: string): Inline[] => [{ type: 'text', text }];
const documentOf = (kind: DocumentKind, sections: AnySection[]): DespatchDocument => ({
  format: DOCUMENT_FORMAT,
  id: 'd',
  kind,
  marking: null,
  settings: defaultSettings,
  sections,
});

test.each(['briefing', 'report'] as const)('a blank %s prints no prompt, no field and no number', (kind) => {
  const print = printDocument(newDocument(kind, mint));
  expect(print.title).toMatch(/^Untitled/);
  expect(print.blocks.map((block) => block.type)).not.toContain('field');
  const prompts = standardFields[kind].flatMap(({ fields }) => fields.map((name) => fieldRules[name].prompt));
  const paper = JSON.stringify(print);
  for (const prompt of prompts) expect(paper).not.toContain(prompt);
});

test('a part of a newer version stops the whole export and is named', () => {
  const future = { id: 'b9', kind: 'pollChart', level: 0 };
  const stored = { ...documentOf('briefing', []), sections: [{ id: 's', role: 'topic', blocks: [future] }] };
  expect(() => printDocument(parseDocument(stored).document)).toThrow(/document\.newer.*pollChart/);
  const role = { ...stored, sections: [{ id: 's', role: 'motions', blocks: [] }] };
  expect(() => printDocument(parseDocument(role).document)).toThrow(/document\.newer.*motions/);
  const frame = { ...stored, format: DOCUMENT_FORMAT + 1, sections: [] };
  expect(() => printDocument(parseDocument(frame).document)).toThrow(/document\.newer/);
});

test('the marking is capitals: classification, handling, descriptor', () => {
  expect(markingLine({ classification: 'OFFICIAL', handling: '', descriptor: ' ' })).toBe('OFFICIAL');
  expect(
    markingLine({
      classification: 'OFFICIAL-SENSITIVE',
      handling: 'Recipients only',
      descriptor: 'Commercial',
    }),
  ).toBe('OFFICIAL-SENSITIVE – RECIPIENTS ONLY – COMMERCIAL');
});

test('labels stand without colon, committee and date of a report without label, "Report of" as a sentence', () => {
  const print = printDocument(
    documentOf('report', [
      section(mint, 'front', [
        fieldBlock(mint, 'localMembersInterest', words('N/A'), 'Local Members Interest:'),
        fieldBlock(mint, 'committee', words('Harbour Committee')),
        fieldBlock(mint, 'date', words('1 May 2031')),
        plainBlock(mint, 'title', words('Dredging')),
      ]),
      section(mint, 'recommendations', [
        fieldBlock(mint, 'reportOf', words('Cllr Ann Other'), 'Report of'),
        fieldBlock(mint, 'contact', words('Someone')),
      ]),
    ]),
  );
  expect(print.title).toBe('Dredging');
  expect(
    print.blocks.map((block) => (block.type === 'field' ? [block.form, block.label] : block.type)),
  ).toEqual([
    ['labelled', 'Local Members Interest'],
    ['masthead', ''],
    ['masthead', ''],
    'title',
    ['sentence', 'Report of'],
    ['labelled', 'Contact'],
  ]);
});

test('outline levels never skip, and a label stands one below the heading over it', () => {
  const print = printDocument(
    documentOf('briefing', [
      section(mint, 'agenda', [plainBlock(mint, 'label', words('Annotated agenda'))]),
      section(mint, 'topic', [
        plainBlock(mint, 'heading', words('One'), 1),
        plainBlock(mint, 'label', words('Points')),
        plainBlock(mint, 'heading', words('Deep'), 3),
        plainBlock(mint, 'label', words('More points')),
        plainBlock(mint, 'heading', words('Deeper'), 3),
        questionBlock(mint, words('Why?'), 'Question to ask:'),
      ]),
    ]),
  );
  expect(
    print.blocks.map((block) =>
      block.type === 'label' ? `label ${block.depth}` : block.type === 'heading' ? block.level : block.type,
    ),
  ).toEqual(['label 1', 1, 'label 2', 2, 'label 3', 3, 'question']);
  expect(print.blocks.at(-1)).toMatchObject({ label: 'Question to ask' });
});

test('characters that no page can hold vanish, spaces stay spaces, and equal runs become one', () => {
  const content: Inline[] = [
    { type: 'break' },
    { type: 'text', text: ' Tea\tfor\u0000 ' },
    { type: 'text', text: 'two\ud800' },
    { type: 'text', text: ' bold', bold: true },
    { type: 'break' },
    { type: 'text', text: ' \u0007' },
  ];
  const print = printDocument(
    documentOf('briefing', [section(mint, 'front', [plainBlock(mint, 'text', content)])]),
  );
  expect(print.blocks[0]?.content).toEqual([
    { type: 'text', text: 'Tea for two' },
    { type: 'text', text: ' bold', bold: true },
  ]);
});

test('nothing is reordered and every printed block keeps its words', () => {
  const blocks = [
    plainBlock(mint, 'heading', words('Papers'), 1),
    appendixBlock(mint, words('Guidance'), '1'),
    plainBlock(mint, 'backgroundDocument', words('Minutes')),
    plainBlock(mint, 'text', []),
    appendixBlock(mint, [], '2'),
  ];
  const print = printDocument(documentOf('report', [section(mint, 'documents', blocks)]));
  expect(print.blocks.map(({ content }) => printedText(content))).toEqual([
    'Papers',
    'Guidance',
    'Minutes',
    '',
  ]);
  expect(print.blocks.flatMap((block) => (block.type === 'appendix' ? [block.marker] : []))).toEqual([
    'Appendix 1',
    'Appendix 2',
  ]);
});
