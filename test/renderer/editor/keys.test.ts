import {
  $getRoot,
  DELETE_CHARACTER_COMMAND,
  FORMAT_TEXT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { describe, expect, test } from 'vitest';
import type { EditorCommandId } from '../../../renderer/editor/commands.ts';
import { $rangeSelection } from '../../../renderer/editor/operations/locate.ts';
import { $runCommand, $setSelectedKind } from '../../../renderer/editor/run-command.ts';
import { structureFaults } from '../../../shared/document/legal.ts';
import type { BlockKind, DocumentKind } from '../../../shared/document/schema.ts';
import { $blockWith, $caret, $select, type Bench, open, outline, sample, words } from './headless.ts';

/** What an edit changed in the outline: lines gone, lines come. */
function difference(bench: Bench, before: string[]): { gone: string[]; come: string[] } {
  const now = outline(bench.current());
  const minus = (a: string[], b: string[]) => {
    const rest = b.slice();
    return a.filter((line) => {
      const at = rest.indexOf(line);
      if (at >= 0) rest.splice(at, 1);
      return at < 0;
    });
  };
  return { gone: minus(before, now), come: minus(now, before) };
}

function edited(kind: DocumentKind, change: (editor: LexicalEditor) => void) {
  const original = sample(kind);
  const bench = open(original);
  bench.edit(() => change(bench.editor));
  const now = bench.current();
  expect(structureFaults(now)).toEqual([]);
  const result = { ...difference(bench, outline(original)), lines: outline(now), bench };
  bench.undo();
  expect(bench.current()).toStrictEqual(original);
  bench.redo();
  expect(bench.current()).toEqual(now);
  return result;
}

const enter = (editor: LexicalEditor) => editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
const backspace = (editor: LexicalEditor) => editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true);
const forwardDelete = (editor: LexicalEditor) => editor.dispatchCommand(DELETE_CHARACTER_COMMAND, false);

describe('Enter', () => {
  test.each<[DocumentKind, string, string]>([
    ['briefing', 'One', 'point 0: '],
    ['briefing', 'Three', 'point 2: '],
    ['briefing', 'Why?', 'point 0: '],
    ['briefing', 'Points to make', 'point 0: '],
    ['briefing', 'Annotated agenda', 'aim 0: '],
    ['briefing', 'Detail', 'text 0: '],
    ['report', 'Agrees', 'recommendation 1: '],
    ['report', 'A part of it', 'paragraph 1: '],
    ['report', 'A study', 'backgroundDocument 0: '],
    ['report', 'Guidance', 'appendix 0: '],
  ])('in a %s at the end of “%s” makes “%s”', (kind, text, made) => {
    const { gone, come } = edited(kind, (editor) => {
      $caret(text, 'end');
      enter(editor);
    });
    expect({ gone, come }).toEqual({ gone: [], come: [made] });
  });

  test('in the middle of a point makes two, and the first keeps the id', () => {
    const { bench, come } = edited('briefing', (editor) => {
      $select(['One', 1]);
      enter(editor);
      $rangeSelection()?.insertText('x');
    });
    expect(come).toEqual(['point 0: O', 'point 0: xne']);
    const topic = bench.current().sections[2]?.blocks;
    expect(topic?.[2]?.id).toBe(sample('briefing').sections[2]?.blocks[2]?.id);
  });

  test('at the start of a point opens an empty one above it, and the words keep their id', () => {
    const { bench, lines } = edited('briefing', (editor) => {
      $caret('One', 'start');
      enter(editor);
    });
    expect(lines.slice(lines.indexOf('point 0: ')).slice(0, 2)).toEqual(['point 0: ', 'point 0: One']);
    expect(bench.current().sections[2]?.blocks[3]?.id).toBe(sample('briefing').sections[2]?.blocks[2]?.id);
  });

  test('on an empty nested point moves it out, then makes it text', () => {
    const { come } = edited('briefing', (editor) => {
      $caret('Two', 'end');
      enter(editor);
      enter(editor);
      enter(editor);
    });
    expect(come).toEqual(['text 0: ']);
  });

  test('in a field goes to the next block and leaves both as they are', () => {
    const { gone, come } = edited('briefing', (editor) => {
      $caret('1 September 2020', 'end');
      enter(editor);
      $rangeSelection()?.insertText('Everybody');
    });
    expect({ gone, come }).toEqual({ gone: ['field 0: '], come: ['field 0: Everybody'] });
  });

  test('with a new appendix counts its designation on', () => {
    const { bench } = edited('report', (editor) => {
      $caret('Guidance', 'end');
      enter(editor);
    });
    expect(bench.current().sections[3]?.blocks[2]).toMatchObject({ kind: 'appendix', designation: '2' });
  });

  test('under a label for questions goes on with questions that do not repeat it', () => {
    const { bench, come } = edited('briefing', (editor) => {
      $caret('Points to make', 'end');
      $rangeSelection()?.insertText('x');
      $select(['Points to makex', 0], ['Points to makex', 15]);
      $rangeSelection()?.insertText('Questions to ask');
      enter(editor);
      $rangeSelection()?.insertText('When?');
      enter(editor);
      $rangeSelection()?.insertText('Where?');
      $caret('Where?', 'start');
      enter(editor);
    });
    expect(come).toEqual([
      'label 0: Questions to ask',
      'question 0: When?',
      'question 0: ',
      'question 0: Where?',
    ]);
    const made = bench.current().sections[2]?.blocks.slice(2, 5);
    expect(made?.map((block) => (block.kind === 'question' ? block.label : null))).toEqual(['', '', '']);
  });

  test('with Shift breaks the line inside the block', () => {
    const { come } = edited('briefing', (editor) => {
      $caret('One', 'end');
      editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false);
      $rangeSelection()?.insertText('more');
    });
    expect(come).toEqual(['point 0: One\nmore']);
  });
});

