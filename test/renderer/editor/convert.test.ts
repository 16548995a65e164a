import { createHeadlessEditor } from '@lexical/headless';
import fc from 'fast-check';
import { $getRoot } from 'lexical';
import { expect, test } from 'vitest';
import { $sectionFrom } from '../../../renderer/editor/convert/from-lexical.ts';
import { joinRuns } from '../../../renderer/editor/convert/inline.ts';
import { $sectionNode } from '../../../renderer/editor/convert/to-lexical.ts';
import { editorConfig } from '../../../renderer/editor/create-editor.ts';
import { $sections } from '../../../renderer/editor/operations/locate.ts';
import { referenceForms } from '../../../shared/document/inline.ts';
import { parseDocument } from '../../../shared/document/parse.ts';
import {
  type AnySection,
  attendeeSides,
  type Block,
  bearings,
  detailNames,
  fieldNames,
  type Inline,
  imageMediaTypes,
  plainBlockKinds,
  sectionRoles,
} from '../../../shared/document/schema.ts';

const flag = fc.constantFrom(
  {},
  { bold: true as const },
  { italic: true as const },
  { bold: true as const, italic: true as const },
);
const comments: fc.Arbitrary<{ comments?: string[] }> = fc.constantFrom(
  {},
  { comments: ['c1'] },
  { comments: ['c1', 'c2'] },
);
const cited: fc.Arbitrary<{ cited?: string[] }> = fc.constantFrom(
  {},
  { cited: ['q1'] },
  { cited: ['q2', 'q1'] },
);
const link = fc.constantFrom({}, { link: 'https://example.org/a' }, { link: 'mailto:a@example.org' });
const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc
    .record({ text: fc.string({ unit: 'grapheme', minLength: 1 }), flags: flag, link, comments, cited })
    .map(({ text, flags, link, comments, cited }) => ({
      type: 'text' as const,
      text,
      ...flags,
      ...link,
      ...comments,
      ...cited,
    })),
  fc
    .record({ target: fc.uuid(), show: fc.constantFrom(...referenceForms), flags: flag, comments, cited })
    .map(({ target, show, flags, comments, cited }) => ({
      type: 'reference' as const,
      target,
      show,
      ...flags,
      ...comments,
      ...cited,
    })),
  fc.constant({ type: 'break' as const }),
);
const citation = fc.record({
  id: fc.uuid(),
  evidenceId: fc.uuid(),
  edition: fc.option(fc.constant('ab'.repeat(32))),
  bearing: fc.constantFrom(...bearings),
  locator: fc.record({
    quote: fc.record({
      type: fc.constant('TextQuoteSelector' as const),
      exact: fc.string(),
      prefix: fc.string(),
      suffix: fc.string(),
    }),
    position: fc.option(
      fc.record({ type: fc.constant('TextPositionSelector' as const), start: fc.nat(), end: fc.nat() }),
    ),
    page: fc.option(fc.integer({ min: 1, max: 900 })),
  }),
});
const base = {
  id: fc.uuid(),
  level: fc.nat(3),
  content: fc.array(inline, { maxLength: 6 }).map(joinRuns),
  citations: fc.array(citation, { maxLength: 2 }),
};
const line = fc.record({ id: fc.uuid(), version: fc.integer({ min: 1 }) });
const label = fc.option(fc.string());
const cell = fc.record({ content: base.content });
const rows = fc
  .integer({ min: 1, max: 3 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 }),
  );
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ ...base, kind: fc.constantFrom(...plainBlockKinds) }),
  fc.record({ ...base, kind: fc.constantFrom(...plainBlockKinds), line }),
  fc.record({ ...base, kind: fc.constant('field' as const), field: fc.constantFrom(...fieldNames), label }),
  fc.record({ ...base, kind: fc.constant('question' as const), label }),
  fc.record({ ...base, kind: fc.constant('appendix' as const), designation: fc.string({ minLength: 1 }) }),
  fc.record({ ...base, kind: fc.constantFrom(...plainBlockKinds), locked: fc.constant(true as const) }),
  fc.record({ ...base, kind: fc.constant('attendee' as const), side: fc.constantFrom(...attendeeSides) }),
  fc.record({ ...base, kind: fc.constant('detail' as const), detail: fc.constantFrom(...detailNames) }),
  fc.record({
    ...base,
    kind: fc.constant('table' as const),
    headerRow: fc.boolean(),
    headerColumn: fc.boolean(),
    rows,
  }),
  fc.record({
    ...base,
    kind: fc.constant('image' as const),
    asset: fc.constantFrom('0'.repeat(64), 'f'.repeat(64)),
    mediaType: fc.constantFrom(...imageMediaTypes),
    width: fc.integer({ min: 1 }),
    height: fc.integer({ min: 1 }),
    alternativeText: fc.string(),
    decorative: fc.boolean(),
  }),
  fc.record({
    id: fc.uuid(),
    kind: fc.constant('unknown' as const),
    originalKind: fc.string(),
    raw: fc.jsonValue(),
  }),
);
const section: fc.Arbitrary<AnySection> = fc.record({
  id: fc.uuid(),
  role: fc.constantFrom(...sectionRoles),
  blocks: fc.array(block, { maxLength: 8 }),
});

function throughEditor(sections: readonly AnySection[]): AnySection[] {
  const editor = createHeadlessEditor(editorConfig);
  editor.update(
    () => {
      const nodes = sections.map($sectionNode);
      $getRoot().append(...nodes);
    },
    { discrete: true },
  );
  return editor.read(() => $sections().map($sectionFrom));
}

/** fast-check makes some records without a prototype, which JSON never has. */
function asJson<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value));
}

test('every section comes back from the editor exactly as it went in', () => {
  fc.assert(
    fc.property(fc.array(section, { minLength: 1, maxLength: 4 }).map(asJson), (sections) => {
      expect(throughEditor(sections)).toStrictEqual(sections);
    }),
    { numRuns: 300 },
  );
});

test('a section that a newer version wrote comes back whole', () => {
  const raw = { id: 's1', role: 'tabledMotions', blocks: [{ anything: [1, 2] }], shade: 3 };
  const stored = { format: 1, id: 'd', kind: 'report', marking: null, sections: [raw] };
  const { document } = parseDocument(stored);
  expect(throughEditor(document.sections)).toEqual(document.sections);
});

test('runs of one format become one run, and no character is lost', () => {
  const runs: Inline[] = [
    { type: 'text', text: 'a' },
    { type: 'text', text: '' },
    { type: 'text', text: 'b' },
    { type: 'text', text: 'c', bold: true },
    { type: 'break' },
    { type: 'text', text: 'd', bold: true },
  ];
  expect(joinRuns(runs)).toEqual([
    { type: 'text', text: 'ab' },
    { type: 'text', text: 'c', bold: true },
    { type: 'break' },
    { type: 'text', text: 'd', bold: true },
  ]);
});
