import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BlockKind, Inline } from '../../../shared/document/schema.ts';
import { blockRules, sectionRules } from '../../../shared/document/structure.ts';
import { plainText } from '../../../shared/document/walk.ts';
import { fitOf } from '../../../shared/lines/find.ts';
import { blockKindFor, lineKindOf, titleFrom, wordsToKeep } from '../../../shared/lines/keeping.ts';
import { type LineBody, lineBodySchema, lineKinds } from '../../../shared/lines/line.ts';
import { marked, unmarked } from '../../../shared/lines/marked.ts';
import { saidByLine, saysTheSame, spelledOut } from '../../../shared/lines/said.ts';
import { standingOf } from '../../../shared/lines/standing.ts';
import { isNewVersion, tidied } from '../../../shared/lines/versions.ts';

const words = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== '');
const run = fc.record(
  { type: fc.constant('text' as const), text: words, bold: fc.constant(true as const) },
  { requiredKeys: ['type', 'text'] },
);
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 5, arbitrary: run },
  { weight: 1, arbitrary: fc.constant({ type: 'break' as const }) },
);
const body: fc.Arbitrary<LineBody> = fc.record({
  kind: fc.constantFrom(...lineKinds),
  title: words,
  content: fc.array(inline, { maxLength: 4 }),
  citations: fc.constant([]),
  details: fc.array(
    fc.record({
      detail: fc.constantFrom(
        'ifPressed' as const,
        'answer' as const,
        'role' as const,
        'organisation' as const,
      ),
      content: fc.array(run, { maxLength: 2 }),
      citations: fc.constant([]),
    }),
    { maxLength: 2 },
  ),
  tags: fc.array(words, { maxLength: 3 }),
});

describe('versions', () => {
  test('a line is no new version of itself, whatever its dress, title and tags', () => {
    fc.assert(
      fc.property(body, words, (line, title) => {
        const plain = line.content.map((each) =>
          each.type === 'text' ? { type: each.type, text: each.text } : each,
        );
        const other: LineBody = { ...line, title, tags: [], content: plain };
        expect(isNewVersion(line, other)).toBe(false);
        expect(isNewVersion(line, tidied(line))).toBe(false);
      }),
    );
  });

  test('a word more is a new version, in its words and in its details', () => {
    fc.assert(
      fc.property(body, (line) => {
        const more = { type: 'text' as const, text: 'more' };
        expect(isNewVersion(line, { ...line, content: [...line.content, more] })).toBe(true);
        const detail = { detail: 'ifPressed' as const, content: [more], citations: [] };
        expect(isNewVersion(line, { ...line, details: [...line.details, detail] })).toBe(true);
      }),
    );
  });
});

describe('how a use stands', () => {
  const line = (text: string, version: number) => ({
    version,
    deleted: false,
    said: { text, details: [] },
  });
  const use = (text: string, version: number) => ({
    kind: 'point' as const,
    version,
    said: { text, details: [] },
  });

  test('the same words are the same, whichever version they were taken from', () => {
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (text, one, other) => {
          expect(standingOf(use(text, one), line(text, other))).toBe('same');
        },
      ),
    );
  });

  test('other words ask where the line is newer, and only then', () => {
    expect(standingOf(use('One.', 1), line('Two.', 2))).toBe('changed');
    expect(standingOf(use('One.', 2), line('Two.', 2))).toBe('differs');
    expect(standingOf(use('One.', 1), undefined)).toBe('gone');
    expect(standingOf(use('One.', 1), { ...line('Two.', 2), deleted: true })).toBe('gone');
  });

  test('what a block of its kind cannot have under it makes no difference', () => {
    const said = { text: 'One.', details: [{ detail: 'ifPressed' as const, text: 'Wait.' }] };
    const bare = { text: 'One.', details: [] };
    expect(saysTheSame(bare, said, 'point')).toBe(true);
    expect(saysTheSame(bare, said, 'lineToTake')).toBe(false);
  });
});