describe('Backspace at the start', () => {
  test('moves a nested point out, makes it text, then joins it to the one before, whose id and place it takes', () => {
    const steps = [1, 2, 3].map((times) =>
      edited('briefing', (editor) => {
        $caret('Two', 'start');
        for (let at = 0; at < times; at += 1) backspace(editor);
      }),
    );
    expect(steps.map(({ come }) => come)).toEqual([['point 0: Two'], ['text 0: Two'], ['point 0: OneTwo']]);
    expect(steps[2]?.bench.current().sections[2]?.blocks[2]?.id).toBe(
      sample('briefing').sections[2]?.blocks[2]?.id,
    );
  });

  test.each(['Meeting with the council', '1 September 2020', 'A. Official'])(
    'of “%s” changes nothing',
    (text) => {
      const bench = open(sample('briefing'));
      bench.edit(() => {
        $caret(text, 'start');
        backspace(bench.editor);
      });
      expect(bench.current()).toEqual(sample('briefing'));
    },
  );

  test('of a section heading joins its section to the one before', () => {
    const { gone, come } = edited('briefing', (editor) => {
      $caret('Second topic', 'start');
      backspace(editor);
    });
    expect(gone).toEqual(['— topic', 'heading 1: Second topic']);
    expect(come).toEqual(['text 0: Second topic']);
  });

  test('keeps the citations of both blocks', () => {
    const quote = { type: 'TextQuoteSelector' as const, exact: 'x', prefix: '', suffix: '' };
    const cited = (evidenceId: string) => ({
      id: evidenceId,
      evidenceId,
      edition: null,
      bearing: 'supports' as const,
      locator: { quote, position: null, page: null },
    });
    const bench = open(sample('briefing'));
    bench.edit(() => {
      $blockWith('One').setState({ citations: [cited('e1')] });
      $blockWith('Two').setState({ citations: [cited('e1'), cited('e2')], level: 0 });
      $caret('Two', 'start');
      backspace(bench.editor);
      backspace(bench.editor);
    });
    expect(bench.current().sections[2]?.blocks[2]).toMatchObject({
      content: words('OneTwo'),
      citations: [cited('e1'), cited('e2')],
    });
  });
});

test('Delete at the end takes in the next block, and stops before a field', () => {
  const { come } = edited('briefing', (editor) => {
    $caret('Two', 'end');
    forwardDelete(editor);
  });
  expect(come).toEqual(['point 1: TwoThree']);
  const bench = open(sample('briefing'));
  bench.edit(() => {
    $caret('Meeting with the council', 'end');
    forwardDelete(bench.editor);
  });
  expect(bench.current()).toEqual(sample('briefing'));
});

describe('deleting a range', () => {
  test('across kinds joins what is left and keeps the first kind', () => {
    const { come } = edited('briefing', (editor) => {
      $select(['One', 1], ['Why?', 2]);
      backspace(editor);
    });
    expect(come).toEqual(['point 0: Oy?']);
  });

  test('over everything empties title and fields and keeps them', () => {
    const { lines } = edited('briefing', (editor) => {
      $getRoot().select(0, $getRoot().getChildrenSize());
      backspace(editor);
    });
    expect(lines).toEqual([
      '— front',
      'title 0: ',
      'field 0: ',
      'field 0: ',
      '— clearance',
      'field 0: ',
      '— contact',
      'field 0: ',
    ]);
  });
});

