/** Whole blocks: selecting, deleting, duplicating and moving them. */
import { DELETE_CHARACTER_COMMAND, INSERT_PARAGRAPH_COMMAND } from 'lexical';
import { describe, expect, test } from 'vitest';
import { $applyDocument } from '../../../renderer/editor/apply-document.ts';
import { $blockSelection } from '../../../renderer/editor/block-selection.ts';
import type { EditorCommandId } from '../../../renderer/editor/commands.ts';
import { $arrowInBlockSelection } from '../../../renderer/editor/operations/block-arrows.ts';
import { $charactersBefore } from '../../../renderer/editor/operations/characters.ts';
import { $edgesOf, $rangeSelection } from '../../../renderer/editor/operations/locate.ts';
import { $moveBlocksById, $moveSectionById } from '../../../renderer/editor/operations/move-by-id.ts';
import { $runCommand } from '../../../renderer/editor/run-command.ts';
import type { Block, DespatchDocument } from '../../../shared/document/schema.ts';
import { $blocks, $blockWith, $caret, $select, type Bench, open, outline, sample } from './headless.ts';

const run = (bench: Bench, id: EditorCommandId) => $runCommand(bench.editor, 'briefing', id);
const arrow = (key: string, shiftKey = false) =>
  $arrowInBlockSelection({ key, shiftKey, ctrlKey: false, altKey: false, metaKey: false });
const $selectedWords = () => $blockSelection()?.map((block) => block.getTextContent()) ?? null;
const idOf = (bench: Bench, text: string) => bench.editor.read(() => $blockWith(text).getState().id);
const sectionOf = (bench: Bench, text: string) =>
  bench.current().sections.find(({ blocks }) => blocks.some(({ id }) => id === idOf(bench, text)))?.id ?? '';
const keyOf = (bench: Bench) => (id: string) => bench.ids.keyOf(id);

describe('a selection of blocks', () => {
  test('begins with the block of the caret, grows and shrinks with Shift, and goes on without', () => {
    const bench = open(sample('briefing'));
    const seen: (string[] | null)[] = [];
    bench.edit(() => {
      $caret('One', 'end');
      const $note = (done: unknown) => seen.push(done ? $selectedWords() : null);
      $note(run(bench, 'selectBlock'));
      $note(arrow('ArrowDown', true));
      $note(arrow('ArrowDown', true));
      $note(arrow('ArrowUp', true));
      $note(arrow('ArrowDown'));
      $note(arrow('ArrowUp', true));
      $note(arrow('ArrowRight'));
    });
    expect(seen).toEqual([
      ['One'],
      ['One', 'Two'],
      ['One', 'Two', 'Three'],
      ['One', 'Two'],
      ['Three'],
      ['Two', 'Three'],
      null,
    ]);
  });

  test('ends where the selection is another', () => {
    const bench = open(sample('briefing'));
    bench.edit(() => {
      $caret('One', 'end');
      run(bench, 'selectBlock');
      $select(['One', 1], ['Two', 2]);
      expect($selectedWords()).toBeNull();
      $select(['One', 0], ['One', 3]);
    });
    expect(bench.editor.read(() => $selectedWords())).toEqual(['One']);
  });

  test('Backspace deletes whole, title and fields emptied, and an empty block too', () => {
    const bench = open(sample('briefing'));
    bench.edit(() => {
      $caret('One', 'end');
      bench.editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
      run(bench, 'selectBlock');
      bench.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true);
    });
    expect(outline(bench.current())).toEqual(outline(sample('briefing')));
    bench.edit(() => {
      $caret('Meeting with the council', 'end');
      run(bench, 'selectBlock');
      arrow('ArrowDown', true);
      arrow('ArrowDown', true);
      arrow('ArrowDown', true);
      bench.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true);
    });
    expect(outline(bench.current()).slice(0, 5)).toEqual([
      '— front',
      'title 0: ',
      'field 0: ',
      'field 0: ',
      '— agenda',
    ]);
  });

  test('Ctrl+A takes the words, then the section, then all', () => {
    const bench = open(sample('briefing'));
    const sizes: (number | null)[] = [];
    bench.edit(() => {
      $caret('One', 'end');
      for (let at = 0; at < 4; at += 1) {
        run(bench, 'selectMore');
        sizes.push($blockSelection()?.length ?? null);
      }
    });
    const all = bench.editor.read(() => $blocks().length);
    expect(sizes).toEqual([null, 6, all, all]);
  });
});

