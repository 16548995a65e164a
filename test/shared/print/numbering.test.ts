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

function numbersOf(kind: DocumentKind, sections: readonly AnySection[]): (string | undefined)[] {
  const document: DespatchDocument = {
    format: DOCUMENT_FORMAT,
    id: 'd',
    kind,
    marking: null,
    settings: defaultSettings,
    sections,
  };
  const numbers = numberDocument(document);
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
const anyBlock: fc.Arbitrary<Block> = fc
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
  const document: DespatchDocument = {
    format: DOCUMENT_FORMAT,
    id: 'd',
    kind: 'report',
    marking: null,
    settings: defaultSettings,
    sections: [
      section(mint, 'recommendations', [block('recommendation', 0, '')]),
      section(mint, 'body', [...paragraphs, block('paragraph', 0, '')]),
    ],
  };
  expect([...provisionalNumbers(document, null).values()]).toEqual(['a.', '1.', 'a.', 'b.', '2.']);
  expect([...numberDocument(document).values()]).toEqual(['1.', 'a.']);
});

test('in the middle of a list only the block being written counts, and no number stands twice', () => {
  const first = block('paragraph', 0);
  const empty = block('paragraph', 0, '');
  const left = block('paragraph', 0, '');
  const last = block('paragraph', 0);
  const document: DespatchDocument = {
    format: DOCUMENT_FORMAT,
    id: 'd',
    kind: 'report',
    marking: null,
    settings: defaultSettings,
    sections: [section(mint, 'body', [first, empty, left, last])],
  };
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
      const document: DespatchDocument = {
        format: DOCUMENT_FORMAT,
        id: 'd',
        kind: 'report',
        marking: null,
        settings: defaultSettings,
        sections: [section(mint, 'body', blocks)],
      };
      expect(provisionalNumbers(document, blocks[0]?.id ?? null)).toEqual(numberDocument(document));
    }),
  );
});
