import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appendixBlock, plainBlock, section } from '../../../shared/document/build.ts';
import { structureFaults } from '../../../shared/document/legal.ts';
import type { DespatchDocument, Inline, KnownBlock, TextRun } from '../../../shared/document/schema.ts';
import { knownBlocks } from '../../../shared/document/walk.ts';
import { convertible, convertTyped, typedReferences } from '../../../shared/references/convert.ts';
import { printedTargets } from '../../../shared/references/targets.ts';
import { contentWords, referenceText } from '../../../shared/references/words.ts';
import { leastWork } from '../../least-work.ts';
import { newDocument } from '../document/blank.ts';

const words = (text: string): Inline[] => [{ type: 'text', text }];

/** Paragraphs 1 to 6, with 2(a), 2(b) and 2(b)(i); recommendations a to c; appendices 1, 2 and 2 again, B. */
function report(content: Inline[]): DespatchDocument {
  let next = 0;
  const mint = () => `id-${++next}`;
  const paragraph = (text: string, level = 0) => plainBlock(mint, 'paragraph', words(text), level);
  const sections = [
    section(mint, 'front', [plainBlock(mint, 'title', words('Title'))]),
    section(
      mint,
      'recommendations',
      ['Notes', 'Agrees', 'Asks'].map((text) => plainBlock(mint, 'recommendation', words(text))),
    ),
    section(mint, 'body', [
      plainBlock(mint, 'heading', words('Summary')),
      plainBlock(mint, 'paragraph', content),
      paragraph('Two'),
      paragraph('Two a', 1),
      paragraph('Two b', 1),
      paragraph('Two b i', 2),
      ...['Three', 'Four', 'Five', 'Six'].map((text) => paragraph(text)),
    ]),
    section(mint, 'documents', [
      plainBlock(mint, 'heading', words('Appendices')),
      ...['1', '2', '2', 'B'].map((name) => appendixBlock(mint, words('x'), name)),
    ]),
  ];
  return { ...newDocument('report', mint), sections };
}

const [inFirst] = [2];
function block(document: DespatchDocument): KnownBlock {
  const found = document.sections[inFirst]?.blocks[1];
  if (!found || found.kind === 'unknown') throw new Error('no block');
  return found;
}
function typed(text: string) {
  const document = report(words(text));
  return typedReferences(block(document), printedTargets(document));
}
const said = (text: string) => typed(text).map(({ words: phrase, outcome }) => `${phrase}: ${outcome.found}`);

describe('what is found', () => {
  test.each([
    ['As in paragraph 3, and paras 2 to 5.', ['paragraph 3: found', 'paras 2 to 5: found']],
    ['Paragraphs 2, 3 and 4 say so', ['Paragraphs 2, 3 and 4: found']],
    ['See paragraph 2(a) and paragraph 2(b)(i).', ['paragraph 2(a): found', 'paragraph 2(b)(i): found']],
    ['See paragraph 2a.', ['paragraph 2a: wording']],
    ['paragraph 99 is not there', ['paragraph 99: missing']],
    [
      'Members agree recommendation b; recommendations (a) and (c).',
      ['recommendation b: found', 'recommendations (a) and (c): found'],
    ],
    ['see Appendix 1 and Appendix B', ['Appendix 1: found', 'Appendix B: found']],
    ['see Appendix 2', ['Appendix 2: ambiguous']],
    ['paragraph 3 of this report', ['paragraph 3: found']],
    ['in paragraph 3 to 5', ['paragraph 3 to 5: found']],
  ])('%s', (text, found) => {
    expect(said(text)).toEqual(found);
  });

  test.each([
    'paragraph 3 of the Framework',
    'NPPF paragraph 3',
    'under section 1 of the Local Government Act 1972',
    'the section 151 officer',
    'a recommendation a council makes',
    'paragraph 3.5 million',
    'paragraphs of text',
    'Schedule 2, paragraph 3',
    'Appendix 7 is for another rule',
    'agenda item 4 of the meeting',
    'Option 2',
  ])('nothing in “%s”', (text) => {
    expect(said(text).filter((each) => !each.endsWith('missing'))).toEqual([]);
  });

  test('a part of a list that is not there makes the whole one that is not', () => {
    expect(said('paragraphs 2 and 77')).toEqual(['paragraphs 2 and 77: missing']);
  });

  test('nothing is said of a document that has no such numbers at all', () => {
    const document = { ...report(words('see agenda item 2')) };
    expect(typedReferences(block(document), printedTargets(document))).toEqual([]);
  });
});

