/** Whatever shape a document has, its words come out: all of them, in their order, and legal. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { structureFaults } from '../../../shared/document/legal.ts';
import type { DocumentKind } from '../../../shared/document/schema.ts';
import type { ImportRow } from '../../../shared/import/report.ts';
import { undoImportRow } from '../../../shared/import/undo.ts';
import {
  contentWords,
  counter,
  importText,
  inOrder,
  less,
  ofKind,
  sorted,
  structureWords,
  wordsOf,
} from './support.ts';

const vocabulary = [
  'children',
  'guidance',
  'the',
  'of',
  'and',
  'school',
  'risk',
  'pandemic',
  'Safeguarding',
  'Board',
  'DfE',
  'increase',
  'recovery',
  'plan',
  'Partners',
  'meeting',
  'demand',
  'N/A',
  '£1.6b',
  '2020',
  'children’s',
  'will/has',
  'MACE',
  'Appendix',
  'Report',
  'e.g.',
  '10%',
  '–',
  '**bold**',
  '*leaning*',
  '_soft_',
  'a*b',
  'x_y',
  '[sic]',
  'I',
  'v',
] as const;
const word = fc.constantFrom(...vocabulary);
const phrase = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
const ending = fc.constantFrom('', '.', '.', '?', ';', ':', ',', ' and');
const sentence = fc
  .tuple(phrase, phrase, phrase, ending)
  .map(([first, second, third, end]) => `${first} ${second} ${third}${end}`);
const bullet = fc.constantFrom('- ', '* ', '• ', '– ', '  - ', '    - ', '\t• ', '- a. ', ' - b. ');
const number = fc.oneof(
  fc.integer({ min: 1, max: 30 }).map((value) => `${value}. `),
  fc.integer({ min: 1, max: 30 }).map((value) => `${value}) `),
  fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })).map(([a, b]) => `${a}.${b}. `),
  fc.constantFrom('a. ', 'b) ', '(c) ', 'i. ', '(ii) ', 'iv) ', '  a. ', '  (i) '),
);
const headings = [
  'Points to make',
  'Point to make',
  'Questions to ask:',
  'Recommendations',
  'Summary',
  'Report',
  'Background',
  'List of Background Documents/Appendices:',
  'Contact Details',
  'Annotated agenda:',
  'Attendees:',
  'Objectives:',
  'MEETING WITH THE MINISTER',
  'OFFICIAL',
  'OFFICIAL-SENSITIVE – COMMERCIAL',
  'Lines to take',
  'Q&A',
  'Sensitivities',
  'Their likely asks',
  'Biographies',
  'Options considered',
  'Issue',
  'Timing',
  'Argument',
  'Implications',
  'Clearance',
  'N/A',
  'Safe and Strong Select Committee - Tuesday 01 September 2020',
  'Local Members Interest',
  '**Bold heading**',
] as const;
const label = fc.constantFrom(...headings);
const runIn = fc.constantFrom(
  '**Questions to ask:** ',
  'Question to ask: ',
  'Q1: ',
  'Attendees: ',
  'Date: ',
  'Telephone No.:\t',
  'Officer: Ann Job Title: Head Telephone: 01632 960000 E-mail: ',
  'Purpose: ',
  'Report of ',
  'Cleared by ',
  'Contact: ',
  'Appendix 1 - ',
  'Appendix 2b: ',
  'Annotated agenda: i) ',
  'Tel: ',
  'To: ',
  'Critical date: ',
  'A: ',
  'Q2. ',
  'If pressed: ',
  'Follow-up: ',
  'Our response: ',
  'Handling: ',
  'Reason: ',
  'E-Mail Address: ',
  'Assistant Director: ',
  'Time: ',
  '> ',
  '## ',
  '### ',
  '# ',
  '‘',
);
const line = fc.oneof(
  { weight: 3, arbitrary: sentence },
  { weight: 1, arbitrary: phrase },
  { weight: 3, arbitrary: fc.tuple(bullet, sentence).map(([marker, words]) => marker + words) },
  { weight: 3, arbitrary: fc.tuple(number, sentence).map(([marker, words]) => marker + words) },
  { weight: 2, arbitrary: label },
  { weight: 2, arbitrary: fc.tuple(runIn, sentence).map(([marker, words]) => marker + words) },
  { weight: 1, arbitrary: fc.tuple(phrase, phrase).map(([one, other]) => `| ${one} | ${other} |`) },
  { weight: 1, arbitrary: fc.constantFrom('Page 3 of 9', 'Page 4', '5', '- 6 -', 'Harbour brief') },
);
const lineEnd = fc.constantFrom('\n', '\n', '\n\n', '\n\n', '\n\n\n', '\r\n', '\r\n\r\n', '\f', ' \n \n');
const text = fc
  .array(fc.tuple(line, lineEnd), { minLength: 1, maxLength: 40 })
  .map((lines) => lines.map(([words, end]) => words + end).join(''));
const as = fc.constantFrom<DocumentKind | undefined>(undefined, 'briefing', 'report', 'submission');

/** Page numbers and running titles that were left out, each told in a row. */
function furnitureWords(report: readonly ImportRow[]): string[] {
  return report.flatMap(({ undo }) => {
    if (undo?.type === 'putBack') return wordsOf(undo.text);
    return undo?.type === 'split' ? wordsOf(undo.between ?? '') : [];
  });
}

