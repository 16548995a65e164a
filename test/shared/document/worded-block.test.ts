import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { knownBlockSchema, plainBlockKinds } from '../../../shared/document/schema.ts';
import { wordedBlock } from '../../../shared/document/worded-block.ts';
import { reportDocument } from '../../bench/generate.ts';

/** What stands in a stored file, right or wrong, for a key. */
const anything = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, '', 'text', 0, 1, 3, 4, -1, 1.5, 'paragraph'),
  fc.array(fc.string(), { maxLength: 2 }),
  fc.dictionary(fc.string(), fc.string(), { maxKeys: 1 }),
);
/** Mostly as it should be, so that what is wrong stands alone. */
const mostly = (right: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 8, arbitrary: right }, { weight: 1, arbitrary: anything });
const run = fc.record(
  {
    type: mostly(fc.constant('text')),
    text: mostly(fc.string()),
    bold: mostly(fc.constant(true)),
    italic: mostly(fc.constant(true)),
    link: mostly(fc.constant('https://example.org/')),
    comments: mostly(fc.constant(['thread'])),
    more: anything,
  },
  { noNullPrototype: true, requiredKeys: ['type', 'text'] },
);
const block = fc.record(
  {
    id: mostly(fc.string({ minLength: 1 })),
    kind: mostly(fc.constantFrom<string>(...plainBlockKinds, 'field', 'heading')),
    level: mostly(fc.nat(3)),
    content: mostly(fc.array(mostly(run), { maxLength: 3 })),
    citations: mostly(fc.constant([])),
    locked: mostly(fc.constant(true)),
    line: anything,
    more: anything,
  },
  { noNullPrototype: true, requiredKeys: ['id', 'kind', 'level', 'content', 'citations'] },
);

test('what is taken for a block of words is what the schema makes of it', () => {
  fc.assert(
    fc.property(block, (raw) => {
      const worded = wordedBlock(raw);
      if (!worded) return;
      const known = knownBlockSchema.safeParse(raw);
      expect(known.success && known.data).toStrictEqual(worded);
    }),
    { numRuns: 3000 },
  );
});

test('a key is missed, whichever it is', () => {
  const whole = {
    id: 'a',
    kind: 'text',
    level: 0,
    content: [{ type: 'text', text: 'words' }],
    citations: [],
  };
  expect(wordedBlock(whole)).toStrictEqual(whole);
  const parts = Object.entries(whole);
  for (const key of Object.keys(whole)) {
    expect(wordedBlock(Object.fromEntries(parts.filter(([name]) => name !== key)))).toBeNull();
    const other = parts.map(([name, value]) => [name === key ? 'x' : name, value]);
    expect(wordedBlock(Object.fromEntries(other))).toBeNull();
  }
});

test('the paragraphs and headings of a report are such blocks', () => {
  const body = reportDocument(3).sections.filter(({ role }) => role === 'body');
  const blocks = body.flatMap((section) => section.blocks);
  expect(blocks.length).toBeGreaterThan(10);
  expect(blocks.filter((each) => !wordedBlock(each))).toEqual([]);
});
