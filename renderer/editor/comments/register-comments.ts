/** Comments on the sheet: which words bear them, and where they are drawn. */
import './comments.css';
import {
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  HISTORY_MERGE_TAG,
  type LexicalNode,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical';
import { undrawnOf } from '../drawing/undrawn.ts';
import type { EditorContext } from '../feature-context.ts';
import { $isReference } from '../inline/reference-node.ts';
import { $commentsOf, $setComments } from '../inline/run-state.ts';
import { comeIntoView } from '../into-view.ts';
import { $isBlock, type BlockNode } from '../nodes/block-node.ts';
import { $edgeAt, $rangeSelection } from '../operations/locate.ts';
import { type CommentedPlace, commentsKey } from './comments.ts';
import { commentPaint } from './paint.ts';

/** As much of the words as a thread remembers. */
const MOST = 1000;

const $bears = (node: LexicalNode) => $isTextNode(node) || $isReference(node);

function $blockAround(node: LexicalNode): BlockNode | null {
  for (let at: LexicalNode | null = node; at !== null; at = at.getParent()) if ($isBlock(at)) return at;
  return null;
}

/** The leaves with characters under the selection, cut at its ends. */
function $selectedLeaves(): LexicalNode[] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return [];
  return selection.extract().filter((node) => $bears(node) && node.getTextContentSize() > 0);
}

export function registerComments({ editor, root, provide, say }: EditorContext): () => void {
  const paint = commentPaint();
  const listeners = new Set<(threadIds: readonly string[]) => void>();
  let atCaret: readonly string[] = [];
  let shown: readonly string[] = [];

  function $attach(threadId: string): CommentedPlace | null {
    const selection = $rangeSelection();
    const block = selection && $edgeAt(selection.focus, 'end')?.block;
    if (!block) return null;
    const whole = { blockId: block.getState().id, quote: null };
    if (!editor.isEditable()) return whole;
    const leaves = $selectedLeaves();
    const [first] = leaves;
    const quote = leaves
      .map((leaf) => leaf.getTextContent())
      .join('')
      .slice(0, MOST);
    if (!first || quote.trim() === '') return whole;
    for (const leaf of leaves) $setComments(leaf, [...$commentsOf(leaf), threadId]);
    return { blockId: ($blockAround(first) ?? block).getState().id, quote };
  }

  /** A comment is no step of its own: undo takes back what was written, with the comment on it. */
  const change = (work: () => void) => editor.update(work, { discrete: true, tag: HISTORY_MERGE_TAG });
  const elementsOf = (threadId: string) =>
    root.querySelectorAll<HTMLElement>(`[data-comments~="${CSS.escape(threadId)}"]`);

  provide(commentsKey, {
    attach(threadId) {
      let place: CommentedPlace | null = null;
      change(() => {
        place = $attach(threadId);
      });
      return place;
    },
    detach(threadId) {
      change(() => {
        for (const node of editor.getEditorState()._nodeMap.values()) {
          if (!$bears(node) || !node.isAttached() || !$commentsOf(node).includes(threadId)) continue;
          $setComments(
            node,
            $commentsOf(node).filter((id) => id !== threadId),
          );
        }
      });
    },
    goTo(threadId) {
      undrawnOf(editor).drawAll();
      const [element] = elementsOf(threadId);
      if (!element) return false;
      editor.update(
        () => {
          const node = $getNearestNodeFromDOMNode(element);
          if ($isTextNode(node)) node.select(0, 0);
          else node?.selectPrevious();
        },
        { discrete: true, tag: SKIP_SCROLL_INTO_VIEW_TAG },
      );
      root.focus({ preventScroll: true });
      comeIntoView(element);
      return true;
    },
    show(comments) {
      shown = comments.threads;
      paint.show(comments);
    },
    onCaret(listener) {
      listeners.add(listener);
      listener(atCaret);
      return () => listeners.delete(listener);
    },
  });

  const unregister = editor.registerUpdateListener(({ editorState }) => {
    const next = editorState.read(
      () => {
        const node = $rangeSelection()?.focus.getNode();
        return node && $bears(node) ? $commentsOf(node).toReversed() : [];
      },
      { editor },
    );
    if (next.join() === atCaret.join()) return;
    atCaret = next;
    if (next.some((id) => shown.includes(id))) say('Commented words');
    for (const listener of listeners) listener(next);
  });
  return () => {
    unregister();
    paint.dispose();
  };
}
