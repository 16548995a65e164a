import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appendixBlock, plainBlock, section } from '../../../shared/document/build.ts';
import {
  type AnySection,
  type Block,
  type DespatchDocument,
  DOCUMENT_FORMAT,
  type DocumentKind,
  type PlainBlock,
} from '../../../shared/document/schema.ts';
import { defaultSettings } from '../../../shared/document/settings.ts';
import { lowerLetter } from '../../../shared/print/lists.ts';
import { numberDocument, provisionalNumbers } from '../../../shared/print/numbering.ts';

let next = 0;
const mint = () => `id-${++next}`;
const words = (text: string) => [{ type: 'text', text } as const];
const block = (kind: PlainBlock['kind'], level: number, text = 'Words') =>
  plainBlock(mint, kind, words(text), level);

type Numbering = DespatchDocument['settings']['numbering'];

function documentOf(
  kind: DocumentKind,
  sections: readonly AnySection[],
  numbering: Numbering = 'continuous',
): DespatchDocument {
  const settings = { ...defaultSettings, numbering };
  return { format: DOCUMENT_FORMAT, id: 'd', kind, marking: null, settings, sections };
}

function numbersOf(
  kind: DocumentKind,
  sections: readonly AnySection[],
  numbering?: Numbering,
): (string | undefined)[] {
  const numbers = numberDocument(documentOf(kind, sections, numbering));
  return sections.flatMap(({ blocks }) => blocks.map(({ id }) => numbers.get(id)));
}

test('report paragraphs count on across headings, sub-paragraphs restart under each parent', () => {
  const first = section(mint, 'body', [
    block('heading', 1),
    block('paragraph', 0),
    block('paragraph', 1),
    block('paragraph', 2),
    block('paragraph', 2),
    block('paragraph', 1),
    block('paragraph', 2),
  ]);
  const second = section(mint, 'body', [
    block('heading', 1),
    block('quotation', 0),
    block('paragraph', 0),
    block('paragraph', 1),
  ]);
  expect(numbersOf('report', [first, second])).toEqual([
    ...[undefined, '1.', 'a.', 'i.', 'ii.', 'b.', 'i.'],
    ...[undefined, undefined, '2.', 'a.'],
  ]);
});

test('a section that is continued in the next counts as if it were one', () => {
  const run = Array.from({ length: 60 }, () => block('paragraph', 0));
  const whole = numbersOf('report', [section(mint, 'body', run)]);
  const parted = numbersOf('report', [
    section(mint, 'body', run.slice(0, 40)),
    section(mint, 'body', run.slice(40)),
  ]);
  expect(parted).toEqual(whole);
  expect(parted.at(-1)).toBe('60.');
});

test('recommendations are lettered, aims are roman, topics are numbered, sub-headings and points are not', () => {
  expect(
    numbersOf('report', [
      section(mint, 'recommendations', [
        block('heading', 1),
        block('recommendation', 0),
        block('recommendation', 1),
        block('recommendation', 0),
      ]),
    ]),
  ).toEqual([undefined, 'a.', 'i.', 'b.']);
  expect(
    numbersOf('briefing', [
      section(mint, 'agenda', [block('label', 0), block('aim', 0), block('aim', 0)]),
      section(mint, 'topic', [block('heading', 1), block('point', 0), block('heading', 2)]),
      section(mint, 'topic', [block('heading', 1)]),
      section(mint, 'clearance', [block('heading', 1)]),
    ]),
  ).toEqual([undefined, 'i)', 'ii)', '1.', undefined, undefined, '2.', undefined]);
});

test('an appendix bears the designation its author gave, even without a title', () => {
  const appendices = [appendixBlock(mint, words('Guidance'), '2b'), appendixBlock(mint, [], 'A')];
  expect(numbersOf('report', [section(mint, 'documents', appendices)])).toEqual([
    'Appendix 2b',
    'Appendix A',
  ]);
});

const kinds = ['paragraph', 'text', 'quotation', 'heading'] as const;
const anyBlock: fc.Arbitrary<PlainBlock> = fc
  .record({
    kind: fc.constantFrom(...kinds),
    level: fc.integer({ min: 0, max: 2 }),
    text: fc.constantFrom('Words', '', ' '),
  })
  .map(({ kind, level, text }) => block(kind, level, text));

test('whatever the mixture, printed paragraphs of the first level are 1, 2, 3 … without gap or repeat', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyBlock, { minLength: 1, maxLength: 12 }), { maxLength: 6 }), (runs) => {
      const sections = runs.map((blocks) => section(mint, 'body', blocks));
      const numbers = numbersOf('report', sections);
      const blocks = sections.flatMap((each) => each.blocks);
      const top = blocks.flatMap((each, at) =>
        each.kind === 'paragraph' && each.level === 0 && numbers[at] !== undefined ? [numbers[at]] : [],
      );
      expect(top).toEqual(top.map((_, at) => `${at + 1}.`));
      const printed = blocks.filter(
        (each) =>
          each.kind === 'paragraph' && each.content.some((run) => run.type === 'text' && run.text.trim()),
      );
      expect(numbers.filter(Boolean)).toHaveLength(printed.length);
    }),
  );
});

