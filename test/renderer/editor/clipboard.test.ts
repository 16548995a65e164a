import { withDOM } from '@lexical/headless/dom';
import { describe, expect, test } from 'vitest';
import { $selectedContent, clipboardData } from '../../../renderer/editor/clipboard/copy.ts';
import { FRAGMENT_TYPE, type Fragment, readFragments } from '../../../renderer/editor/clipboard/fragment.ts';
import { fragmentsFromHtml } from '../../../renderer/editor/clipboard/html-in.ts';
import { $insertFragments } from '../../../renderer/editor/clipboard/insert-fragments.ts';
import { fragmentsFromText } from '../../../renderer/editor/clipboard/plain-text.ts';
import { $deleteRange } from '../../../renderer/editor/operations/delete-range.ts';
import { $rangeSelection } from '../../../renderer/editor/operations/locate.ts';
import { structureFaults } from '../../../shared/document/legal.ts';
import type { DocumentKind } from '../../../shared/document/schema.ts';
import { $caret, $select, type Bench, open, outline, sample } from './headless.ts';

function html(source: string): Fragment[] {
  return withDOM(() => fragmentsFromHtml(source));
}

/** One line a fragment: its role and level, and its words with `*` before bold and `/` before italic ones. */
function read(fragments: readonly Fragment[]): string[] {
  return fragments.map(({ origin, content }) => {
    const words = content.map((inline) =>
      inline.type !== 'text' ? '⏎' : `${inline.bold ? '*' : ''}${inline.italic ? '/' : ''}${inline.text}`,
    );
    return `${'role' in origin ? origin.role : origin.kind}${origin.level}: ${words.join('|')}`;
  });
}

function pasted(kind: DocumentKind, at: string, fragments: readonly Fragment[]): string[] {
  const bench = open(sample(kind));
  bench.edit(() => $insertFragments($caret(at, 'end'), fragments, (id) => bench.ids.$isFree(id)));
  expect(structureFaults(bench.current())).toEqual([]);
  const before = outline(sample(kind));
  return outline(bench.current()).filter((line) => !before.includes(line));
}

function copied(bench: Bench, from: [string, number], to: [string, number]): Fragment[] {
  let payload = '';
  bench.edit(() => {
    payload = clipboardData($selectedContent($select(from, to)), true).get(FRAGMENT_TYPE) ?? '';
  });
  return readFragments(payload) ?? [];
}

describe('HTML', () => {
  test('keeps words, bold, italic, headings and nested lists, and drops everything active or remote', () => {
    const source = `<html><head><title>no</title><style>p{}</style></head><body onload="x()">
      <h2>A <b>heading</b></h2>
      <p>Some <b>bold</b>, <em>italic</em> and <span style="font-weight:700">heavy</span> words<br>on two lines</p>
      <ul><li>one<ul><li>nested</li></ul></li><li><p>two</p></li></ul>
      <script>alert(1)</script><img src="https://example.invalid/x.png" onerror="x()"><iframe src="x">no</iframe>
      <a href="javascript:x()">a link</a>
      <table><tr><td>cell</td><td>by cell</td></tr></table></body></html>`;
    expect(read(html(source))).toEqual(
      [
        'heading0: A heading',
        'line0: Some |*bold|, |/italic| and |*heavy| words|⏎|on two lines',
        'item0: one',
        'item1: nested',
        'item0: two',
        'line0: a link ',
        'line0:  cell by cell',
      ].map((line) => line.replace(/: +/, ': ').trimEnd()),
    );
  });

  test('reads the list paragraphs of Word by their level and leaves their markers out', () => {
    const item = (level: number, text: string) =>
      `<p class=MsoListParagraph style='margin-left:36pt;mso-list:l0 level${level} lfo1'>
       <![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>${text}<o:p></o:p></p>`;
    expect(read(html(item(1, 'first') + item(2, 'second')))).toEqual(['item0: first', 'item1: second']);
  });
});

describe('plain text', () => {
  test('becomes one block a line of the kind at the caret', () => {
    expect(pasted('briefing', 'Three', fragmentsFromText(' and four\r\nfive\n\nsix'))).toEqual([
      'point 2: Three and four',
      'point 2: five',
      'point 2: six',
    ]);
  });

  test('behind a heading becomes text, not more headings', () => {
    expect(pasted('report', 'Summary', fragmentsFromText(' of it\nwords'))).toEqual([
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
  expect(pasted(kind, at, list)).toEqual(come);
});

describe('blocks copied from Despatch', () => {
  test('keep their kinds and levels, and the copy gets new ids', () => {
    const bench = open(sample('briefing'));
    const fragments = copied(bench, ['Two', 0], ['Why?', 4]);
    bench.edit(() => $insertFragments($caret('Four', 'end'), fragments, (id) => bench.ids.$isFree(id)));
    expect(outline(bench.current()).slice(-7, -4)).toEqual([
      'point 1: Two',
      'point 2: Three',
      'question 0: Why?',
    ]);
    expect(structureFaults(bench.current())).toEqual([]);
  });

  test('come back as themselves when they were cut', () => {
    const original = sample('briefing');
    const bench = open(original);
    const fragments = copied(bench, ['Two', 0], ['Why?', 4]);
    bench.edit(() => {
      const selection = $select(['Two', 0], ['Why?', 4]);
      $deleteRange(selection);
    });
    bench.edit(() => {
      const selection = $rangeSelection();
      if (selection) $insertFragments(selection, fragments, (id) => bench.ids.$isFree(id));
    });
    expect(outline(bench.current())).toEqual(outline(original));
    expect(bench.current().sections[2]?.blocks.slice(4)).toEqual(original.sections[2]?.blocks.slice(4));
  });

  test('that a section cannot hold become its plain text, and an author’s label becomes words again', () => {
    const fragments = copied(open(sample('briefing')), ['Three', 0], ['Why?', 4]);
    expect(pasted('report', 'A part of it', fragments)).toEqual([
      'point 2: Three',
      'text 0: Questions to ask: Why?',
    ]);
  });
});

test.each(['', 'null', '{}', '[{"origin":{"kind":"script"},"content":[]}]', '[{"type":"despatch-block"}]'])(
  'a payload that is none of ours (%s) is not taken for one',
  (payload) => {
    expect(readFragments(payload)).toBeNull();
  },
);

test('what is copied reads in other programs as headings, lists and labels, with every character escaped', () => {
  const bench = open(sample('briefing'));
  let data: ReadonlyMap<string, string> = new Map();
  bench.edit(() => {
    $select(['One', 0]).insertText('<b>&"');
    data = clipboardData($selectedContent($select(['First topic', 0], ['Why?', 4])), true);
  });
  expect(data.get('text/plain')).toBe('First topic\nPoints to make\n<b>&"One\nTwo\nThree\nWhy?');
  expect(data.get('text/html')).toContain(
    '<ul><li>&#60;b&#62;&#38;&#34;One</li></ul><ul><ul><li>Two</li></ul></ul>',
  );
  expect(data.get('text/html')).toContain('<strong>Questions to ask:</strong> Why?');
});
