import { describe, expect, test } from 'vitest';
import type { Fragment } from '../../../renderer/editor/clipboard/fragment.ts';
import { $insertFragments } from '../../../renderer/editor/clipboard/insert-fragments.ts';
import { Notes } from '../../../renderer/editor/clipboard/notes.ts';
import { readOwn } from '../../../renderer/editor/clipboard/own-payload.ts';
import { fragmentsFromText } from '../../../renderer/editor/clipboard/plain-text.ts';
import { finish } from '../../../renderer/editor/clipboard/steps.ts';
import { $deleteRange } from '../../../renderer/editor/operations/delete-range.ts';
import type { DocumentKind } from '../../../shared/document/schema.ts';
import { copied, counts, pastedInto, pasteOwn } from './clipboard/helpers.ts';
import { $caret, $select, open, outline, sample } from './headless.ts';

describe('plain text', () => {
  test('becomes one block a line of the kind at the caret', () => {
    expect(pastedInto('briefing', 'Three', fragmentsFromText(' and four\r\nfive\n\nsix'))).toEqual([
      'point 2: Three and four',
      'point 2: five',
      'point 2: six',
    ]);
  });

  test('behind a heading becomes text, not more headings', () => {
    expect(pastedInto('report', 'Summary', fragmentsFromText(' of it\nwords'))).toEqual([
      'heading 1: Summary of it',
      'text 0: words',
    ]);
  });

  test('in the middle of a block leaves what stood behind the caret behind the last line', () => {
    const bench = open(sample('briefing'));
    bench.edit(() => $insertFragments($select(['One', 1]), fragmentsFromText('a\nb'), () => true));
    expect(outline(bench.current())).toEqual(expect.arrayContaining(['point 0: Oa', 'point 0: bne']));
  });
});

test.each<[DocumentKind, string, string[]]>([
  ['briefing', 'Four', ['point 0: x', 'point 1: y']],
  ['briefing', 'Agree the plan', ['aim 0: x', 'aim 0: y']],
  ['report', 'Agrees', ['recommendation 0: x', 'recommendation 1: y']],
  ['report', 'First paragraph', ['paragraph 1: x', 'paragraph 2: y']],
  ['report', 'A study', ['backgroundDocument 0: x', 'backgroundDocument 0: y']],
])('a list pasted into a %s at “%s” becomes the list that belongs there', (kind, at, come) => {
  const list: Fragment[] = [
    { origin: { role: 'item', level: 0 }, content: [{ type: 'text', text: 'x' }] },
    { origin: { role: 'item', level: 1 }, content: [{ type: 'text', text: 'y' }] },
  ];
  expect(pastedInto(kind, at, list)).toEqual(come);
});

describe('blocks copied from Despatch', () => {
  test('keep their kinds and levels, and the copy gets new ids', () => {
    const bench = open(sample('briefing'));
    const data = copied(bench, ['Two', 0], ['Why?', 4]);
    bench.edit(() => {
      $caret('Four', 'end');
    });
    pasteOwn(bench, data);
    expect(outline(bench.current()).slice(-7, -4)).toEqual([
      'point 1: Two',
      'point 2: Three',
      'question 0: Why?',
    ]);
  });

  test('come back as themselves when they were cut', () => {
    const original = sample('briefing');
    const bench = open(original);
    const data = copied(bench, ['Two', 0], ['Why?', 4]);
    bench.edit(() => {
      $deleteRange($select(['Two', 0], ['Why?', 4]));
    });
    pasteOwn(bench, data);
    expect(outline(bench.current())).toEqual(outline(original));
    expect(bench.current().sections[2]?.blocks.slice(4)).toEqual(original.sections[2]?.blocks.slice(4));
  });

  test('that a section cannot hold become its plain text, an author’s label becomes words again, and that is told', () => {
    const data = copied(open(sample('briefing')), ['Three', 0], ['Why?', 4]);
    const bench = open(sample('report'));
    bench.edit(() => {
      $caret('A part of it', 'end');
    });
    const notes = new Notes();
    pasteOwn(bench, data, notes);
    expect(outline(bench.current())).toEqual(
      expect.arrayContaining(['point 2: Three', 'text 0: Questions to ask: Why?']),
    );
    expect(counts(notes.list())).toEqual(['kind 1']);
  });
});

test.each([
  '',
  'null',
  '{}',
  '[{"origin":{"kind":"script"},"content":[]}]',
  '{"version":2,"document":"d","parts":[{"role":"topic","headed":false,"blocks":[{"kind":"script"}]}],"words":{}}',
])('a payload that is none of ours (%s) is not taken for one', (payload) => {
  expect(finish(readOwn(payload))).toBeNull();
});