/** A marker, or a label that the product prints itself; nothing else may disappear into structure. */
const becameStructure =
  /^(?:\d{1,2}|[a-z]|ii|iv|Date|Time|Purpose|Attendees|Objectives|Contact|Telephone|Report|Cleared|of|by|To|From|Critical|date|Q\d{0,2}|OFFICIAL|SENSITIVE|COMMERCIAL|Recommendations?)$/;

test('no word is lost or moved, and what became structure was a marker or a label', () => {
  fc.assert(
    fc.property(text, as, (words, kind) => {
      const { document, report } = importText(words, kind);
      expect(structureFaults(document)).toEqual([]);
      const before = wordsOf(words);
      const content = contentWords(document);
      expect(inOrder(content, before)).toBe(true);
      const labels = structureWords(document);
      const told = [...content, ...furnitureWords(report)];
      const gone = (less(before, told) ?? ['more']).filter((word) => !labels.includes(word));
      expect(gone.filter((word) => !becameStructure.test(word))).toEqual([]);
      for (const { blockId } of report) {
        if (blockId !== null) {
          expect(document.sections.some(({ blocks }) => blocks.some(({ id }) => id === blockId))).toBe(true);
        }
      }
    }),
    { numRuns: 400 },
  );
});

test('undoing any row, or all of them, keeps every word and stays legal', () => {
  fc.assert(
    fc.property(text, as, fc.integer(), (words, kind, turn) => {
      const { document, report } = importText(words, kind);
      let all = document;
      const order = [...report].sort(
        (one, other) => ((one.id.length * turn) % 7) - ((other.id.length * turn) % 7),
      );
      for (const [at, row] of (turn % 2 === 0 ? order : order.reverse()).entries()) {
        if (!row.undo) continue;
        const undone = undoImportRow(document, row, counter(`one-${at}`));
        if (!undone) throw new Error(`cannot undo ${row.code}`);
        expect(structureFaults(undone)).toEqual([]);
        expect(ofKind(undone, 'title')).toHaveLength(1);
        const lost = less(sorted(contentWords(document)), contentWords(undone));
        // Undoing only ever adds: the marker or label it puts back.
        expect(lost === null || lost.length === 0).toBe(true);
        expect(inOrder(contentWords(document), contentWords(undone))).toBe(true);
        expect(inOrder(contentWords(undone), wordsOf(words))).toBe(true);
        const next = undoImportRow(all, row, counter(`all-${at}`));
        if (!next) throw new Error(`cannot undo ${row.code} after others`);
        all = next;
      }
      expect(less(contentWords(all), furnitureWords(report))).not.toBeNull();
      expect(structureFaults(all)).toEqual([]);
      expect(inOrder(contentWords(document), contentWords(all))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('whatever stands under whatever heading, it is legal there, alone and before a numbered line', () => {
  const shapes = [
    '> The harbour was full by noon.',
    '‘The harbour was full by noon on Sunday.’',
    '- The harbour was full.',
    '1. The harbour was full.',
    '1.1. The harbour was full.',
    'a) The harbour was full.',
    '## The harbour',
    '| Quay | Boats |\n|---|---|\n| North | 2 |',
    'Q1: Is the harbour full?',
    'Question to ask: is the harbour full?',
    'If pressed: it was full.',
    'Reason: it was full.',
    'Handling: with care.',
    'Critical date: 3 May',
    'Contact: Ann Lacey',
    'Cleared by Ann Lacey',
    'Appendix 1 - The boats',
    'Annotated agenda: i) the boats',
    'Report of the harbour master',
    'The harbour was full.',
  ];
  const faults: string[] = [];
  for (const kind of ['briefing', 'report', 'submission'] as const) {
    for (const heading of headings) {
      for (const shape of shapes) {
        for (const below of ['', '\n\n1) The boats are full.\n']) {
          const words = `${heading}\n\n${shape}${below}`;
          for (const fault of structureFaults(importText(words, kind).document)) {
            faults.push(`${kind}: ${JSON.stringify(words)}: ${fault}`);
          }
        }
      }
    }
  }
  expect(faults).toEqual([]);
});
