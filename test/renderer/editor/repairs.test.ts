import {
  $copyNode,
  $createParagraphNode,
  $createTabNode,
  $createTextNode,
  $getRoot,
  type LexicalNode,
} from 'lexical';
import { describe, expect, test } from 'vitest';
import { $createBlock } from '../../../renderer/editor/nodes/block-node.ts';
import { blankState } from '../../../renderer/editor/nodes/block-state.ts';
import { $createSection } from '../../../renderer/editor/nodes/section-node.ts';
import { structureFaults } from '../../../shared/document/legal.ts';
import type { BlockKind, DocumentKind } from '../../../shared/document/schema.ts';
import { MAX_BLOCKS_PER_SECTION } from '../../../shared/document/structure.ts';
import { $blockWith, open, outline, sample } from './headless.ts';

/** Does something no command would do, and returns the lines that are new in the repaired document. */
function repaired(kind: DocumentKind, damage: () => void): string[] {
  const original = sample(kind);
  const bench = open(original);
  bench.edit(damage);
  expect(structureFaults(bench.current())).toEqual([]);
  const before = outline(original);
  const come = outline(bench.current()).filter((line) => !before.includes(line));
  bench.undo();
  expect(bench.current()).toStrictEqual(original);
  return come;
}

const $block = (kind: BlockKind, text: string, level = 0) =>
  $createBlock({ ...blankState(kind), level }).append($createTextNode(text));

describe('words that stand where none may', () => {
  test.each<[string, () => LexicalNode]>([
    ['a paragraph of another editor', () => $createParagraphNode().append($createTextNode('stray'))],
    ['a block outside every section', () => $block('text', 'stray')],
  ])('%s at the root becomes a block of the section before it', (_, $stray) => {
    expect(repaired('briefing', () => void $getRoot().append($stray()))).toEqual(['text 0: stray']);
  });

  test('loose words in a section become one block', () => {
    const come = repaired('report', () => {
      $blockWith('Summary').insertAfter($createTextNode('loose '));
      $blockWith('First paragraph').insertBefore($createTextNode('words').setFormat('bold'));
    });
    expect(come).toEqual(['text 0: loose words']);
  });

  test('a block inside a block moves behind it, and a section inside a section gives up its blocks', () => {
    const come = repaired('briefing', () => {
      $blockWith('One').append($block('point', 'inner', 1));
      $blockWith('Two').insertAfter($createSection('topic').append($block('point', 'deep')));
    });
    expect(come).toEqual(['point 1: inner', 'point 0: deep']);
  });

  test('tabs, underline and foreign styles leave plain words', () => {
    const bench = open(sample('briefing'));
    bench.edit(() => {
      const text = $createTextNode('plain')
        .setStyle('color: red')
        .toggleFormat('underline')
        .toggleFormat('bold');
      $blockWith('One').append($createTabNode(), text);
    });
    expect(bench.current().sections[2]?.blocks[2]).toMatchObject({
      content: [
        { type: 'text', text: 'One ' },
        { type: 'text', text: 'plain', bold: true },
      ],
    });
  });
});

describe('blocks that break the table', () => {
  test.each<[DocumentKind, string, BlockKind, number, string]>([
    ['briefing', 'One', 'recommendation', 0, 'text 0: x'],
    ['briefing', 'One', 'point', 3, 'point 2: x'],
    ['briefing', 'One', 'title', 0, 'text 0: x'],
    ['briefing', 'An aside', 'title', 0, 'text 0: x'],
    ['briefing', 'One', 'field', 0, 'text 0: x'],
    ['report', 'Guidance', 'appendix', 2, 'appendix 0: x'],
    ['report', 'Notes the report', 'heading', 1, 'heading 2: x'],
  ])('in a %s behind “%s”, a %s of level %i becomes “%s”', (kind, at, made, level, come) => {
    expect(repaired(kind, () => void $blockWith(at).insertAfter($block(made, 'x', level)))).toEqual([come]);
  });

  test('a copied block gets an id of its own, and the first keeps its own', () => {
    const bench = open(sample('briefing'));
    bench.edit(() => {
      $blockWith('One').insertBefore($copyNode($blockWith('One')));
    });
    const topic = bench.current().sections[2]?.blocks ?? [];
    expect(topic[3]?.id).toBe(sample('briefing').sections[2]?.blocks[2]?.id);
    expect(topic[2]?.id).not.toBe(topic[3]?.id);
    expect(structureFaults(bench.current())).toEqual([]);
  });
});

describe('sections that break the table', () => {
  test('one too long goes on in the next, and has room to grow', () => {
    const bench = open(sample('briefing'));
    const lengths = () =>
      bench
        .current()
        .sections.slice(3, -2)
        .map(({ blocks }) => blocks.length);
    bench.edit(() => {
      for (let at = 0; at < MAX_BLOCKS_PER_SECTION; at += 1)
        $blockWith('Four').insertBefore($block('point', 'p'));
    });
    expect(lengths()).toEqual([20, 25]);
    bench.edit(() => {
      $blockWith('Second topic').insertAfter($block('point', 'one more'));
    });
    expect(lengths()).toEqual([21, 25]);
  });

  test('one without blocks goes, and the last of all stays as title block', () => {
    expect(repaired('report', () => void $blockWith('B. Officer').remove())).toEqual([]);
    expect(repaired('report', () => void $getRoot().clear())).toEqual(['title 0: ']);
  });

  test('one of a role its document has not becomes an ordinary one', () => {
    const come = repaired('briefing', () => {
      $getRoot().append($createSection('recommendations').append($block('recommendation', 'Agree')));
    });
    expect(come).toEqual(['text 0: Agree']);
  });
});
