import { PASTE_TAG } from 'lexical';
import { describe, expect, test, vi } from 'vitest';
import { citingKey } from '../../../../renderer/editor/citing/citing.ts';
import { registerCiting } from '../../../../renderer/editor/citing/register-citing.ts';
import { $selectedContent } from '../../../../renderer/editor/clipboard/copy.ts';
import { fragmentOf } from '../../../../renderer/editor/clipboard/fragment.ts';
import { $insertFragments } from '../../../../renderer/editor/clipboard/insert-fragments.ts';
import { $deleteAcross } from '../../../../renderer/editor/operations/delete-across.ts';
import { $deleteRange } from '../../../../renderer/editor/operations/delete-range.ts';
import { $duplicate } from '../../../../renderer/editor/operations/duplicate.ts';
import { $setKind } from '../../../../renderer/editor/operations/kind.ts';
import { $rangeSelection } from '../../../../renderer/editor/operations/locate.ts';
import { $enter } from '../../../../renderer/editor/operations/split.ts';
import { plainBlock, section } from '../../../../shared/document/build.ts';
import type { DespatchDocument, Inline, KnownBlock } from '../../../../shared/document/schema.ts';
import { knownBlocks } from '../../../../shared/document/walk.ts';
import type { TakenPassage } from '../../../../shared/evidence/taken.ts';
import { $blockWith, $caret, $select, counter, sample, words } from '../headless.ts';
import { onSheet, type SheetBench } from '../sheet.ts';

vi.stubGlobal('CSS', { escape: (text: string) => text });

function passage(exact: string): TakenPassage {
  const quote = { type: 'TextQuoteSelector' as const, exact, prefix: '', suffix: '' };
  return { evidenceId: 'source', edition: 'a'.repeat(64), locator: { quote, position: null, page: 4 } };
}

function brief(...points: string[]): DespatchDocument {
  const mint = counter('t');
  const topic = section(mint, 'topic', [
    plainBlock(mint, 'heading', words('Topic')),
    ...points.map((text) => plainBlock(mint, 'point', words(text))),
  ]);
  const blank = sample('briefing');
  return { ...blank, sections: [...blank.sections.slice(0, 1), topic] };
}

function points({ current }: SheetBench): KnownBlock[] {
  return [...knownBlocks(current())].filter(({ kind }) => kind === 'point');
}
/** Each point as its runs, cited ones in brackets with what they are cited for, whole-block citations behind. */
function shown(sheet: SheetBench): string[] {
  return points(sheet).map(({ content, citations }) => {
    const quoteOf = (id: string) => citations.find((each) => each.id === id)?.locator.quote.exact;
    const borne = new Set(content.flatMap((run) => (run.type === 'break' ? [] : (run.cited ?? []))));
    const runs = content.map((run: Inline) => {
      const text = run.type === 'text' ? run.text : '';
      return run.type !== 'break' && run.cited ? `[${text}|${run.cited.map(quoteOf).join()}]` : text;
    });
    const whole = citations.filter(({ id }) => !borne.has(id)).map(({ locator }) => locator.quote.exact);
    return [runs.join(''), ...whole].join(' + ');
  });
}
const supports = { bearing: 'supports', onWords: true } as const;

function on(document: DespatchDocument, work: (sheet: SheetBench) => void): void {
  onSheet(document, [registerCiting], work);
}

