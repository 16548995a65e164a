import { createHeadlessEditor } from '@lexical/headless';
import { HISTORY_PUSH_TAG } from 'lexical';
import { expect, test, vi } from 'vitest';
import { $applyDocument } from '../../../renderer/editor/apply-document.ts';
import { editorConfig } from '../../../renderer/editor/create-editor.ts';
import { registerDespatchEditor } from '../../../renderer/editor/register.ts';
import { Reporter } from '../../../renderer/editor/reporting.ts';
import { $setSelectedKind } from '../../../renderer/editor/run-command.ts';
import { plainBlock, section } from '../../../shared/document/build.ts';
import { structureFaults } from '../../../shared/document/legal.ts';
import { parseDocument } from '../../../shared/document/parse.ts';
import type { DespatchDocument } from '../../../shared/document/schema.ts';
import { MAX_BLOCKS_PER_SECTION } from '../../../shared/document/structure.ts';
import { $caret, counter, open, outline, sample, words } from './headless.ts';

test('typing reports the one section typed in, and no order', () => {
  const bench = open(sample('briefing'));
  bench.edit(() => $caret('One', 'end').insertText(' more'));
  const { sections, order } = bench.changes.report();
  expect(sections.map(({ id }) => id)).toEqual([sample('briefing').sections[2]?.id]);
  expect(order).toBeNull();
  expect(bench.changes.report()).toEqual({ sections: [], order: null });
});

test('a new section reports both halves and the new order, and so does undoing it', () => {
  const original = sample('briefing');
  const bench = open(original);
  bench.edit(() => {
    $caret('Background words', 'end');
    $setSelectedKind('heading', 1);
  });
  const done = bench.changes.report();
  expect(done.sections).toHaveLength(2);
  expect(done.order).toHaveLength(original.sections.length + 1);
  bench.undo();
  const undone = bench.changes.report();
  expect(undone.sections).toEqual([original.sections[3]]);
  expect(undone.order).toEqual(original.sections.map(({ id }) => id));
});

test('untouched sections are given back as the very objects they came as', () => {
  const original = sample('report');
  const bench = open(original);
  bench.edit(() => $caret('First paragraph', 'end').insertText('.'));
  expect(bench.current().sections[0]).toBe(original.sections[0]);
});

test('applying another version replaces what differs as one step', () => {
  const original = sample('briefing');
  const bench = open(original);
  const [front, agenda, topic, ...rest] = original.sections;
  if (!front || !agenda || !topic || topic.role === 'unknown') throw new Error('the sample has changed');
  const next: DespatchDocument = {
    ...original,
    sections: [front, agenda, ...rest, { ...topic, blocks: topic.blocks.slice(0, 3) }],
  };
  bench.editor.update(() => $applyDocument(original, next), {
    discrete: true,
    tag: HISTORY_PUSH_TAG,
  });
  expect(bench.current()).toEqual(next);
  bench.undo();
  expect(bench.current()).toEqual(original);
});

test('a document that breaks the rules is repaired as it is opened, without a word lost', () => {
  const mint = counter('own');
  const many = Array.from({ length: MAX_BLOCKS_PER_SECTION + 5 }, (_, at) =>
    plainBlock(mint, 'point', words(`p${at}`)),
  );
  const broken: DespatchDocument = {
    ...sample('briefing'),
    sections: [
      section(mint, 'topic', [
        ...many,
        plainBlock(mint, 'heading', words('late')),
        plainBlock(mint, 'aim', words('astray'), 3),
      ]),
      section(mint, 'body', [plainBlock(mint, 'paragraph', words('from a report'))]),
      section(mint, 'topic', []),
    ],
  };
  const bench = open(broken);
  expect(structureFaults(bench.current())).toEqual([]);
  expect(outline(bench.current()).filter((line) => /late|astray|report|p44/.test(line))).toEqual([
    'point 0: p44',
    'heading 1: late',
    'text 0: astray',
    'text 0: from a report',
  ]);
});

test('a document with parts of a newer version is held as it is', () => {
  const stored = {
    format: 1,
    id: 'd',
    kind: 'briefing',
    marking: null,
    sections: [{ id: 's1', role: 'topic', blocks: [{ id: 'b9', kind: 'pollChart', level: 0, series: [1] }] }],
  };
  const { document } = parseDocument(stored);
  expect(open(document).current()).toEqual(document);
});

test('an error in an update is thrown, and the document stays what it was', () => {
  const editor = createHeadlessEditor(editorConfig);
  const parts = registerDespatchEditor(editor, sample('report'), counter());
  expect(() =>
    editor.update(
      () => {
        $caret('First paragraph', 'end').insertText(' half done');
        throw new Error('in the middle');
      },
      { discrete: true },
    ),
  ).toThrow('in the middle');
  expect(parts.changes.document()).toEqual(sample('report'));
});

test('changes are reported after a pause, at the latest after five seconds, and at once when asked', () => {
  vi.useFakeTimers();
  const first = vi.fn();
  const report = vi.fn();
  const reporter = new Reporter(first, report);
  reporter.changed();
  vi.advanceTimersByTime(399);
  expect([first.mock.calls.length, report.mock.calls.length]).toEqual([1, 0]);
  vi.advanceTimersByTime(1);
  expect(report).toHaveBeenCalledTimes(1);
  for (let at = 0; at < 51; at += 1) {
    reporter.changed();
    vi.advanceTimersByTime(100);
  }
  expect(report).toHaveBeenCalledTimes(2);
  reporter.changed();
  reporter.flush();
  reporter.flush();
  expect(report).toHaveBeenCalledTimes(3);
  vi.useRealTimers();
});

test('while the typing goes on a report says so, and one at the pause follows it though nothing has changed since', () => {
  vi.useFakeTimers();
  const report = vi.fn();
  const reporter = new Reporter(() => {}, report);
  const type = (ms: number) => {
    for (let at = 0; at < ms; at += 100) {
      reporter.changed();
      vi.advanceTimersByTime(100);
    }
  };
  type(5000);
  expect(report.mock.calls).toEqual([[false]]);
  vi.advanceTimersByTime(300);
  expect(report.mock.calls).toEqual([[false], [true]]);
  vi.advanceTimersByTime(60_000);
  expect(report).toHaveBeenCalledTimes(2);
  // Nobody waits for ever for what is shown beside the text.
  type(21_000);
  expect(report.mock.calls.slice(2, 6)).toEqual([[false], [false], [false], [true]]);
  vi.useRealTimers();
});
