import { $isTextNode, PASTE_TAG } from 'lexical';
import { expect, test } from 'vitest';
import { $selectedContent } from '../../../../renderer/editor/clipboard/copy.ts';
import { fragmentOf } from '../../../../renderer/editor/clipboard/fragment.ts';
import { $insertFragments } from '../../../../renderer/editor/clipboard/insert-fragments.ts';
import { $setLink } from '../../../../renderer/editor/inline/run-state.ts';
import { $deleteAcross } from '../../../../renderer/editor/operations/delete-across.ts';
import { $rangeSelection } from '../../../../renderer/editor/operations/locate.ts';
import { $enter } from '../../../../renderer/editor/operations/split.ts';
import { plainBlock, section } from '../../../../shared/document/build.ts';
import type { DespatchDocument, Inline, TextRun } from '../../../../shared/document/schema.ts';
import { $blocks, type Bench, counter, open, sample } from '../headless.ts';

const address = 'https://example.org';

function run(text: string, more: Partial<TextRun> = {}): TextRun {
  return { type: 'text', text, ...more };
}

/** A report whose summary is one paragraph for every list of words. */
function report(...paragraphs: Inline[][]): DespatchDocument {
  const mint = counter('t');
  const body = section(mint, 'body', [
    plainBlock(mint, 'heading', [run('Summary')]),
    ...paragraphs.map((content) => plainBlock(mint, 'paragraph', content)),
  ]);
  const blank = sample('report');
  return { ...blank, sections: [...blank.sections.slice(0, 1), body] };
}

function contents(bench: Bench): Inline[][] {
  const blocks = bench.current().sections[1]?.blocks ?? [];
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.content] : []));
}

/** Puts the caret, or a range, into the leaf that says `text`. Call inside an update. */
function $at(text: string, offset: number, to = offset): void {
  const leaf = $blocks()
    .flatMap((block) => block.getChildren())
    .find((candidate) => $isTextNode(candidate) && candidate.getTextContent() === text);
  if (!$isTextNode(leaf)) throw new Error(`no run says "${text}"`);
  leaf.select(offset, to).format = leaf.getFormat();
}

const type = (words: string) => $rangeSelection()?.insertText(words);

test('words typed behind or before a link are no part of it, words typed inside are', () => {
  const bench = open(report([run('See '), run('the site', { link: address }), run(' now')]));
  bench.edit(() => {
    $at('the site', 8);
    type('s');
  });
  bench.edit(() => type('!'));
  expect(contents(bench)).toEqual([[run('See '), run('the site', { link: address }), run('s! now')]]);
  bench.edit(() => {
    $at('the site', 0);
    type('x');
  });
  bench.edit(() => type('y'));
  expect(contents(bench)).toEqual([[run('See xy'), run('the site', { link: address }), run('s! now')]]);
  bench.edit(() => {
    $at('the site', 3);
    type('new');
  });
  expect(contents(bench)[0]?.[1]).toEqual(run('thenew site', { link: address }));
});

test('a link that repeats its own letters is cut at the caret', () => {
  const bench = open(report([run('aaa', { link: address })]));
  bench.edit(() => {
    $at('aaa', 3);
    type('a');
  });
  expect(contents(bench)).toEqual([[run('aaa', { link: address }), run('a')]]);
  const middle = open(report([run('aaa', { link: address })]));
  middle.edit(() => {
    $at('aaa', 1);
    type('a');
  });
  expect(contents(middle)).toEqual([[run('aaaa', { link: address })]]);
});

test('two links to different places, and linked and plain words, stay apart side by side', () => {
  const content = [run('one', { link: address }), run('two', { link: `${address}/2` }), run('three')];
  const bench = open(report(content));
  bench.edit(() => {
    for (const leaf of $blocks().flatMap((block) => block.getChildren())) leaf.markDirty();
  });
  expect(contents(bench)).toEqual([content]);
});

