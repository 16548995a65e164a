/** Details and rows: how keys and commands treat the blocks that belong to another. */
import { DELETE_CHARACTER_COMMAND, INSERT_PARAGRAPH_COMMAND, type LexicalEditor } from 'lexical';
import { describe, expect, test } from 'vitest';
import type { EditorCommandId } from '../../../renderer/editor/commands.ts';
import { $rangeSelection } from '../../../renderer/editor/operations/locate.ts';
import { $tab } from '../../../renderer/editor/operations/tab.ts';
import { $runCommand } from '../../../renderer/editor/run-command.ts';
import { plainBlock, section } from '../../../shared/document/build.ts';
import { structureFaults } from '../../../shared/document/legal.ts';
import type { DespatchDocument, DetailName, KnownBlock } from '../../../shared/document/schema.ts';
import { $blockWith, $caret, $select, counter, open, outline, sample, words } from './headless.ts';

type Mint = () => string;

function detail(mint: Mint, name: DetailName, text: string): KnownBlock {
  const content = text === '' ? [] : words(text);
  return { id: mint(), kind: 'detail', level: 0, content, citations: [], detail: name };
}
function attendee(mint: Mint, words: readonly [string, string, string], side: 'ours' | 'theirs') {
  const [name, role, organisation] = words;
  const content: KnownBlock['content'] = [{ type: 'text', text: name }];
  const block: KnownBlock = { id: mint(), kind: 'attendee', level: 0, content, citations: [], side };
  return [block, detail(mint, 'role', role), detail(mint, 'organisation', organisation)];
}

function brief(): DespatchDocument {
  const mint = counter('mine');
  const [front, , ...rest] = sample('briefing').sections;
  if (!front) throw new Error('the sample has changed');
  return {
    ...sample('briefing'),
    sections: [
      front,
      section(mint, 'attendees', [
        plainBlock(mint, 'heading', words('Who comes')),
        ...attendee(mint, ['Jo Finch', 'Director', 'The board'], 'theirs'),
        ...attendee(mint, ['Al Marsh', 'Minister', 'DLUHC'], 'ours'),
      ]),
      section(mint, 'agenda', [
        plainBlock(mint, 'agendaItem', words('The dam')),
        detail(mint, 'lead', 'The chair'),
        detail(mint, 'minutes', ''),
        plainBlock(mint, 'agendaItem', words('The dues')),
      ]),
      ...rest,
    ],
  };
}

/** The lines of the section of a role after an edit, which undo must take back exactly. */
function edited(role: string, change: (editor: LexicalEditor) => void): string[] {
  const original = brief();
  const bench = open(original);
  bench.edit(() => change(bench.editor));
  expect(structureFaults(bench.current())).toEqual([]);
  const lines = outline(bench.current());
  bench.undo();
  expect(bench.current()).toEqual(original);
  const at = lines.indexOf(`— ${role}`);
  const end = lines.findIndex((line, index) => index > at && line.startsWith('—'));
  return at < 0 ? [] : lines.slice(at + 1, end < 0 ? undefined : end);
}
const enter = (editor: LexicalEditor) => editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
const backspace = (editor: LexicalEditor) => editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true);
const tab = (backward = false) => {
  const selection = $rangeSelection();
  if (selection) $tab(selection, backward);
};
const write = (text: string) => $rangeSelection()?.insertText(text);
const run = (editor: LexicalEditor, id: EditorCommandId) => $runCommand(editor, 'briefing', id);

const finch = ['attendee 0: Jo Finch', 'detail 0: Director', 'detail 0: The board'];
const marsh = ['attendee 0: Al Marsh', 'detail 0: Minister', 'detail 0: DLUHC'];
const heading = 'heading 1: Who comes';