describe('moving by id', () => {
  const order = (document: DespatchDocument) => outline(document).filter((line) => !line.startsWith('field'));

  test('takes what is nested along, over the border of a section, in one step', () => {
    const bench = open(sample('briefing'));
    const to = { sectionId: sectionOf(bench, 'Four'), beforeId: idOf(bench, 'Quoted words') };
    const ids = [idOf(bench, 'One')];
    bench.edit(() => {
      expect($moveBlocksById(keyOf(bench), ids, to)).toMatchObject({ refusal: null, moved: { length: 3 } });
    });
    const lines = order(bench.current());
    expect(lines.slice(lines.indexOf('text 0: Background words')).slice(0, 5)).toEqual([
      'text 0: Background words',
      'point 0: One',
      'point 1: Two',
      'point 2: Three',
      'quotation 0: Quoted words',
    ]);
    bench.undo();
    expect(bench.current()).toEqual(sample('briefing'));
  });

  test.each<[string, string, RegExp]>([
    ['One', '1 September 2020', /Point cannot stand in Title block/],
    ['Meeting with the council', 'Four', /title stays/],
    ['First topic', 'Four', /section is moved as a whole/],
    ['1 September 2020', 'Four', /Field cannot stand in Section/],
  ])('“%s” does not go before “%s”, and it is said why', (text, before, reason) => {
    const bench = open(sample('briefing'));
    const to = { sectionId: sectionOf(bench, before), beforeId: idOf(bench, before) };
    const ids = [idOf(bench, text)];
    bench.edit(() => {
      const { moved, refusal } = $moveBlocksById(keyOf(bench), ids, to);
      expect({ moved, said: reason.test(refusal ?? '') }).toEqual({ moved: [], said: true });
    });
    expect(bench.current()).toEqual(sample('briefing'));
  });

  test('a section goes before another or to the end, never above the title block', () => {
    const bench = open(sample('briefing'));
    const [front, agenda, first, second] = bench.current().sections.map(({ id }) => id);
    if (!front || !agenda || !first || !second) throw new Error('the sample has changed');
    bench.edit(() => {
      expect($moveSectionById(keyOf(bench), second, first)).toEqual({ moved: [second], refusal: null });
      expect($moveSectionById(keyOf(bench), agenda, front).refusal).toMatch(/title block/);
      expect($moveSectionById(keyOf(bench), front, null).refusal).toMatch(/title block/);
      expect($moveSectionById(keyOf(bench), first, null)).toEqual({ moved: [first], refusal: null });
    });
    const ids = bench.current().sections.map(({ id }) => id);
    expect([ids.indexOf(second), ids.at(-1)]).toEqual([2, first]);
  });

  test('Alt+Up at the heading of a section moves all of it', () => {
    const bench = open(sample('briefing'));
    bench.edit(() => {
      $caret('Second topic', 'end');
      run(bench, 'moveUp');
    });
    const headings = outline(bench.current()).filter((line) => line.startsWith('heading 1'));
    expect(headings).toEqual(['heading 1: Second topic', 'heading 1: First topic']);
  });

  test('what is gone is refused', () => {
    const bench = open(sample('briefing'));
    const to = { sectionId: sectionOf(bench, 'Four'), beforeId: null };
    bench.edit(() => {
      expect($moveBlocksById(keyOf(bench), ['nobody'], to)).toMatchObject({
        moved: [],
        refusal: /no longer/,
      });
    });
  });
});

describe('the caret, when another version is applied', () => {
  function caretAfter(next: (document: DespatchDocument) => DespatchDocument): [string, number] | null {
    const original = sample('briefing');
    const bench = open(original);
    bench.edit(() => $select(['Three', 2]));
    bench.edit(() => $applyDocument(original, next(original)));
    return bench.editor.read(() => {
      const selection = $rangeSelection();
      const edge = selection && $edgesOf(selection)?.start;
      return edge ? [edge.block.getTextContent(), $charactersBefore(edge)] : null;
    });
  }
  const withTopic = (
    document: DespatchDocument,
    change: (text: string) => string | null,
  ): DespatchDocument => ({
    ...document,
    sections: document.sections.map((section) =>
      section.role === 'unknown'
        ? section
        : {
            ...section,
            blocks: section.blocks.flatMap((block): Block[] => {
              if (block.kind === 'unknown' || block.kind === 'field') return [block];
              const [run] = block.content;
              if (run?.type !== 'text') return [block];
              const text = change(run.text);
              return text === null ? [] : [{ ...block, content: [{ ...run, text }] }];
            }),
          },
    ),
  });

  test('stays in its words', () => {
    expect(
      caretAfter((document) => withTopic(document, (text) => (text === 'One' ? 'Changed' : text))),
    ).toEqual(['Three', 2]);
  });
  test('goes to the nearest block before that is left', () => {
    expect(caretAfter((document) => withTopic(document, (text) => (text === 'Three' ? null : text)))).toEqual(
      ['Two', 3],
    );
  });
});