describe('keeping and placing', () => {
  test('what a line keeps of any block is a line', () => {
    fc.assert(
      fc.property(fc.array(inline, { maxLength: 5 }), (content) => {
        const given: Inline[] = [
          ...content.map((each) => (each.type === 'text' ? { ...each, comments: ['t'] } : each)),
          { type: 'reference', target: 'b', show: 'label', bold: true },
        ];
        const block = { id: 'p', kind: 'point' as const, level: 0, content: given, citations: [] };
        const kept = wordsToKeep({ block, details: [] }, () => 'paragraph 12');
        expect(() => lineBodySchema.parse({ ...kept, kind: 'point', title: 'A', tags: [] })).not.toThrow();
        expect(spelledOut(saidByLine(kept))).toMatch(/paragraph 12$/);
      }),
    );
  });

  test('a line becomes a block that may stand where it is put, and one of its own kind where that may', () => {
    for (const { blocks } of Object.values(sectionRules)) {
      for (const kind of lineKinds) {
        const made = blockKindFor(kind, blocks);
        if (made !== null) expect(blocks).toContain(made);
      }
    }
    expect(blockKindFor('lineToTake', ['point', 'lineToTake'])).toBe('lineToTake');
    expect(blockKindFor('fact', ['text'])).toBe('text');
    expect(blockKindFor('person', ['attendee'])).toBe(null);
  });

  test('a line that was made of a block becomes a block of that kind again', () => {
    const kinds = (Object.keys(blockRules) as BlockKind[]).filter((kind) => {
      const line = lineKindOf(kind);
      return line !== null && line !== 'fact';
    });
    expect(kinds).toEqual(['point', 'lineToTake', 'likelyQuestion', 'person']);
    for (const kind of kinds) expect(blockKindFor(lineKindOf(kind) ?? 'fact', kinds)).toBe(kind);
  });

  test('a question goes with its answer, and nowhere that the answer could not go', () => {
    const text = (words: string) => [{ type: 'text' as const, text: words }];
    const detail = (name: 'answer' | 'ifPressed', words: string) => ({
      id: name,
      kind: 'detail' as const,
      detail: name,
      level: 0,
      content: text(words),
      citations: [],
    });
    const block = {
      id: 'q',
      kind: 'likelyQuestion' as const,
      level: 0,
      content: text('Who pays?'),
      citations: [],
    };
    const kept = wordsToKeep(
      { block, details: [detail('answer', 'We do.'), detail('ifPressed', 'In part.')] },
      () => '',
    );
    const line = lineBodySchema.parse({ ...kept, kind: 'likelyQuestion', title: 'Who pays', tags: [] });
    expect(spelledOut(saidByLine(line))).toBe('Who pays?\nAnswer: We do.\nIf pressed: In part.');
    expect(fitOf(line, 'we do')).toBeGreaterThan(0);
    expect(isNewVersion(line, { ...line, details: [] })).toBe(true);
    for (const { blocks } of Object.values(sectionRules)) {
      const made = blockKindFor('likelyQuestion', blocks);
      if (made !== null) expect(blockRules[made].details?.names).toContain('answer');
    }
  });

  test('a title is short and never half a word', () => {
    expect(titleFrom('Short.')).toBe('Short.');
    expect(
      titleFrom('We have put 430 more flood wardens on the streets of the towns that were worst hit.'),
    ).toBe('We have put 430 more flood wardens on the streets of the…');
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        expect(titleFrom(text).length).toBeLessThan(62);
      }),
    );
  });
});

test('a line is found by any of its own words', () => {
  fc.assert(
    fc.property(body, (line) => {
      const own = `${line.title} ${spelledOut(saidByLine(line))}`.match(/[\p{L}\p{N}]+/gu) ?? [];
      for (const word of own) expect(fitOf(line, word)).toBeGreaterThan(0);
      expect(fitOf(line, 'qqzzqqzz')).toBe(0);
    }),
  );
});

describe('words in a plain field', () => {
  const dressed = fc.record(
    {
      type: fc.constant('text' as const),
      text: fc.string({
        minLength: 1,
        maxLength: 12,
        unit: fc.constantFrom('a', 'b', ' ', '*', '_', '\\', '£'),
      }),
      bold: fc.constant(true as const),
      italic: fc.constant(true as const),
      link: fc.constant('https://example.org/'),
      cited: fc.constant<string[]>(['c']),
    },
    { requiredKeys: ['type', 'text'] },
  );
  const content = fc
    .array(fc.oneof({ weight: 4, arbitrary: dressed }, fc.constant({ type: 'break' as const })), {
      maxLength: 5,
    })
    .map((all) => unmarked(marked(all), all));

  test('come back as they were, with their dress, links and evidence, where nothing is typed', () => {
    fc.assert(
      fc.property(content, (given) => {
        expect(unmarked(marked(given), given)).toEqual(given);
      }),
    );
  });

  test('say what was typed, whatever that is', () => {
    fc.assert(
      fc.property(content, fc.string({ maxLength: 40 }), (before, typed) => {
        const plain = typed.replace(/[\\*_\r]/g, '');
        expect(plainText(unmarked(plain, before))).toBe(plain);
      }),
    );
  });

  test('keep the evidence of those that stay', () => {
    const before: Inline[] = [
      { type: 'text', text: '430 wardens', cited: ['c'] },
      { type: 'text', text: ' are out.' },
    ];
    expect(unmarked('**430 wardens** were out.', before)).toEqual([
      { type: 'text', text: '430 wardens', bold: true, cited: ['c'] },
      { type: 'text', text: ' were out.' },
    ]);
  });
});
