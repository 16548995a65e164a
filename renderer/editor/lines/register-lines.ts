/** Standing lines on the sheet: put in, taken anew, and let go. */
import {
  $getNodeByKey,
  HISTORY_PUSH_TAG,
  mergeRegister,
  type NodeKey,
  SKIP_SCROLL_INTO_VIEW_TAG,
  SKIP_SELECTION_FOCUS_TAG,
} from 'lexical';
import { handleCommand } from '../feature-commands.ts';
import type { EditorContext } from '../feature-context.ts';
import { $blockWithId } from '../inline/find-block.ts';
import { $restoreSelection } from '../inline/restore-selection.ts';
import { $isBlock, type BlockNode } from '../nodes/block-node.ts';
import { $rangeSelection } from '../operations/locate.ts';
import { type Lines, linesKey } from './lines.ts';
import { $insertLine, $takeLine } from './operations.ts';

const READ_ONLY = 'The document is open for reading only.';
const NO_QUESTIONS =
  'A question with its answer stands in a section of questions and answers: put the caret there, or add one to the brief.';
const NOWHERE = 'Put the caret where the line is to stand, in a section of points, lines or text.';

export function registerLines({ editor, ids, provide, say }: EditorContext): () => void {
  function changeBlock(blockId: string, $work: (block: BlockNode) => void): boolean {
    if (!editor.isEditable()) return false;
    let done = false;
    editor.update(
      () => {
        $restoreSelection(editor);
        const block = $blockWithId(ids, blockId);
        if (!block) return;
        $work(block);
        done = true;
      },
      // What is done in the side panel must not fetch the focus to the sheet, nor move it.
      { discrete: true, tag: [HISTORY_PUSH_TAG, SKIP_SELECTION_FOCUS_TAG, SKIP_SCROLL_INTO_VIEW_TAG] },
    );
    return done;
  }

  const lines: Lines = {
    onAsk: null,
    insert(given) {
      if (!editor.isEditable()) return { refusal: READ_ONLY };
      let key: NodeKey | null = null;
      editor.update(
        () => {
          $restoreSelection(editor);
          const selection = $rangeSelection();
          key = (selection && $insertLine(selection, given)?.getKey()) ?? null;
        },
        { discrete: true, tag: HISTORY_PUSH_TAG },
      );
      const made: NodeKey | null = key;
      // The repairs of the update gave it its id.
      const blockId =
        made === null
          ? null
          : editor.read(() => {
              const block = $getNodeByKey(made);
              return $isBlock(block) ? block.getState().id : null;
            });
      if (blockId === null) return { refusal: given.kind === 'likelyQuestion' ? NO_QUESTIONS : NOWHERE };
      say(given.line ? 'Standing line inserted' : 'Words inserted');
      return { blockId };
    },
    take: (blockId, words, line) => changeBlock(blockId, (block) => $takeLine(block, words, line)),
    tie: (blockId, line) => changeBlock(blockId, (block) => block.setState({ line })),
  };
  provide(linesKey, lines);

  const ask = (wish: 'keep' | 'insert') => () => {
    lines.onAsk?.(wish);
    return lines.onAsk !== null;
  };
  return mergeRegister(
    handleCommand(editor, 'feature:keep-line', ask('keep')),
    handleCommand(editor, 'feature:insert-line', ask('insert')),
  );
}
