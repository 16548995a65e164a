import { describe, expect, test } from 'vitest';
import type { Fragment } from '../../../../renderer/editor/clipboard/fragment.ts';
import { $insertFragments } from '../../../../renderer/editor/clipboard/insert-fragments.ts';
import { Notes } from '../../../../renderer/editor/clipboard/notes.ts';
import {
  fragmentsFromMarkedText,
  fragmentsFromText,
} from '../../../../renderer/editor/clipboard/plain-text.ts';
import { $placeCaret } from '../../../../renderer/editor/operations/locate.ts';
import { structureFaults } from '../../../../shared/document/legal.ts';
import type { DespatchDocument } from '../../../../shared/document/schema.ts';
import { knownBlocks } from '../../../../shared/document/walk.ts';
import { fullSample } from '../full-sample.ts';
import { $blocks, $caret, $select, open, outline, sample, words } from '../headless.ts';
import { counts, lines, pastedInto } from './helpers.ts';

function list(depth: number): Fragment[] {
  return Array.from({ length: depth }, (_, level) => ({
    origin: { role: 'item', level },
    content: words(`d${level}`),
  }));
}
function table(rows: readonly (readonly string[])[]): Fragment {
  const cells = rows.map((row) => row.map((text) => ({ content: words(text) })));
  return {
    origin: { role: 'table', level: 0, table: { headerRow: true, headerColumn: false, rows: cells } },
    content: [],
  };
}

test('a list twelve deep keeps every item, at the deepest level there is, and that is told', () => {
  const notes = new Notes();
  expect(pastedInto('briefing', 'Four', list(12), notes)).toEqual([
    'point 0: d0',
    'point 1: d1',
    ...Array.from({ length: 10 }, (_, at) => `point 2: d${at + 2}`),
  ]);
  expect(counts(notes.list())).toEqual(['level 9']);
});

test('headings of two levels open sub-headings; of three, sections', () => {
  const heading = (level: number): Fragment => ({
    origin: { role: 'heading', level },
    content: words(`h${level}`),
  });
  expect(pastedInto('report', 'A part of it', [heading(0), heading(1)])).toEqual([
    'heading 2: h0',
    'heading 3: h1',
  ]);
  expect(pastedInto('report', 'A part of it', [heading(0), heading(1), heading(2)])).toEqual(
    ['— body', 'heading 1: h0', 'heading 2: h1', 'heading 3: h2'].filter((line) => line !== '— body'),
  );
});

describe('a table', () => {
  test('becomes a table behind the block with the caret, however many rows it has', () => {
    const rows = Array.from({ length: 120 }, (_, row) => [`a${row}`, `b${row}`]);
    const bench = open(sample('briefing'));
    bench.edit(() => {
      $insertFragments($select(['Background words', 10]), [table(rows)], (id) => bench.ids.$isFree(id));
    });
    const blocks = [...knownBlocks(bench.current())];
    const at = blocks.findIndex(({ kind }) => kind === 'table');
    const made = blocks[at];
    expect(made?.kind === 'table' && made.rows.map((row) => row.map((cell) => cell.content[0]))).toEqual(
      rows.map((row) => row.map((text) => words(text)[0])),
    );
    expect(outline(bench.current())).toEqual(
      expect.arrayContaining(['text 0: Background', 'text 0:  words']),
    );
    bench.undo();
    expect(bench.current()).toEqual(sample('briefing'));
  });

  test('where none may stand becomes lines, which is told', () => {
    const notes = new Notes();
    expect(
      pastedInto(
        'report',
        'B. Officer',
        [
          table([
            ['a', 'b'],
            ['c', 'd'],
          ]),
        ],
        notes,
      ),
    ).toEqual(['field 0: B. Officera; b', 'text 0: c; d']);
    expect(counts(notes.list())).toEqual(['tableAsLines 1']);
  });
});

describe('what is closed', () => {
  /** Pastes two items and a line with the caret in the block that says `at`. */
  function into(document: DespatchDocument, at: string): string[] {
    const bench = open(document);
    const before = outline(bench.current());
    bench.edit(() => {
      const block = $blocks().find((each) => each.getTextContent() === at);
      if (!block) throw new Error(at);
      $placeCaret(block, 1);
      const fragments = [...list(2), ...fragmentsFromText('line')];
      $insertFragments(block.select(1, 1), fragments, (id) => bench.ids.$isFree(id));
    });
    expect(structureFaults(bench.current())).toEqual([]);
    for (const line of before) expect(outline(bench.current())).toContain(line);
    return outline(bench.current()).filter((line) => !before.includes(line));
  }

  test.each(['attendee words', 'role of attendee', 'organisation of attendee'])(
    'stays whole: blocks pasted in the row at “%s” go behind the row',
    (at) => {
      expect(into(fullSample('briefing'), at)).toHaveLength(3);
    },
  );

  test.each(['hopedForAnswer of question', 'question words'])('keeps its details together (%s)', (at) => {
    expect(into(fullSample('briefing'), at)).toHaveLength(3);
  });

  test('a locked heading takes no words: they go behind it', () => {
    const document = sample('briefing');
    const sections = document.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) =>
        block.kind === 'heading' && block.level === 1 ? { ...block, locked: true } : block,
      ),
    }));
    const bench = open({ ...document, sections } as DespatchDocument);
    bench.edit(() => {
      $insertFragments($caret('First topic', 'end'), fragmentsFromText(' and more'), (id) =>
        bench.ids.$isFree(id),
      );
    });
    expect(outline(bench.current())).toEqual(
      expect.arrayContaining(['heading 1: First topic', 'text 0:  and more']),
    );
  });
});

describe('plain text', () => {
  const read = (text: string) => {
    const notes = new Notes();
    return [...lines(fragmentsFromMarkedText(text, notes)), ...counts(notes.list())];
  };

  test('with markers is a list with its levels, by indentation and by the style of its numbers', () => {
    expect(read('Reasons:\n- one\n  - deeper\n- two')).toEqual([
      'line0: Reasons:',
      'item0: one',
      'item1: deeper',
      'item0: two',
    ]);
    expect(read('1. one\na. first\nb. second\n2. two')).toEqual([
      'item0: one',
      'item1: first',
      'item1: second',
      'item0: two',
      'number 4',
    ]);
  });

  test('with one marker alone is words', () => {
    expect(read('1. May 2026 is a Friday')).toEqual(['line0: 1. May 2026 is a Friday']);
  });

  test('of tab-separated values is a table; a line with a tab in it is not', () => {
    expect(read('Year\tCost\n2026\t1.6\n2027\t')).toEqual([
      'table0 row:',
      '  Year ¦ Cost',
      '  2026 ¦ 1.6',
      '  2027 ¦ ',
    ]);
    expect(read('one\ttwo')).toEqual(['line0: one two']);
    expect(read('one\ttwo\nthree')).toEqual(['line0: one two', 'line0: three']);
  });
});