describe('attaching', () => {
  test('with the caret in a figure it is about the figure, otherwise about the block, and undo takes it back', () => {
    on(brief('It cost £1.6b in all', 'Two'), (sheet) => {
      const citing = sheet.feature(citingKey);
      sheet.edit(() => $select(['It cost £1.6b in all', 10]));
      expect(citing.attach(passage('a'), supports)).toMatchObject({ words: '£1.6b', blocks: 1 });
      expect(shown(sheet)).toEqual(['It cost [£1.6b|a] in all', 'Two']);
      expect(citing.attach(passage('b'), { ...supports, onWords: false })).toMatchObject({ words: null });
      expect(shown(sheet)).toEqual(['It cost [£1.6b|a] in all + b', 'Two']);
      sheet.undo();
      expect(shown(sheet)).toEqual(['It cost [£1.6b|a] in all', 'Two']);
      sheet.undo();
      expect(shown(sheet)).toEqual(['It cost £1.6b in all', 'Two']);
    });
  });

  test('selected words bear it without the blanks at their ends; all the words of a block are the block', () => {
    on(brief('One two three'), (sheet) => {
      const citing = sheet.feature(citingKey);
      sheet.edit(() => $select(['One two three', 3], ['One two three', 8]));
      citing.attach(passage('a'), supports);
      expect(shown(sheet)).toEqual(['One [two|a] three']);
    });
    on(brief('One two three'), (sheet) => {
      sheet.edit(() => $select(['One two three', 0], ['One two three', 13]));
      sheet.feature(citingKey).attach(passage('a'), supports);
      expect(shown(sheet)).toEqual(['One two three + a']);
    });
  });

  test('several selected blocks are all cited for, in one step', () => {
    on(brief('One', 'Two', 'Three'), (sheet) => {
      sheet.edit(() => $select(['One', 1], ['Two', 2]));
      expect(sheet.feature(citingKey).attach(passage('a'), supports)).toMatchObject({ blocks: 2 });
      expect(shown(sheet)).toEqual(['One + a', 'Two + a', 'Three']);
      sheet.undo();
      expect(shown(sheet)).toEqual(['One', 'Two', 'Three']);
    });
  });

  test('the same passage twice, an empty block and a title are refused in words', () => {
    on(brief('One', ''), (sheet) => {
      const citing = sheet.feature(citingKey);
      sheet.edit(() => $caret('One', 'end'));
      citing.attach(passage('a'), supports);
      expect(citing.attach(passage('a'), supports)).toEqual({
        refusal: 'These words of the source are cited here already.',
      });
      sheet.edit(() => $caret('', 'end'));
      expect(citing.attach(passage('a'), supports)).toHaveProperty('refusal');
      sheet.edit(() => $caret('Meeting with the council', 'end'));
      expect(citing.attach(passage('a'), supports)).toHaveProperty('refusal');
    });
  });

  test('nothing is attached in a document open for reading only', () => {
    on(brief('One'), (sheet) => {
      sheet.edit(() => $caret('One', 'end'));
      sheet.editor.setEditable(false);
      expect(sheet.feature(citingKey).attach(passage('a'), supports)).toHaveProperty('refusal');
      expect(shown(sheet)).toEqual(['One']);
    });
  });
});

/** A point with a citation about its figure and one about the whole of it. */
function cited(sheet: SheetBench): void {
  const citing = sheet.feature(citingKey);
  sheet.edit(() => $select(['It cost £1.6b in all', 10]));
  citing.attach(passage('figure'), supports);
  citing.attach(passage('whole'), { ...supports, onWords: false });
}
/** The caret in the first point, so many characters from its start. */
function $at(place: number) {
  const block = $blockWith('It cost £1.6b in all');
  let rest = place;
  for (const leaf of block.getChildren()) {
    if (rest <= leaf.getTextContentSize()) {
      const selection = block.select();
      selection.anchor.set(leaf.getKey(), rest, 'text');
      selection.focus.set(leaf.getKey(), rest, 'text');
      return selection;
    }
    rest -= leaf.getTextContentSize();
  }
  throw new Error('there is no such place');
}

