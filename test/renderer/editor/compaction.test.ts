import { $getRoot, $isTextNode, HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical';
import { expect, test } from 'vitest';
import { compact } from '../../../renderer/editor/compaction.ts';
import { reportDocument } from '../../bench/generate.ts';
import { open } from './headless.ts';

/** Writes into every block, so that all nodes are new. */
function writeEverywhere(editor: LexicalEditor, words: string): void {
  editor.update(
    () => {
      for (const text of $getRoot().getAllTextNodes()) if ($isTextNode(text)) text.setTextContent(words);
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}

test('a long document whose nodes were put together says the same, takes edits, and is undone and redone as ever', () => {
  const { editor, undo, redo, current } = open(reportDocument(120));
  const states = [current().sections];
  for (const words of ['One', 'Two', 'Three']) {
    writeEverywhere(editor, words);
    const said = current().sections;
    compact(editor);
    expect(compact(editor)).toBe(false);
    expect(current().sections).toEqual(said);
    states.push(said);
  }
  for (const state of states.slice(0, -1).toReversed()) {
    undo();
    expect(current().sections).toEqual(state);
  }
  for (const state of states.slice(1)) {
    redo();
    compact(editor);
    expect(current().sections).toEqual(state);
  }
});
