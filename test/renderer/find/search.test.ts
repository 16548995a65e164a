import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corpusOf } from '../../../renderer/find/corpus.ts';
import { compile, emptyQuery, type Query } from '../../../renderer/find/query.ts';
import { outcomeWords, planFor } from '../../../renderer/find/replace.ts';
import { type Hit, MOST_HITS, replacementFor, search } from '../../../renderer/find/search.ts';
import { editContent, placedText, sliceContent } from '../../../shared/document/places.ts';
import type { Inline, KnownBlock } from '../../../shared/document/schema.ts';
import { leastWork } from '../../least-work.ts';
import { newDocument } from '../../shared/document/blank.ts';

function hitsIn(texts: readonly string[], query: Partial<Query>): Hit[] {
  const compiled = compile({ ...emptyQuery, ...query });
  if (compiled.state !== 'ready') throw new Error(`not ready: ${compiled.state}`);
  return [...search(compiled.source, compiled.flags, texts)].flat();
}
const found = (text: string, query: Partial<Query>) =>
  hitsIn([text], query).map(({ start, end }) => text.slice(start, end));

describe('plain words', () => {
  test.each<[string, Partial<Query>, string[]]>([
    ['Flood floods FLOOD', { text: 'flood' }, ['Flood', 'flood', 'FLOOD']],
    ['Flood floods FLOOD', { text: 'Flood', matchCase: true }, ['Flood']],
    ['Flood floods FLOOD', { text: 'flood', wholeWord: true }, ['Flood', 'FLOOD']],
    [
      'a (b) [c] $d ^ . * + ? | \\ /',
      { text: '(b) [c] $d ^ . * + ? | \\ /' },
      ['(b) [c] $d ^ . * + ? | \\ /'],
    ],
    ['the council’s “plan” for 2024–25', { text: '"plan" for 2024-25' }, ['“plan” for 2024–25']],
    ['it’s', { text: "it's" }, ['it’s']],
    ['naïve naïvety', { text: 'naïve', wholeWord: true }, ['naïve']],
    ['café', { text: 'caf', wholeWord: true }, []],
  ])('in “%s” %j finds %j', (text, query, expected) => {
    expect(found(text, query)).toEqual(expected);
  });
});

describe('patterns', () => {
  test.each<[string, Partial<Query>, string[]]>([
    ['£1.6m and £24m', { text: String.raw`£(\d+)(\.\d)?m`, pattern: true }, ['£1.6m', '£24m']],
    ['one\ntwo', { text: '^two$', pattern: true }, ['two']],
    ['aaa', { text: 'a*?', pattern: true }, []],
    ['cat concat', { text: 'cat|dog', pattern: true, wholeWord: true }, ['cat']],
  ])('in “%s” %j finds %j', (text, query, expected) => {
    expect(found(text, query)).toEqual(expected);
  });

  test('half a pattern is wrong in words, and never throws', () => {
    expect(compile({ ...emptyQuery, text: '(', pattern: true })).toEqual({
      state: 'wrong',
      reason: 'unterminated group',
    });
    expect(compile({ ...emptyQuery, text: ')|(', pattern: true, wholeWord: true }).state).toBe('wrong');
    fc.assert(
      fc.property(fc.string(), fc.boolean(), fc.boolean(), (text, wholeWord, pattern) => {
        compile({ text, matchCase: false, wholeWord, pattern });
      }),
    );
  });
});

test('every hit names the very characters that were looked for, whatever they are', () => {
  const character = fc.constantFrom('a', 'B', '.', '(', '$', '^', '\\', ' ', '’', '😀', 'é');
  const text = fc.string({ unit: character, maxLength: 30 });
  const sought = fc.string({ unit: character, minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), sought, (texts, words) => {
      const hits = hitsIn(texts, { text: words, matchCase: true });
      for (const { at, start, end } of hits) expect(texts[at]?.slice(start, end)).toBe(words);
      const counted = texts.reduce((sum, each) => sum + each.split(words).length - 1, 0);
      expect(hits.length).toBe(counted);
    }),
  );
});