describe('carrying over', () => {
  test('a citation that is dragged to another point leaves the first as one step, and bears on it as before', () => {
    on(brief('It cost £1.6b in all', 'Two', ''), (sheet) => {
      const citing = sheet.feature(citingKey);
      sheet.edit(() => $select(['It cost £1.6b in all', 10]));
      const made = citing.attach(passage('a'), { bearing: 'contradicts', onWords: true });
      if ('refusal' in made) throw new Error(made.refusal);
      const [first, second, empty] = points(sheet).map(({ id }) => id);
      if (!first || !second || !empty) throw new Error('three points');
      expect(citing.carryOver(first, made.citationId, empty, false)).toHaveProperty('refusal');
      expect(citing.carryOver(first, made.citationId, second, false)).toMatchObject({ blockId: second });
      expect(shown(sheet)).toEqual(['It cost £1.6b in all', 'Two + a', '']);
      expect(points(sheet)[1]?.citations[0]?.bearing).toBe('contradicts');
      sheet.undo();
      expect(shown(sheet)).toEqual(['It cost [£1.6b|a] in all', 'Two', '']);
      expect(citing.carryOver(first, made.citationId, second, true)).toMatchObject({ blockId: second });
      expect(shown(sheet)).toEqual(['It cost [£1.6b|a] in all', 'Two + a', '']);
      expect(citing.carryOver(first, made.citationId, second, false)).toHaveProperty('refusal');
      expect(shown(sheet)).toEqual(['It cost [£1.6b|a] in all', 'Two + a', '']);
    });
  });
});

describe('every edit', () => {
  test('a point that is cut keeps the evidence of its words in each half, and is joined as it was', () => {
    on(brief('It cost £1.6b in all'), (sheet) => {
      cited(sheet);
      sheet.edit(() => $enter($at(8)));
      expect(shown(sheet)).toEqual(['It cost  + whole', '[£1.6b|figure] in all + whole']);
      // The first takes it back to plain text, the second joins.
      sheet.edit(() => {
        $caret('£1.6b in all', 'start');
        $deleteAcross(true);
        $deleteAcross(true);
      });
      expect(shown(sheet)).toEqual(['It cost [£1.6b|figure] in all + whole']);
    });
  });

  test('Enter at the end makes a point without evidence', () => {
    on(brief('It cost £1.6b in all'), (sheet) => {
      cited(sheet);
      sheet.edit(() => $enter($at(20)));
      expect(shown(sheet)).toEqual(['It cost [£1.6b|figure] in all + whole', '']);
    });
  });

  test('a duplicate has the evidence of its original', () => {
    on(brief('It cost £1.6b in all'), (sheet) => {
      cited(sheet);
      sheet.edit(() => $duplicate([$blockWith('It cost £1.6b in all')]));
      expect(shown(sheet)).toEqual([
        'It cost [£1.6b|figure] in all + whole',
        'It cost [£1.6b|figure] in all + whole',
      ]);
    });
  });

  test('evidence of words that are deleted stands for the whole point, and that is said', () => {
    on(brief('It cost £1.6b in all'), (sheet) => {
      cited(sheet);
      sheet.edit(() => {
        const selection = $at(8);
        const figure = $blockWith('It cost £1.6b in all').getChildAtIndex(1);
        if (figure) selection.setTextNodeRange(figure as never, 0, figure as never, 5);
        $deleteRange(selection);
      });
      expect(shown(sheet)).toEqual(['It cost  in all + figure + whole']);
      expect(sheet.said.at(-1)).toContain('whole block');
      sheet.undo();
      expect(shown(sheet)).toEqual(['It cost [£1.6b|figure] in all + whole']);
    });
  });

  test('another kind of block keeps its evidence', () => {
    on(brief('It cost £1.6b in all', 'Two'), (sheet) => {
      cited(sheet);
      sheet.edit(() => $setKind($blockWith('It cost £1.6b in all'), 'text'));
      const text = [...knownBlocks(sheet.current())].find(({ content }) => content.length === 3);
      expect(text).toMatchObject({ kind: 'text', citations: [{}, {}] });
    });
  });

  test('words copied into another point bring their own evidence, and only that', () => {
    on(brief('It cost £1.6b in all', 'Two'), (sheet) => {
      cited(sheet);
      sheet.edit(() => {
        const selection = $at(8);
        const figure = $blockWith('It cost £1.6b in all').getChildAtIndex(1);
        if (figure) selection.setTextNodeRange(figure as never, 0, figure as never, 5);
        const copied = $selectedContent(selection).map(fragmentOf);
        $insertFragments($caret('Two', 'end'), copied, () => false);
      });
      expect(shown(sheet)).toEqual(['It cost [£1.6b|figure] in all + whole', 'Two[£1.6b|figure]']);
    });
  });

  test('words typed behind the cited ones are not cited for; what finishes the figure is', () => {
    on(brief('It cost £1.6b in all'), (sheet) => {
      cited(sheet);
      sheet.edit(() => {
        const figure = $blockWith('It cost £1.6b in all').getChildAtIndex(1);
        const selection = $at(8);
        if (figure) selection.setTextNodeRange(figure as never, 5, figure as never, 5);
      });
      sheet.type('n');
      sheet.type(' net');
      expect(shown(sheet)).toEqual(['It cost [£1.6bn|figure] net in all + whole']);
      sheet.edit(() => $rangeSelection()?.insertText('!'));
    });
  });

  test('bearing, place and citation itself are changed and removed, each as one step', () => {
    on(brief('It cost £1.6b in all'), (sheet) => {
      cited(sheet);
      const citing = sheet.feature(citingKey);
      const [point] = points(sheet);
      const [first, second] = point?.citations ?? [];
      if (!point || !first || !second) throw new Error('nothing is cited');
      expect(citing.setBearing(point.id, first.id, 'contradicts')).toBe(true);
      const locator = { ...first.locator, page: 9 };
      expect(citing.replace(point.id, first.id, { edition: 'b'.repeat(64), locator })).toBe(true);
      expect(points(sheet)[0]?.citations[0]).toEqual({
        ...first,
        bearing: 'contradicts',
        edition: 'b'.repeat(64),
        locator,
      });
      expect(citing.remove(point.id, first.id)).toBe(true);
      expect(citing.remove(point.id, 'nonesuch')).toBe(false);
      expect(shown(sheet)).toEqual(['It cost £1.6b in all + whole']);
      sheet.undo();
      sheet.undo();
      sheet.undo();
      expect(points(sheet)[0]?.citations).toEqual([first, second]);
      expect(shown(sheet)).toEqual(['It cost [£1.6b|figure] in all + whole']);
    });
  });
});

