import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { $clip } from '../../../../renderer/editor/clipboard/copy.ts';
import { exemptKey } from '../../../../renderer/editor/exempt/exempt.ts';
import { registerExempt } from '../../../../renderer/editor/exempt/register-exempt.ts';
import { registerMarks } from '../../../../renderer/editor/marks/register-marks.ts';
import { $isBlock, type BlockNode } from '../../../../renderer/editor/nodes/block-node.ts';
import { $setKind, $setLevel } from '../../../../renderer/editor/operations/kind.ts';
import { $blocksOf, $rangeSelection, $sections } from '../../../../renderer/editor/operations/locate.ts';
import { $mergeBackward, $mergeForward, $removeBlock } from '../../../../renderer/editor/operations/merge.ts';
import { $deleteBlocks } from '../../../../renderer/editor/operations/remove-blocks.ts';
import { $enter } from '../../../../renderer/editor/operations/split.ts';
import { plainBlock, section } from '../../../../shared/document/build.ts';
import { exemptBlocks } from '../../../../shared/document/exempt.ts';
import type { DespatchDocument, PlainBlock } from '../../../../shared/document/schema.ts';
import { knownBlocks, plainText } from '../../../../shared/document/walk.ts';
import type { Exemption } from '../../../../shared/pack/exemption.ts';
import { $blockWith, $caret, $select, counter, sample, words } from '../headless.ts';
import { onSheet, type SheetBench } from '../sheet.ts';

const why: Exemption = { regime: 'LGA1972-England', paragraph: 3, publicInterest: '' };
type Line = readonly [kind: PlainBlock['kind'], level: number, text: string, exempt?: true];

function report(...lines: readonly Line[]): DespatchDocument {
  const mint = counter('t');
  const made = section(mint, 'body', [
    plainBlock(mint, 'heading', words('Detail'), 1),
    ...lines.map(([kind, level, text, exempt]) => ({
      ...plainBlock(mint, kind, text === '' ? [] : words(text), level),
      ...(exempt ? { exempt: why } : {}),
    })),
  ]);
  const blank = sample('report');
  return { ...blank, sections: [...blank.sections.slice(0, 1), made] };
}
const depot: readonly Line[] = [
  ['paragraph', 0, 'Open six'],
  ['paragraph', 0, 'Acme seven', true],
  ['paragraph', 1, 'Acme a'],
  ['paragraph', 1, 'Acme b'],
  ['paragraph', 0, 'Open eight'],
];

function on(document: DespatchDocument, work: (sheet: SheetBench) => void): void {
  onSheet(document, [registerExempt], work);
}
/** Words of each block behind the title block and the heading; in brackets those withheld, in double ones those marked themselves. */
function shown({ current }: SheetBench): string[] {
  const document = current();
  const exempt = exemptBlocks(document);
  return [...knownBlocks({ ...document, sections: document.sections.slice(1) })].map((block) => {
    const text = plainText(block.content);
    return block.exempt ? `[[${text}]]` : exempt.has(block.id) ? `[${text}]` : text;
  });
}

