/** What a template locks, against everything that could change it. */
import {
  $createTextNode,
  $getRoot,
  $isTextNode,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  FORMAT_TEXT_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { expect, test } from 'vitest';
import { $applyDocument } from '../../../renderer/editor/apply-document.ts';
import type { EditorCommandId } from '../../../renderer/editor/commands.ts';
import { $rangeSelection } from '../../../renderer/editor/operations/locate.ts';
import { $runCommand, $setSelectedKind } from '../../../renderer/editor/run-command.ts';
import type { DespatchDocument } from '../../../shared/document/schema.ts';
import { knownBlocks, plainText } from '../../../shared/document/walk.ts';
import { $blockWith, $caret, $select, open, outline, sample } from './headless.ts';

/** The sample brief with its second section heading and its label locked. */
function template(): DespatchDocument {
  const brief = sample('briefing');
  const held = new Set(['Second topic', 'Points to make']);
  const sections = brief.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) =>
      block.kind !== 'unknown' && held.has(plainText(block.content)) ? { ...block, locked: true } : block,
    ),
  }));
  return { ...brief, sections } as DespatchDocument;
}

function locked(document: DespatchDocument): string[] {
  return [...knownBlocks(document)]
    .filter((block) => 'locked' in block && block.locked)
    .map((block) => `${block.id} ${block.kind} ${block.level} ${plainText(block.content)}`);
}

const run = (id: EditorCommandId) => (editor: LexicalEditor) => void $runCommand(editor, 'briefing', id);
const dispatch = {
  enter: (editor: LexicalEditor) => editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined),
  backspace: (editor: LexicalEditor) => editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true),
  forward: (editor: LexicalEditor) => editor.dispatchCommand(DELETE_CHARACTER_COMMAND, false),
  type: (editor: LexicalEditor) => editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, 'x'),
  bold: (editor: LexicalEditor) => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold'),
};

test.each<[string, (editor: LexicalEditor) => void]>([
  ['typing', dispatch.type],
  ['Enter in its middle', dispatch.enter],
  ['Backspace', dispatch.backspace],
  ['Delete', dispatch.forward],
  ['turning it into text', () => void $setSelectedKind('text')],
  ['another level', run('heading2')],
  ['a level in', run('indent')],
  ['moving it', run('moveUp')],
  ['deleting the block', run('delete')],
  [
    'writing into its text as an input method does',
    () => {
      const text = $blockWith('Second topic').getFirstChild();
      if ($isTextNode(text)) text.setTextContent('overwritten');
    },
  ],
  ['taking the node away', () => $blockWith('Second topic').remove()],
  ['taking its section away', () => $blockWith('Second topic').getParent()?.remove()],
  ['emptying the document', () => void $getRoot().clear()],
  ['words put behind it', () => void $blockWith('Second topic').append($createTextNode('more'))],
])('a locked heading is the same after %s', (_, change) => {
  const bench = open(template());
  bench.edit(() => {
    $select(['Second topic', 3]);
    change(bench.editor);
  });
  expect(locked(bench.current())).toEqual(locked(template()));
  while (bench.history.undoStack.length > 0) bench.undo();
  expect(bench.current()).toEqual(template());
});

test.each<[string, (editor: LexicalEditor) => void]>([
  ['with bold', dispatch.bold],
  ['cut', dispatch.backspace],
  ['typed over', dispatch.type],
])('a range over locked words that is %s leaves them as they are', (_, change) => {
  const bench = open(template());
  bench.edit(() => {
    $select(['One', 1], ['Quoted words', 3]);
    change(bench.editor);
  });
  expect(locked(bench.current())).toEqual(locked(template()));
});

test('Enter at the end of a locked heading makes what follows it', () => {
  const bench = open(template());
  bench.edit(() => {
    $caret('Points to make', 'end');
    dispatch.enter(bench.editor);
    $rangeSelection()?.insertText('New');
  });
  expect(outline(bench.current())).toContain('point 0: New');
});

test('unlocked it is a heading like any other, and undo locks it again', () => {
  const bench = open(template());
  bench.edit(() => {
    $caret('Second topic', 'end');
    run('unlock')(bench.editor);
  });
  expect(locked(bench.current())).toHaveLength(1);
  bench.edit(() => $caret('Second topic', 'end').insertText(' of ours'));
  expect(outline(bench.current())).toContain('heading 1: Second topic of ours');
  while (bench.history.undoStack.length > 0) bench.undo();
  expect(bench.current()).toEqual(template());
});

test('another version of the document may change what is locked', () => {
  const bench = open(template());
  bench.edit(() => $applyDocument(template(), sample('briefing')));
  expect(bench.current().sections).toEqual(sample('briefing').sections);
});