test('a search that finds everything stops at the most anybody goes through', () => {
  expect(hitsIn(['a'.repeat(MOST_HITS + 5)], { text: 'a' })).toHaveLength(MOST_HITS);
});

test('what a hit is replaced by follows the groups of a pattern, and plain words stay plain', () => {
  const hit = { groups: ['x', undefined], named: { year: '2024' } };
  const by = (template: string, pattern = true) => replacementFor(hit, 'match', template, pattern);
  expect(by('[$1]')).toBe('[x]');
  expect(by('$2')).toBe('');
  expect(by('$12')).toBe('x2');
  expect(by('$3')).toBe('$3');
  expect(by('$$1 $& $<year> $<none>')).toBe('$1 match 2024 $<none>');
  expect(by('$1', false)).toBe('$1');
});

test('words of captions, cells and details are looked through, and what is locked is known', () => {
  const table: KnownBlock = {
    id: 'table',
    kind: 'table',
    level: 0,
    content: [{ type: 'text', text: 'Caption' }],
    citations: [],
    headerRow: false,
    headerColumn: false,
    rows: [[{ content: [] }, { content: [{ type: 'text', text: 'Cell' }] }]],
  };
  const heading: KnownBlock = {
    id: 'heading',
    kind: 'heading',
    level: 1,
    content: [{ type: 'text', text: 'Locked' }],
    citations: [],
    locked: true,
  };
  const document = {
    ...newDocument('report', () => 'id'),
    sections: [{ id: 's', role: 'body' as const, blocks: [heading, table] }],
  };
  const passages = corpusOf(document);
  expect(passages.map(({ text, cell, locked }) => [text, cell, locked])).toEqual([
    ['Locked', null, true],
    ['Caption', null, false],
    ['Cell', { row: 0, column: 1 }, false],
  ]);
  expect(corpusOf(document)[0]).toBe(passages[0]);
});

test('locked headings and references are left alone, and the outcome says how many', () => {
  const passages = [
    { blockId: 'a', cell: null, text: 'see one', locked: true },
    { blockId: 'b', cell: null, text: 'see \uFFFC and see', locked: false },
  ];
  const plan = planFor(
    passages,
    hitsIn(
      passages.map(({ text }) => text),
      { text: 'see(?: \uFFFC)?', pattern: true },
    ),
    'view',
    true,
  );
  expect(plan).toMatchObject({
    locked: 1,
    references: 1,
    replacements: [{ start: 10, matched: 'see', by: 'view' }],
  });
  expect(outcomeWords(39, { locked: 2, references: 0, changed: 0 })).toBe(
    '39 replaced. 2 in locked headings were left.',
  );
  expect(outcomeWords(1, { locked: 1, references: 2, changed: 1 })).toBe(
    '1 replaced. 1 in a locked heading, 2 with a cross-reference in them and 1 that had changed meanwhile were left.',
  );
});

test('editing by places changes exactly the places named', () => {
  const inline: fc.Arbitrary<Inline> = fc.oneof(
    fc.string({ minLength: 1, maxLength: 5 }).map((text): Inline => ({ type: 'text', text })),
    fc.constant<Inline>({ type: 'break' }),
    fc.constant<Inline>({ type: 'reference', target: 't', show: 'label' }),
  );
  fc.assert(
    fc.property(fc.array(inline, { maxLength: 6 }), fc.nat(20), fc.nat(6), (content, from, size) => {
      const text = placedText(content);
      const start = Math.min(from, text.length);
      const end = Math.min(start + size, text.length);
      const made = placedText(editContent(content, [{ start, end, by: [{ type: 'text', text: 'NEW' }] }]));
      expect(made).toBe(`${text.slice(0, start)}NEW${text.slice(end)}`);
      expect(placedText(sliceContent(content, start, end))).toBe(text.slice(start, end));
    }),
  );
});

test('300 pages are searched within a keystroke', () => {
  const texts = Array.from(
    { length: 5000 },
    (_, at) => `Paragraph ${at} says that the council ${'has considered the matter '.repeat(8)}`,
  );
  expect(leastWork(() => hitsIn(texts, { text: 'the' }), 200)).toBeLessThan(200);
});