describe('commands', () => {
  const command = (text: string, id: EditorCommandId, kind: DocumentKind = 'briefing') =>
    edited(kind, (editor) => {
      $caret(text, 'end');
      $runCommand(editor, kind, id);
    });

  test.each<[string, EditorCommandId, string[]]>([
    ['One', 'indent', ['point 1: One']],
    ['Two', 'indent', ['point 2: Two']],
    ['Two', 'outdent', ['point 0: Two', 'point 1: Three']],
    ['Detail', 'indent', ['heading 3: Detail']],
    ['One', 'question', ['question 0: One']],
    ['One', 'heading2', ['heading 2: One']],
    ['Four', 'heading1', ['— topic', 'heading 1: Four']],
    ['Four', 'section', ['— topic', 'heading 1: ']],
  ])('on “%s”, %s makes %j', (text, id, come) => {
    expect(command(text, id).come).toEqual(come);
  });

  test.each<[string, BlockKind]>([
    ['Meeting with the council', 'text'],
    ['1 September 2020', 'text'],
    ['One', 'recommendation'],
    ['One', 'title'],
    ['One', 'field'],
    ['Agree the plan', 'point'],
  ])('“%s” cannot be made a %s', (text, kind) => {
    const bench = open(sample('briefing'));
    bench.edit(() => {
      $caret(text, 'end');
      $setSelectedKind(kind);
    });
    expect(bench.current()).toEqual(sample('briefing'));
  });

  test('a section cut by a new heading goes on in a new one, and the rest keeps its order', () => {
    const { lines } = command('Background words', 'heading1');
    const at = lines.indexOf('heading 1: Background words');
    expect(lines.slice(at - 1, at + 3)).toEqual([
      '— topic',
      'heading 1: Background words',
      'quotation 0: Quoted words',
      'point 0: Four',
    ]);
  });

  test('moving a point takes what is nested under it along, over the siblings and what is nested under those', () => {
    const { lines } = edited('briefing', (editor) => {
      $caret('Why?', 'end');
      $runCommand(editor, 'briefing', 'moveUp');
    });
    expect(lines.slice(lines.indexOf('label 0: Points to make') + 1).slice(0, 4)).toEqual([
      'question 0: Why?',
      'point 0: One',
      'point 1: Two',
      'point 2: Three',
    ]);
    const down = command('One', 'moveDown').lines;
    expect(down.slice(down.indexOf('label 0: Points to make') + 1).slice(0, 4)).toEqual([
      'question 0: Why?',
      'point 0: One',
      'point 1: Two',
      'point 2: Three',
    ]);
  });

  test('above the heading of its section a sub-section goes on to the end of the section before', () => {
    const { lines } = command('Detail', 'moveUp');
    expect(lines.slice(lines.indexOf('question 0: Why?')).slice(0, 8)).toEqual([
      'question 0: Why?',
      'heading 2: Detail',
      'text 0: Background words',
      'quotation 0: Quoted words',
      'point 0: Four',
      '— topic',
      'heading 1: Second topic',
      '— clearance',
    ]);
  });

  test('bold and italic are kept, other formats are refused', () => {
    const { bench } = edited('briefing', (editor) => {
      $select(['One', 0], ['One', 3]);
      editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold');
      editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'underline');
    });
    expect(bench.current().sections[2]?.blocks[2]).toMatchObject({
      content: [{ type: 'text', text: 'One', bold: true }],
    });
  });
});

describe('adding a field', () => {
  test('puts it behind the block with the caret, with its label waiting for words', () => {
    const { come, gone } = edited('report', (editor) => {
      $select(['1 September 2020', 0], ['1 September 2020', 0]);
      $runCommand(editor, 'report', 'field:wards');
      $rangeSelection()?.insertText('All');
    });
    expect(gone).toEqual([]);
    expect(come).toEqual([expect.stringMatching(/^field 0: All$/)]);
  });

  test('goes to the one there is instead of adding a second', () => {
    const { come } = edited('report', (editor) => {
      $select(['1 September 2020', 0], ['1 September 2020', 0]);
      $runCommand(editor, 'report', 'field:date');
      $rangeSelection()?.insertText('!');
    });
    expect(come).toHaveLength(1);
  });
});
