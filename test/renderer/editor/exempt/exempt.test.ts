import { describe, expect, test } from 'vitest';
import { exemptKey } from '../../../../renderer/editor/exempt/exempt.ts';
import { registerExempt } from '../../../../renderer/editor/exempt/register-exempt.ts';
import { $duplicate } from '../../../../renderer/editor/operations/duplicate.ts';
import { $setKind } from '../../../../renderer/editor/operations/kind.ts';
import { $rangeSelection } from '../../../../renderer/editor/operations/locate.ts';
import { $mergeInto } from '../../../../renderer/editor/operations/merge.ts';
import { $enter } from '../../../../renderer/editor/operations/split.ts';
import { plainBlock, section } from '../../../../shared/document/build.ts';
import type { DespatchDocument } from '../../../../shared/document/schema.ts';
import { knownBlocks, plainText } from '../../../../shared/document/walk.ts';
import type { Exemption } from '../../../../shared/pack/exemption.ts';
import { $blockWith, $caret, counter, sample, words } from '../headless.ts';
import { onSheet, type SheetBench } from '../sheet.ts';

const why: Exemption = { regime: 'LGA1972-England', paragraph: 3, publicInterest: 'Bids are open.' };

function report(...texts: readonly (string | { readonly exempt: string })[]): DespatchDocument {
  const mint = counter('t');
  const made = section(mint, 'body', [
    plainBlock(mint, 'heading', words('Detail')),
    ...texts.map((text) =>
      typeof text === 'string'
        ? plainBlock(mint, 'paragraph', words(text))
        : { ...plainBlock(mint, 'paragraph', words(text.exempt)), exempt: why },
    ),
  ]);
  const blank = sample('report');
  return { ...blank, sections: [...blank.sections.slice(0, 1), made] };
}

/** Words of each block behind the heading; those that are exempt in brackets. */
function shown({ current }: SheetBench): string[] {
  return [...knownBlocks({ ...current(), sections: current().sections.slice(1) })]
    .slice(1)
    .map(({ content, exempt }) => (exempt ? `[${plainText(content)}]` : plainText(content)));
}

function on(document: DespatchDocument, work: (sheet: SheetBench) => void): void {
  onSheet(document, [registerExempt], work);
}

describe('exempt words stay exempt where they go', () => {
  test('cut in two, both halves are, and so is what is written on behind them', () => {
    on(report({ exempt: 'Acme bids' }, 'Open'), (sheet) => {
      sheet.edit(() => {
        $caret('Acme bids', 'end');
        const selection = $rangeSelection();
        if (selection) $enter(selection);
      });
      expect(shown(sheet)).toEqual(['[Acme bids]', '[]', 'Open']);
    });
  });

  test('joined to public words, all of them are', () => {
    on(report('Open ', { exempt: 'Acme' }), (sheet) => {
      sheet.edit(() => $mergeInto($blockWith('Open '), $blockWith('Acme')));
      expect(shown(sheet)).toEqual(['[Open Acme]']);
    });
  });

  test('turned into another kind and duplicated, they are', () => {
    on(report({ exempt: 'Acme' }), (sheet) => {
      sheet.edit(() => void $setKind($blockWith('Acme'), 'text'));
      sheet.edit(() => void $duplicate([$blockWith('Acme')]));
      expect(shown(sheet)).toEqual(['[Acme]', '[Acme]']);
    });
  });
});

describe('the command', () => {
  test('marks the block at the caret, tells what it bears, publishes it again, each a step to undo', () => {
    on(report('Acme', 'Open'), (sheet) => {
      const feature = sheet.feature(exemptKey);
      sheet.edit(() => $caret('Acme', 'end'));
      expect(feature?.chosen()).toMatchObject({ count: 1, exemption: null });
      expect(feature?.mark(why)).toBe(1);
      expect(shown(sheet)).toEqual(['[Acme]', 'Open']);
      expect(feature?.chosen()).toMatchObject({ count: 1, exemption: why });
      expect(feature?.mark(null)).toBe(1);
      expect(shown(sheet)).toEqual(['Acme', 'Open']);
      sheet.undo();
      expect(shown(sheet)).toEqual(['[Acme]', 'Open']);
    });
  });

  test('does not mark the title, whose words the file needs', () => {
    on(report('Acme'), (sheet) => {
      const feature = sheet.feature(exemptKey);
      sheet.edit(() => {
        const [title] = [...knownBlocks(sheet.current())].filter(({ kind }) => kind === 'title');
        $caret(plainText(title?.content ?? []), 'end');
      });
      expect(feature?.mark(why)).toBe(0);
    });
  });
});
