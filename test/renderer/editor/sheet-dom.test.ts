import { withDOM } from '@lexical/headless/dom';
import { createEditor } from 'lexical';
import { expect, test } from 'vitest';
import { editorConfig } from '../../../renderer/editor/create-editor.ts';
import { marksOf } from '../../../renderer/editor/marks/marks.ts';
import { registerMarks } from '../../../renderer/editor/marks/register-marks.ts';
import { registerDespatchEditor } from '../../../renderer/editor/register.ts';
import { plainBlock, section } from '../../../shared/document/build.ts';
import type { DespatchDocument } from '../../../shared/document/schema.ts';
import { provisionalNumbers } from '../../../shared/print/numbering.ts';
import { reportDocument } from '../../bench/generate.ts';
import { counter, sample } from './headless.ts';

type Attributes = Record<string, string | null>;

/** What the sheet says about blocks, found by their words. */
function attributes(document: DespatchDocument, names: readonly string[], text: string): Attributes {
  return withDOM((window) => {
    const editor = createEditor(editorConfig);
    const root = window.document.createElement('div');
    const parts = registerDespatchEditor(editor, document, counter('made'));
    editor.setRootElement(root);
    const marks = registerMarks(editor, parts.ids, () => parts.changes.document());
    const pointId = document.sections[2]?.blocks[2]?.id ?? '';
    const finding = { rule: 'r', blockId: pointId, message: 'm' };
    marks.setFindings([
      { ...finding, severity: 'note' },
      { ...finding, severity: 'error' },
    ]);
    const elements = [...root.querySelectorAll('[data-block-id]')];
    const element = elements.find((candidate) => candidate.textContent === text);
    const found: Attributes = {};
    for (const name of names) found[name] = element?.getAttribute(name) ?? null;
    marks.dispose();
    parts.dispose();
    editor.setRootElement(null);
    return found;
  });
}

test.each<[string, Attributes]>([
  ['Meeting with the council', { 'data-kind': 'title', role: 'heading', 'aria-level': '1' }],
  ['First topic', { 'data-kind': 'heading', role: 'heading', 'aria-level': '2', 'data-marker': '1.' }],
  ['Detail', { role: 'heading', 'aria-level': '3', 'data-label': 'Sub-heading', 'data-marker': null }],
  ['1 September 2020', { 'data-field': 'date', 'data-run-in': 'Date', 'data-empty': null }],
  [
    '',
    {
      'data-field': 'attendees',
      'data-empty': 'true',
      'data-prompt': 'Names and organisations, theirs and ours',
    },
  ],
  ['Two', { 'data-kind': 'point', 'data-level': '1', 'aria-roledescription': 'Point, level 2' }],
  ['Why?', { 'data-run-in': 'Questions to ask', 'aria-roledescription': 'Questions to ask' }],
  ['Agree the plan', { 'data-marker': 'i)' }],
  ['Quoted words', { role: 'blockquote' }],
  ['One', { 'data-finding': 'error' }],
  ['Background words', { 'data-finding': null, 'aria-roledescription': null, role: 'paragraph' }],
])('the sheet says of “%s”: %j', (text, expected) => {
  expect(attributes(sample('briefing'), Object.keys(expected), text)).toEqual(expected);
});

test.each<[string, Attributes]>([
  ['First paragraph', { 'data-marker': '1.' }],
  ['A part of it', { 'data-marker': 'a.', 'data-level': '1' }],
  ['Notes the report', { 'data-marker': 'a.' }],
  ['Guidance', { 'data-run-in': 'Appendix 1' }],
  ['Cllr Example', { 'data-run-in': 'Report of the member' }],
])('the sheet of a report says of “%s”: %j', (text, expected) => {
  expect(attributes(sample('report'), Object.keys(expected), text)).toEqual(expected);
});

test('a part of a newer version is shown by its name and cannot be edited', () => {
  const unknown = { kind: 'unknown' as const, id: 'b9', originalKind: 'pollChart', raw: {} };
  const original = sample('briefing');
  const document = { ...original, sections: [{ id: 's', role: 'topic' as const, blocks: [unknown] }] };
  const words = 'This part (pollChart) was made by a newer version of Despatch. It is kept as it is.';
  expect(attributes(document, ['contenteditable', 'data-kind'], words)).toEqual({
    contenteditable: 'false',
    'data-kind': 'unknown',
  });
});

test('a long document has the numbers of what is drawn first at once, those of the rest once the window is idle', () => {
  const mint = counter('p');
  const sections = Array.from({ length: 10 }, () =>
    section(
      mint,
      'body',
      Array.from({ length: 40 }, () => plainBlock(mint, 'paragraph', [{ type: 'text', text: 'Words' }])),
    ),
  );
  const document: DespatchDocument = { ...reportDocument(1), sections };
  const ids = sections.flatMap(({ blocks }) => blocks.map(({ id }) => id));
  withDOM((window) => {
    const idle: (() => void)[] = [];
    Object.assign(globalThis, { requestIdleCallback: (work: () => void) => idle.push(work) });
    const editor = createEditor(editorConfig);
    const parts = registerDespatchEditor(editor, document, counter('made'));
    const root = window.document.createElement('div');
    editor.setRootElement(root);
    registerMarks(editor, parts.ids, () => parts.changes.document());
    const markerOf = (id: string | undefined) => {
      const element = window.document.createElement('div');
      marksOf(editor).dress(id ?? '', element);
      return element.dataset['marker'];
    };
    const whole = provisionalNumbers(document, null);
    expect(markerOf(ids[0])).toBe(whole.get(ids[0] ?? ''));
    expect(markerOf(ids[59])).toBe('60.');
    expect(markerOf(ids[399])).toBeUndefined();
    for (const work of idle.splice(0)) work();
    expect(ids.map(markerOf)).toEqual(ids.map((id) => whole.get(id)));
    editor.setRootElement(null);
    parts.dispose();
  });
});