test('splitting sections anywhere changes no number', () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { minLength: 2, maxLength: 30 }), fc.nat(), (blocks, cut) => {
      const at = 1 + (cut % (blocks.length - 1));
      const parted = [blocks.slice(0, at), blocks.slice(at)].map((part) => section(mint, 'body', part));
      expect(numbersOf('report', parted)).toEqual(numbersOf('report', [section(mint, 'body', blocks)]));
    }),
  );
});

test('a sub-paragraph is never the sibling of another parent’s', () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 40 }), (blocks) => {
      const numbers = numbersOf('report', [section(mint, 'body', blocks)]);
      let expected = 1;
      for (const [at, each] of blocks.entries()) {
        const number = numbers[at];
        if (each.kind !== 'paragraph' || number === undefined) continue;
        if (each.level === 0) expected = 1;
        if (each.level === 1) expect(number).toBe(`${lowerLetter(expected++)}.`);
      }
    }),
  );
});

test('an empty block at the end of its list waits with the number it will bear', () => {
  const paragraphs = [block('paragraph', 0), block('paragraph', 1), block('paragraph', 1, ' ')];
  const document = documentOf('report', [
    section(mint, 'recommendations', [block('recommendation', 0, '')]),
    section(mint, 'body', [...paragraphs, block('paragraph', 0, '')]),
  ]);
  expect([...provisionalNumbers(document, null).values()]).toEqual(['a.', '1.', 'a.', 'b.', '2.']);
  expect([...numberDocument(document).values()]).toEqual(['1.', 'a.']);
});

test('in the middle of a list only the block being written counts, and no number stands twice', () => {
  const first = block('paragraph', 0);
  const empty = block('paragraph', 0, '');
  const left = block('paragraph', 0, '');
  const last = block('paragraph', 0);
  const document = documentOf('report', [section(mint, 'body', [first, empty, left, last])]);
  expect(Object.fromEntries(provisionalNumbers(document, null))).toEqual({
    [first.id]: '1.',
    [last.id]: '2.',
  });
  expect(Object.fromEntries(provisionalNumbers(document, empty.id))).toEqual({
    [first.id]: '1.',
    [empty.id]: '2.',
    [last.id]: '3.',
  });
});

test('with words in every block the provisional numbers are the printed ones', () => {
  const kinds = fc.constantFrom<PlainBlock['kind']>('paragraph', 'heading', 'text', 'quotation');
  fc.assert(
    fc.property(fc.array(fc.tuple(kinds, fc.integer({ min: 0, max: 2 })), { minLength: 1 }), (drawn) => {
      const blocks = drawn.map(([kind, level]) => block(kind, level));
      const document = documentOf('report', [section(mint, 'body', blocks)]);
      expect(provisionalNumbers(document, blocks[0]?.id ?? null)).toEqual(numberDocument(document));
    }),
  );
});

test('sectional numbering numbers the headings of what a report argues, and paragraphs under them', () => {
  const sections = [
    section(mint, 'recommendations', [
      block('heading', 1),
      block('paragraph', 0),
      block('recommendation', 0),
    ]),
    section(mint, 'body', [
      block('heading', 1),
      block('paragraph', 0),
      block('paragraph', 1),
      block('paragraph', 2),
      block('heading', 2),
      block('paragraph', 0),
    ]),
    section(mint, 'body', [block('paragraph', 0)]),
    section(mint, 'timing', [block('heading', 1)]),
    section(mint, 'options', [block('heading', 1), block('option', 0), block('paragraph', 0)]),
    section(mint, 'documents', [block('heading', 1)]),
    section(mint, 'clearance', [block('heading', 1)]),
  ];
  const numbers = ['1.', '1.1', 'a.', '2.', '2.1', 'a.', 'i.', undefined, '2.2', '2.3', '3.'];
  expect(numbersOf('submission', sections, 'sectional')).toEqual([
    ...[...numbers, '4.', 'Option 1', '4.1'],
    ...[undefined, undefined],
  ]);
});

test('what stands before the first numbered heading of a sectional report is counted by itself', () => {
  const sections = [
    section(mint, 'body', [block('paragraph', 0), block('paragraph', 1), block('paragraph', 0)]),
    section(mint, 'body', [block('heading', 1, ''), block('paragraph', 0)]),
    section(mint, 'body', [block('heading', 1), block('paragraph', 0)]),
  ];
  expect(numbersOf('report', sections, 'sectional')).toEqual([
    ...['0.1', 'a.', '0.2'],
    ...[undefined, '0.3'],
    ...['1.', '1.1'],
  ]);
});

