import { expect, test } from 'vitest';
import { checkDocument } from '../../../shared/checks/run.ts';
import { appendixBlock } from '../../../shared/document/build.ts';
import type { Inline, KnownBlock } from '../../../shared/document/schema.ts';
import { block, body, counter, documents, heading, report } from './builder.ts';

const rules = ['broken-reference', 'typed-reference', 'typed-reference-unresolved'];
const found = (...content: KnownBlock[]) =>
  checkDocument(report(body(heading('Summary'), ...content))).filter(({ rule }) => rules.includes(rule));

const referring = (...content: Inline[]): KnownBlock => ({ ...block('paragraph', ''), content });

test('a reference to what is gone is an error that names the words around it', () => {
  const [finding, ...more] = found(
    referring({ type: 'text', text: 'As said in ' }, { type: 'reference', target: 'gone', show: 'label' }),
  );
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    rule: 'broken-reference',
    severity: 'error',
    place: { cell: null, start: 11, end: 12 },
  });
  expect(finding?.message).toContain('“As said in”');
});

test('a reference in a cell of a table is looked at too', () => {
  const reference: Inline = { type: 'reference', target: 'gone', show: 'number' };
  const table: KnownBlock = {
    id: 'table',
    kind: 'table',
    level: 0,
    content: [],
    citations: [],
    headerRow: true,
    headerColumn: false,
    rows: [[{ content: [] }, { content: [reference] }]],
  };
  expect(found(table)).toMatchObject([{ place: { cell: { row: 0, column: 1 }, start: 0, end: 1 } }]);
});

test('a live reference to a block that is there is no finding, one to an empty block is', () => {
  const target = block('paragraph', 'Target');
  const reference: Inline = { type: 'reference', target: target.id, show: 'label' };
  expect(found(target, referring(reference))).toEqual([]);
  expect(found({ ...target, content: [] }, referring(reference))).toHaveLength(1);
});

test('typed references are offered, and those that mean nothing here are said to', () => {
  const findings = found(block('paragraph', 'See paragraph 2 and paragraph 40.'), block('paragraph', 'Two'));
  expect(findings).toMatchObject([
    { rule: 'typed-reference-unresolved', severity: 'warning', place: { start: 20, end: 32 } },
    { rule: 'typed-reference', severity: 'note', place: { start: 4, end: 15 } },
  ]);
});

test('an appendix that a live reference cites is cited', () => {
  const appendix = appendixBlock(counter(), [{ type: 'text', text: 'Map' }], '1');
  const uncited = (content: Inline[]) =>
    checkDocument(
      report(body(heading('Summary'), referring(...content)), documents(heading('Appendices'), appendix)),
    ).filter(({ rule }) => rule === 'appendix-not-cited').length;
  expect(uncited([{ type: 'text', text: 'x' }])).toBe(1);
  expect(uncited([{ type: 'reference', target: appendix.id, show: 'label' }])).toBe(0);
});