test('words typed inside a comment are commented on, in another format too', () => {
  const bench = open(report([run('before '), run('said', { comments: ['c'] }), run(' after')]));
  bench.edit(() => {
    $at('said', 2);
    type('XX');
  });
  expect(contents(bench)[0]?.[1]).toEqual(run('saXXid', { comments: ['c'] }));
  bench.edit(() => {
    $at('saXXid', 3);
    const selection = $rangeSelection();
    selection?.formatText('bold');
    type('B');
  });
  expect(contents(bench)[0]).toEqual([
    run('before '),
    run('saX', { comments: ['c'] }),
    run('B', { bold: true, comments: ['c'] }),
    run('Xid', { comments: ['c'] }),
    run(' after'),
  ]);
});

test('a block cut in two inside a link and a comment keeps both in both halves, and joins again', () => {
  const marks = { link: address, comments: ['c', 'd'] };
  const bench = open(report([run('together', marks)]));
  bench.edit(() => {
    $at('together', 2);
    const selection = $rangeSelection();
    if (selection) $enter(selection);
  });
  expect(contents(bench)).toEqual([[run('to', marks)], [run('gether', marks)]]);
  // The first Backspace makes the second half plain text, the next joins it to the first.
  for (let at = 0; at < 2; at += 1) {
    bench.edit(() => {
      $at('gether', 0);
      $deleteAcross(true);
    });
  }
  expect(contents(bench)).toEqual([[run('together', marks)]]);
});

test('undo takes words back out of a link exactly', () => {
  const document = report([run('site', { link: address }), run('.')]);
  const bench = open(document);
  bench.edit(() => {
    $at('site', 4);
    type('x');
  });
  bench.undo();
  expect(bench.current()).toEqual(document);
});

test('a copy keeps links and references and leaves comments behind', () => {
  const reference: Inline = { type: 'reference', target: 'elsewhere', show: 'number', comments: ['c'] };
  const bench = open(
    report([run('a', { link: address, comments: ['c'] }), reference, run('b')], [run('end')]),
  );
  bench.edit(() => {
    const block = $blocks().find((candidate) => candidate.getChildrenSize() === 3);
    const selection = block?.select(0, 3);
    if (!selection) throw new Error('no selection');
    const fragments = $selectedContent(selection).map(fragmentOf);
    $at('end', 3);
    const caret = $rangeSelection();
    if (caret) $insertFragments(caret, fragments, () => false);
  });
  expect(contents(bench)[1]).toEqual([
    run('end'),
    run('a', { link: address }),
    { type: 'reference', target: 'elsewhere', show: 'number' },
    run('b'),
  ]);
});

test('a reference is deleted as one character', () => {
  const bench = open(report([run('see '), { type: 'reference', target: 't-1', show: 'label' }, run(' now')]));
  bench.edit(() => {
    $at(' now', 0);
    if (!$deleteAcross(true)) $rangeSelection()?.deleteCharacter(true);
  });
  expect(contents(bench)).toEqual([[run('see  now')]]);
});

test('a pasted link behind the same link stays a link', () => {
  const bench = open(report([run('one', { link: address })]));
  bench.editor.update(
    () => {
      $at('one', 3);
      const caret = $rangeSelection();
      const content = [run('two', { link: address })];
      if (caret) $insertFragments(caret, [{ origin: { role: 'line', level: 0 }, content }], () => false);
    },
    { discrete: true, tag: PASTE_TAG },
  );
  expect(contents(bench)).toEqual([[run('onetwo', { link: address })]]);
});

test('an address that a document may not hold is refused', () => {
  const bench = open(report([run('x')]));
  const set = (link: string) =>
    bench.edit(() => {
      const leaf = $blocks().at(-1)?.getFirstChild();
      if ($isTextNode(leaf)) $setLink(leaf, link);
    });
  expect(() => set('javascript:alert(1)')).toThrow('not an address');
  expect(contents(bench)).toEqual([[run('x')]]);
});