test('a brief is not numbered by section, whatever its settings say', () => {
  const sections = [
    section(mint, 'topic', [block('heading', 1)]),
    section(mint, 'qa', [block('heading', 1)]),
  ];
  expect(numbersOf('briefing', sections, 'sectional')).toEqual(['1.', undefined]);
});

test('of the parts of a brief only its topics and annexes have numbered headings', () => {
  const roles = [
    'attendees',
    'topic',
    'background',
    'lines',
    'qa',
    'asks',
    'sensitivities',
    'biographies',
  ] as const;
  const sections = [...roles, 'topic' as const, 'annex' as const, 'annex' as const].map((role) =>
    section(mint, role, [block('heading', 1)]),
  );
  expect(numbersOf('briefing', sections)).toEqual([
    ...[undefined, '1.', undefined, undefined, undefined, undefined, undefined, undefined],
    ...['2.', 'Annex A', 'Annex B'],
  ]);
});

test('agenda items, likely questions, captions: each is counted through the document', () => {
  const table = (caption: string): Block => ({
    ...plainBlock(mint, 'text', words(caption)),
    kind: 'table',
    headerRow: true,
    headerColumn: false,
    rows: [[{ content: [] }]],
  });
  const sections = [
    section(mint, 'agenda', [block('agendaItem', 0), block('agendaItem', 0)]),
    section(mint, 'topic', [table('Costs'), table(''), table('Savings')]),
    section(mint, 'qa', [block('likelyQuestion', 0), block('point', 0), block('likelyQuestion', 0)]),
  ];
  expect(numbersOf('briefing', sections)).toEqual([
    ...['1.', '2.'],
    ...['Table 1', undefined, 'Table 2'],
    ...['Q1', undefined, 'Q2'],
  ]);
});

test('recommendations said again at the end bear the same letters; a section that only goes on does not', () => {
  const recommendations = () =>
    section(mint, 'recommendations', [block('recommendation', 0), block('recommendation', 0)]);
  const sections = [
    recommendations(),
    recommendations(),
    section(mint, 'body', [block('heading', 1)]),
    recommendations(),
  ];
  expect(numbersOf('report', sections)).toEqual(['a.', 'b.', 'c.', 'd.', undefined, 'a.', 'b.']);
});

test('a block without words of its own is counted where something is said about it', () => {
  const question = block('likelyQuestion', 0, '');
  const answer: Block = { ...plainBlock(mint, 'text', words('Because.')), kind: 'detail', detail: 'answer' };
  const sections = [section(mint, 'qa', [question, answer, block('likelyQuestion', 0)])];
  expect(numbersOf('briefing', sections)).toEqual(['Q1', undefined, 'Q2']);
});

test('however a sectional report is mixed, no two of its paragraphs bear the same number', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyBlock, { minLength: 1, maxLength: 12 }), { maxLength: 6 }), (runs) => {
      const sections = runs.map((blocks) => section(mint, 'body', blocks));
      const numbers = numbersOf('report', sections, 'sectional').filter((number) => /^\d/.test(number ?? ''));
      expect(new Set(numbers).size).toBe(numbers.length);
      let [heading, paragraph] = [0, 0];
      for (const number of numbers) {
        if (number?.endsWith('.')) [heading, paragraph] = [heading + 1, 0];
        else paragraph += 1;
        expect(number).toBe(number?.endsWith('.') ? `${heading}.` : `${heading}.${paragraph}`);
      }
    }),
  );
});

test('splitting sections of a sectional report changes no number', () => {
  const inner = anyBlock.filter((each) => each.kind !== 'heading' || each.level !== 1);
  fc.assert(
    fc.property(fc.array(inner, { minLength: 2, maxLength: 30 }), fc.nat(), (blocks, cut) => {
      const at = 1 + (cut % (blocks.length - 1));
      const parted = [blocks.slice(0, at), blocks.slice(at)].map((part) => section(mint, 'body', part));
      const whole = [section(mint, 'body', blocks)];
      expect(numbersOf('report', parted, 'sectional')).toEqual(numbersOf('report', whole, 'sectional'));
    }),
  );
});

test('an empty paragraph at the end of its section waits with its number, though more sections follow', () => {
  const sections = [
    section(mint, 'body', [block('heading', 1), block('paragraph', 0), block('paragraph', 0, '')]),
    section(mint, 'body', [block('heading', 1), block('paragraph', 0, ''), block('paragraph', 0)]),
  ];
  const numbers = provisionalNumbers(documentOf('report', sections, 'sectional'), null);
  expect(sections.flatMap(({ blocks }) => blocks.map(({ id }) => numbers.get(id)))).toEqual([
    ...['1.', '1.1', '1.2'],
    ...['2.', undefined, '2.1'],
  ]);
});
