import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findingSchema } from '../../../shared/checks/finding.ts';
import { checkDocument, checkRules, rules } from '../../../shared/checks/run.ts';
import { parseDocument } from '../../../shared/document/parse.ts';
import {
  type DespatchDocument,
  documentKinds,
  fieldNames,
  plainBlockKinds,
  sectionRoles,
} from '../../../shared/document/schema.ts';
import { walk } from '../../../shared/document/walk.ts';
import { leastWork } from '../../least-work.ts';
import { agenda, brief, heading, label, point, topic } from './builder.ts';

const fragments = [
  'TBC',
  'will/has',
  '[]',
  '(',
  ')',
  '[insert',
  'XX',
  'Appendix 1',
  'Appendices A to',
  '£1.6b',
  '10%',
  '1,234',
  '(LGA)',
  'SINS',
  'SIN (',
  'the the',
  'Serious Incident Notifications (SIN)',
  'Point to make',
  '??',
  '. ',
  '—',
  '\n',
  'é',
  '𝒳',
  '',
];
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.array(fc.constantFrom(...fragments), { maxLength: 12 }).map((words) => words.join(' ')),
);
const inline = fc.oneof(
  text.map((words) => ({ type: 'text', text: words })),
  fc.constant({ type: 'break' }),
);
const common = {
  level: fc.integer({ min: 0, max: 3 }),
  content: fc.array(inline, { maxLength: 4 }),
  citations: fc.constant([]),
};
const block = fc.oneof(
  fc.record({ ...common, kind: fc.constantFrom(...plainBlockKinds) }),
  fc.record({
    ...common,
    kind: fc.constant('field'),
    field: fc.constantFrom(...fieldNames),
    label: fc.option(text),
  }),
  fc.record({ ...common, kind: fc.constant('question'), label: fc.option(text) }),
  fc.record({
    ...common,
    kind: fc.constant('appendix'),
    designation: fc.string({ minLength: 1, maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('fromTheFuture'), words: text }),
);
const anyDocument = fc
  .record({
    format: fc.constant(1),
    id: fc.constant('document'),
    kind: fc.constantFrom(...documentKinds),
    marking: fc.constantFrom(null, { classification: 'OFFICIAL', descriptor: '', handling: '' }),
    sections: fc.array(
      fc.record({
        role: fc.constantFrom(...sectionRoles, 'minutes'),
        blocks: fc.array(block, { maxLength: 8 }),
      }),
      { maxLength: 6 },
    ),
  })
  .map((raw): DespatchDocument => {
    const sections = raw.sections.map((section, at) => ({
      ...section,
      id: `s${at}`,
      blocks: section.blocks.map((one, position) => ({ ...one, id: `b${at}-${position}` })),
    }));
    return parseDocument({ ...raw, sections }).document;
  });

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

test('on any document: no rule throws or changes it, every finding is well formed, points into it and is found again', () => {
  const repairs = fc.array(
    fc.record({ blockId: fc.constantFrom(null, 'b0-0', 'gone'), message: fc.constant('Joined.') }),
  );
  fc.assert(
    fc.property(anyDocument, repairs, (document, pending) => {
      const found = checkDocument(deepFreeze(document), deepFreeze(pending));
      const ids = new Set([document.id, ...[...walk(document)].map((located) => located.block.id)]);
      for (const finding of found) {
        expect(findingSchema.parse(finding)).toEqual(finding);
        expect(ids).toContain(finding.blockId);
      }
      expect(checkDocument(document, pending)).toEqual(found);
    }),
    { numRuns: 400 },
  );
});

test('findings come in the order of the document', () => {
  const document = brief(topic(heading('A'), point('TBC'), point('It cost £5m.'), point('XX')));
  expect(checkDocument(document).map(({ rule }) => rule)).toEqual([
    'placeholder',
    'unsourced-figure',
    'placeholder',
  ]);
});

test('a repair nobody has looked at is told at its block, or at the title, but not at a block that is gone', () => {
  const mended = point('It was joined.');
  const document = brief(topic(heading('A'), mended));
  const found = checkDocument(document, [
    { blockId: mended.id, message: 'Joined two lines.', original: [{ text: 'It was' }, { text: 'joined.' }] },
    { blockId: null, message: 'Renumbered.' },
    { blockId: 'gone', message: 'Joined two others.' },
  ]);
  expect(found.map(({ rule, message }) => [rule, message])).toEqual([
    ['unreviewed-repair', expect.stringContaining('Renumbered.')],
    ['unreviewed-repair', expect.stringContaining('Joined two lines: “It was” and “joined.” Accept')],
  ]);
});

test('checking in steps finds the same, and no step reads the whole of a long document', () => {
  const document = brief(topic(heading('A'), point('TBC'), point('It cost £5m.'), point('XX')));
  const steps = checkRules(document);
  let taken = 0;
  for (;;) {
    const { done, value } = steps.next();
    if (done) {
      expect(value).toEqual(checkDocument(document));
      break;
    }
    taken += 1;
  }
  const blocks = document.sections.flatMap(({ blocks }) => blocks).length;
  expect(taken).toBeGreaterThan(rules.length + 2 * blocks);
});

test('rule names are unique and kebab-case', () => {
  const names = rules.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test('hostile text of a megabyte is checked in seconds', () => {
  const nasty = [
    '(',
    '[',
    'A ',
    'A',
    '£1,',
    '1,111',
    'TBC ',
    'Appendix 1, ',
    'a/',
    'Aa ',
    '1 ',
    '_',
    'the ',
    'A-',
    '<a ',
  ];
  const document = brief(
    agenda('x'),
    topic(
      heading('A'),
      label('Points to make'),
      ...nasty.map((piece) => point(piece.repeat(Math.ceil(80_000 / piece.length)))),
    ),
  );
  expect(leastWork(() => checkDocument(document), 5000)).toBeLessThan(5000);
});