describe('what is withheld with what it is part of', () => {
  test('is told before the reason is picked, and is published again with it', () => {
    on(report(...depot.map(([kind, level, text]): Line => [kind, level, text])), (sheet) => {
      const feature = sheet.feature(exemptKey);
      sheet.edit(() => $caret('Acme seven', 'end'));
      expect(feature.chosen()).toMatchObject({ count: 1, exemption: null, inherited: null, taken: 2 });
      feature.mark(why);
      const marked = ['Detail', 'Open six', '[[Acme seven]]', '[Acme a]', '[Acme b]', 'Open eight'];
      expect(shown(sheet)).toEqual(marked);
      sheet.edit(() => $caret('Acme b', 'end'));
      expect(feature.chosen()).toMatchObject({ exemption: null, inherited: why });
      sheet.edit(() => $caret('Acme seven', 'end'));
      feature.mark(null);
      expect(shown(sheet)).toEqual(['Detail', 'Open six', 'Acme seven', 'Acme a', 'Acme b', 'Open eight']);
      sheet.undo();
      expect(shown(sheet)).toEqual(marked);
    });
  });

  test('bears the reason itself once it is drawn out of it, in one step to undo', () => {
    on(report(...depot), (sheet) => {
      sheet.edit(() => void $setLevel($blockWith('Acme b'), 0));
      expect(shown(sheet)).toEqual([
        'Detail',
        'Open six',
        '[[Acme seven]]',
        '[Acme a]',
        '[[Acme b]]',
        'Open eight',
      ]);
      sheet.undo();
      expect(shown(sheet)).toEqual([
        'Detail',
        'Open six',
        '[[Acme seven]]',
        '[Acme a]',
        '[Acme b]',
        'Open eight',
      ]);
    });
  });

  test('stays withheld when the paragraph, or the heading, that it is part of is deleted', () => {
    on(report(...depot), (sheet) => {
      sheet.edit(() => void $deleteBlocks([$blockWith('Acme seven')]));
      expect(shown(sheet)).toEqual(['Detail', 'Open six', '[[Acme a]]', '[[Acme b]]', 'Open eight']);
    });
    on(report(['heading', 2, 'Offers', true], ['paragraph', 0, 'Acme'], ['text', 0, 'Bolt']), (sheet) => {
      sheet.edit(() => void $deleteBlocks([$blockWith('Offers')]));
      expect(shown(sheet)).toEqual(['Detail', '[[Acme]]', '[[Bolt]]']);
    });
  });

  test('stays withheld when a paragraph is written between', () => {
    on(report(['paragraph', 0, 'Acme', true], ['paragraph', 0, ''], ['paragraph', 1, 'Acme a']), (sheet) => {
      expect(shown(sheet).at(-1)).toBe('[Acme a]');
      sheet.edit(() => {
        const empty = $sections()
          .flatMap($blocksOf)
          .findLast((block) => block.isEmpty());
        empty?.selectStart();
      });
      sheet.type('New');
      expect(shown(sheet)).toEqual(['Detail', '[[Acme]]', 'New', '[[Acme a]]']);
    });
  });

  test('is copied with its reason, whole or in part', () => {
    on(report(...depot), (sheet) => {
      sheet.edit(() => {
        const clip = $clip($select(['Acme a', 0], ['Acme b', 3]));
        expect(clip?.parts.flatMap(({ blocks }) => blocks.map(({ exempt }) => exempt))).toEqual([why, why]);
        const part = $clip($select(['Acme a', 0], ['Acme a', 3]));
        expect(part?.parts.flatMap(({ blocks }) => blocks.map(({ exempt }) => exempt))).toEqual([why]);
      });
    });
  });

  test('is drawn as withheld, and said to be', () => {
    on(report(...depot), (sheet) => {
      const idle: (() => void)[] = [];
      Object.assign(globalThis, { requestIdleCallback: (work: () => void) => idle.push(work) });
      const of = (text: string) =>
        [...sheet.root.querySelectorAll<HTMLElement>('[data-block-id]')].find(
          (element) => element.textContent === text,
        );
      const ids = { keyOf: (id: string) => keyOf(sheet, id) };
      const keeper = registerMarks(sheet.editor, ids as never, sheet.current);
      expect(of('Acme a')?.dataset['withheld']).toBe('Exempt: paragraph 3, with what it is part of');
      expect(of('Acme a')?.getAttribute('aria-description')).toContain('Exempt: paragraph 3');
      expect(of('Open eight')?.dataset['withheld']).toBeUndefined();
      expect(of('Acme seven')?.dataset['withheld']).toBeUndefined();
      sheet.edit(() => $caret('Acme seven', 'end'));
      sheet.feature(exemptKey).mark(null);
      for (const work of idle) work();
      expect(of('Acme a')?.dataset['withheld']).toBeUndefined();
      expect(of('Acme a')?.getAttribute('aria-description')).toBeNull();
      keeper.dispose();
    });
  });
});

function keyOf({ editor }: SheetBench, id: string): string | undefined {
  for (const [key, node] of editor.getEditorState()._nodeMap)
    if ($isBlock(node) && node.__block.id === id) return key;
  return undefined;
}

const anyLine = fc.tuple(
  fc.constantFrom('paragraph', 'point', 'text', 'heading' as const),
  fc.integer({ min: 0, max: 2 }),
  fc.boolean(),
);
const edits: readonly ((block: BlockNode) => void)[] = [
  (block) => void $setLevel(block, block.getState().level + 1),
  (block) => void $setLevel(block, Math.max(0, block.getState().level - 1)),
  (block) => void $setKind(block, 'text'),
  (block) => void $setKind(block, 'paragraph'),
  (block) => void $setKind(block, 'point'),
  (block) => void $setKind(block, 'heading'),
  (block) => void $deleteBlocks([block]),
  (block) => $mergeBackward(block),
  (block) => $mergeForward(block),
  (block) => {
    if (!block.getState().locked && block.getState().kind !== 'title') $removeBlock(block);
  },
  (block) => {
    const text = block.getFirstDescendant();
    if (text && 'select' in text && typeof text.select === 'function') text.select(3, 3);
    const selection = $rangeSelection();
    if (selection) $enter(selection);
  },
  (block) => {
    const next = block.getNextSibling();
    if ($isBlock(next)) next.insertAfter(block);
  },
];

test('no edit of the structure makes a withheld word public', () => {
  fc.assert(
    fc.property(
      fc.array(anyLine, { minLength: 2, maxLength: 8 }),
      fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 }),
      (lines, steps) => {
        const document = report(
          ...lines.map(([kind, level, exempt], at): Line => {
            const own = kind === 'heading' ? Math.max(1, level) : kind === 'text' ? 0 : level;
            return [kind, own, `w${at}x w${at}y w${at}z`, ...(exempt ? ([true] as const) : [])] as Line;
          }),
        );
        onSheet(document, [registerExempt], (sheet) => {
          const secret = new Set(secretWords(document));
          for (const [edit, place] of steps) {
            sheet.edit(() => {
              const blocks = $sections().slice(1).flatMap($blocksOf);
              const block = blocks[place % blocks.length];
              if (block) edits[edit % edits.length]?.(block);
            });
            const now = sheet.current();
            const withheld = exemptBlocks(now);
            for (const { id, content } of knownBlocks(now)) {
              for (const word of plainText(content).match(/w\d[xyz]/gu) ?? []) {
                if (secret.has(word))
                  expect(withheld.has(id), `${word} after ${edit % edits.length}`).toBe(true);
              }
            }
          }
        });
      },
    ),
    { numRuns: 60 },
  );
});

function secretWords(document: DespatchDocument): string[] {
  const exempt = exemptBlocks(document);
  return [...knownBlocks(document)].flatMap(({ id, content }) =>
    exempt.has(id) ? (plainText(content).match(/w\d[xyz]/gu) ?? []) : [],
  );
}