function printed(document: DespatchDocument): string[] {
  const targets = printedTargets(document);
  return [...knownBlocks(document)].map(({ content }) =>
    contentWords(content, (reference) => {
      const text = referenceText(reference, targets);
      if (text === null) throw new Error('a broken reference');
      return text;
    }),
  );
}

function converted(document: DespatchDocument): DespatchDocument {
  const references = convertible(document, printedTargets(document));
  return {
    ...document,
    sections: document.sections.map((part) =>
      part.role === 'unknown'
        ? part
        : {
            ...part,
            blocks: part.blocks.map((each) =>
              each.kind === 'unknown' ? each : convertTyped(each, references),
            ),
          },
    ),
  };
}

test('a converted reference is one reference, in the format of its words', () => {
  const bold: TextRun = { type: 'text', text: 'See paragraph 3 now', bold: true, comments: ['c'] };
  const made = block(converted(report([bold])));
  expect(made.content).toMatchObject([
    { text: 'See ', bold: true },
    { type: 'reference', show: 'label', bold: true, comments: ['c'] },
    { text: ' now', bold: true },
  ]);
  const range = block(converted(report(words('Paras 3 to 5'))));
  expect(range.content).toMatchObject([
    { text: 'Paras ' },
    { type: 'reference', show: 'number' },
    { text: ' to ' },
    { type: 'reference', show: 'number' },
  ]);
});

const number = fc.constantFrom(
  '1',
  '2',
  '2(a)',
  '2(b)(i)',
  '2a',
  '3',
  '5',
  '6',
  '77',
  'B',
  '(a)',
  'b',
  '1.2',
);
const phrase = fc
  .record({
    word: fc.constantFrom(
      'paragraph',
      'Paras',
      'paragraphs',
      'Appendix',
      'appendices',
      'recommendation',
      'recommendations',
      'section',
      'agenda item',
      'Table',
      'Option',
    ),
    numbers: fc.array(number, { minLength: 1, maxLength: 3 }),
    join: fc.constantFrom(' to ', ', ', ' and ', '–'),
    behind: fc.constantFrom('', '.', ' of the Act', ' above', '%', ' now'),
  })
  .map(({ word, numbers, join, behind }) => `${word} ${numbers.join(join)}${behind}`);
const format = fc.constantFrom<Partial<TextRun>>(
  {},
  { bold: true },
  { link: 'https://example.org' },
  { comments: ['c'] },
);
const run: fc.Arbitrary<Inline> = fc.oneof(
  fc
    .record({
      text: fc.oneof(phrase, fc.string({ minLength: 1, maxLength: 8 }), fc.constant(' ')),
      format,
    })
    .map(({ text, format }) => ({ type: 'text' as const, text, ...format })),
  fc.constant({ type: 'break' as const }),
);

test('making typed references live changes no printed word and breaks no structure', () => {
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 6 }), (content) => {
      const before = report([...content, { type: 'text', text: 'end' }]);
      const after = converted(before);
      expect(printed(after)).toEqual(printed(before));
      expect(structureFaults(after)).toEqual([]);
      expect(convertible(after, printedTargets(after)).length).toBe(0);
    }),
    { numRuns: 400 },
  );
});

test('a text of one long list is read in linear time', () => {
  const long = `paragraphs ${'3, '.repeat(20_000)}`;
  const work = leastWork(() => {
    typed(long);
    typed('recommendation '.repeat(20_000));
  }, 1000);
  expect(work).toBeLessThan(1000);
});