describe('in a table of attendees', () => {
  test('Enter goes from cell to cell, and in the last one makes the next row, on the side of the one above', () => {
    const bench = open(brief());
    bench.edit(() => {
      $caret('Al Marsh', 'end');
      enter(bench.editor);
      write('x');
      enter(bench.editor);
      write('y');
      enter(bench.editor);
      write('New');
    });
    expect(outline(bench.current()).slice(10, 18)).toEqual([
      'attendee 0: Al Marsh',
      'detail 0: Ministerx',
      'detail 0: DLUHCy',
      'attendee 0: New',
      'detail 0: ',
      'detail 0: ',
      '— agenda',
      'agendaItem 0: The dam',
    ]);
    expect(bench.current().sections[1]?.blocks[7]).toMatchObject({ kind: 'attendee', side: 'ours' });
  });

  test('Tab and Shift+Tab go through the cells, and behind the last of all Tab makes a row', () => {
    const lines = edited('attendees', () => {
      $caret('Minister', 'end');
      tab(true);
      tab();
      tab();
      tab();
      write('New');
    });
    expect(lines.slice(4)).toEqual([...marsh, 'attendee 0: New', 'detail 0: ', 'detail 0: ']);
  });

  test('Enter in an empty row leaves the table', () => {
    const lines = edited('attendees', (editor) => {
      $caret('DLUHC', 'end');
      enter(editor);
      enter(editor);
    });
    expect(lines).toEqual([heading, ...finch, ...marsh, 'text 0: ']);
  });

  test('Backspace removes an empty row whole, and moves no word from one cell to another', () => {
    expect(
      edited('attendees', (editor) => {
        $caret('DLUHC', 'end');
        enter(editor);
        backspace(editor);
        write('!');
      }),
    ).toEqual([heading, ...finch, ...marsh.slice(0, 2), 'detail 0: DLUHC!']);
    expect(
      edited('attendees', (editor) => {
        $caret('Al Marsh', 'start');
        backspace(editor);
      }),
    ).toEqual([heading, ...finch, ...marsh]);
  });

  test('a row goes as a whole and stays as a whole', () => {
    expect(
      edited('attendees', (editor) => {
        $select(['Jo Finch', 0], ['The board', 9]);
        backspace(editor);
      }),
    ).toEqual([heading, ...marsh]);
    expect(
      edited('attendees', (editor) => {
        $select(['Director', 3], ['Al Marsh', 3]);
        backspace(editor);
      }),
    ).toEqual([heading, finch[0], 'detail 0: Dir', 'detail 0: ', 'attendee 0: Marsh', ...marsh.slice(1)]);
    expect(
      edited('attendees', (editor) => {
        $caret('Minister', 'end');
        run(editor, 'delete');
      }),
    ).toEqual([heading, ...finch]);
  });

  test('a row moves with all its cells, from whichever of them it is asked', () => {
    const moved = [heading, ...marsh, ...finch];
    for (const text of ['Al Marsh', 'Minister', 'DLUHC']) {
      expect(
        edited('attendees', (editor) => {
          $caret(text, 'end');
          run(editor, 'moveUp');
        }),
      ).toEqual(moved);
    }
  });

  test('the side is switched from any cell', () => {
    const bench = open(brief());
    bench.edit(() => {
      $caret('The board', 'end');
      run(bench.editor, 'switchSide');
    });
    expect(bench.current().sections[1]?.blocks[1]).toMatchObject({ side: 'ours' });
  });

  test('a row made text keeps the words of its cells under their labels', () => {
    const lines = edited('attendees', () => {
      $blockWith('Jo Finch').setState({ kind: 'text', side: null });
    });
    expect(lines).toEqual([
      heading,
      'text 0: Jo Finch',
      'text 0: Role: Director',
      'text 0: Organisation: The board',
      ...marsh,
    ]);
  });
});

describe('details of a list', () => {
  const dues = 'agendaItem 0: The dues';

  test('Ctrl+Enter adds the next missing one in the order of the table, until there is none', () => {
    const bench = open(brief());
    const results: boolean[] = [];
    bench.edit(() => {
      $caret('The dam', 'end');
      for (let at = 0; at < 3; at += 1) results.push(run(bench.editor, 'addDetail'));
    });
    expect(results).toEqual([true, true, false]);
    const details = bench
      .current()
      .sections[2]?.blocks.map((block) => (block.kind === 'detail' ? block.detail : '·'));
    expect(details).toEqual(['·', 'itemAim', 'lead', 'minutes', 'handling', '·']);
  });

  test('Enter goes on to the empty one below, and from an empty one out to a new item', () => {
    expect(
      edited('agenda', (editor) => {
        $caret('The chair', 'end');
        enter(editor);
        write('5');
        enter(editor);
        write('New');
      }),
    ).toEqual(['agendaItem 0: The dam', 'detail 0: The chair', 'detail 0: 5', 'agendaItem 0: New', dues]);
    expect(
      edited('agenda', (editor) => {
        $caret('The chair', 'end');
        enter(editor);
        enter(editor);
        write('New');
      }),
    ).toEqual(['agendaItem 0: The dam', 'detail 0: The chair', 'agendaItem 0: New', dues]);
  });

  test('an item cut in two leaves its details with the first half', () => {
    const lines = edited('agenda', (editor) => {
      $select(['The dam', 4]);
      enter(editor);
    });
    expect(lines).toEqual([
      'agendaItem 0: The ',
      'detail 0: The chair',
      'detail 0: ',
      'agendaItem 0: dam',
      dues,
    ]);
  });

  test('they move, are duplicated and are deleted with their item', () => {
    const dam = ['agendaItem 0: The dam', 'detail 0: The chair', 'detail 0: '];
    const commanded = (id: EditorCommandId) =>
      edited('agenda', (editor) => {
        $caret('The dam', 'end');
        run(editor, id);
      });
    expect(commanded('moveDown')).toEqual([dues, ...dam]);
    expect(commanded('duplicate')).toEqual([...dam, ...dam, dues]);
    expect(commanded('delete')).toEqual([dues]);
  });

  test('one changes places with its fellows and does not leave its item', () => {
    const moved = (id: EditorCommandId) =>
      edited('agenda', (editor) => {
        $caret('The chair', 'end');
        run(editor, id);
      });
    expect(moved('moveDown')).toEqual(['agendaItem 0: The dam', 'detail 0: ', 'detail 0: The chair', dues]);
    expect(moved('moveUp')).toEqual(['agendaItem 0: The dam', 'detail 0: The chair', 'detail 0: ', dues]);
  });

  test('without their item they keep their words under their label, and empty ones go', () => {
    const lines = edited('agenda', () => $blockWith('The dam').remove());
    expect(lines).toEqual(['text 0: Lead: The chair', dues]);
  });
});