test('the place at the caret is told at once with its citations, those of the words at the caret first, and a figure there once it rests', () => {
  vi.useFakeTimers();
  on(brief('It cost £1.6b in all', 'Two'), (sheet) => {
    cited(sheet);
    const told: unknown[] = [];
    sheet.feature(citingKey).atCaret((place) => {
      told.push({
        citations: place?.citations.map(({ citation, words: about }) => [
          citation.locator.quote.exact,
          about,
        ]),
        words: place?.words,
      });
    });
    sheet.edit(() => $at(1));
    sheet.edit(() => $caret('Two', 'end'));
    expect(told.at(-1)).toEqual({ citations: [], words: null });
    sheet.edit(() => $at(10));
    const citations = [
      ['figure', '£1.6b'],
      ['whole', null],
    ];
    expect(told.at(-1)).toEqual({ citations, words: null });
    vi.advanceTimersByTime(200);
    expect(told.at(-1)).toEqual({ citations, words: { text: '£1.6b', from: 'figure' } });
  });
  vi.useRealTimers();
});

test('what is pasted between two cited words is cited for too', () => {
  on(brief('It cost £1.6b in all'), (sheet) => {
    cited(sheet);
    sheet.editor.update(
      () => {
        const figure = $blockWith('It cost £1.6b in all').getChildAtIndex(1);
        const selection = $at(8);
        if (figure) selection.setTextNodeRange(figure as never, 3, figure as never, 3);
        $insertFragments(
          selection,
          [{ origin: { role: 'line', level: 0 }, content: [{ type: 'text', text: '7', bold: true }] }],
          () => false,
        );
      },
      { discrete: true, tag: PASTE_TAG },
    );
    expect(shown(sheet)).toEqual(['It cost [£1.|figure][7|figure][6b|figure] in all + whole']);
  });
});
