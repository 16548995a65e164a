/** How links and comments behave while words come and go, as part of the very update that brings the words. */
import {
  $getEditor,
  $getSelection,
  $hasUpdateTag,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_LOW,
  COMPOSITION_START_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  PASTE_TAG,
  TextNode,
} from 'lexical';
import { $isReference, ReferenceNode } from './reference-node.ts';
import { $commentsOf, $linkOf, $setComments, $setLink, linkInVersion } from './run-state.ts';

function $before(key: string): LexicalNode | undefined {
  return $getEditor().getEditorState()._nodeMap.get(key);
}

/** Where a caret stands that has just written in this node; null where there is none. */
function $writtenUpTo(node: TextNode): number | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  return selection.anchor.key === node.getKey() ? selection.anchor.offset : null;
}

/** Letters written right before or behind a link are no part of it: whoever goes on writing writes plain words. */
function $trimLink(node: TextNode, before: string): void {
  const text = node.getTextContent();
  const grown = text.length - before.length;
  const caret = $writtenUpTo(node);
  if (grown <= 0 || caret === null) return;
  if (caret === text.length && text.startsWith(before)) {
    const tail = node.splitText(before.length)[1];
    if (!tail) return;
    $setLink(tail, null);
    tail.select();
  } else if (caret === grown && text.endsWith(before)) {
    const head = node.splitText(grown)[0];
    if (!head) return;
    $setLink(head, null);
    head.select();
  }
}

function commonComments(one: LexicalNode | null, other: LexicalNode | null): readonly string[] {
  const bears = (node: LexicalNode | null) => $isTextNode(node) || $isReference(node);
  if (!one || !other || !bears(one) || !bears(other)) return [];
  const others = new Set($commentsOf(other));
  return $commentsOf(one).filter((id) => others.has(id));
}

/** What is new between two commented runs is commented on too: words in bold, words pasted, a reference. */
function $joinComments(node: TextNode | ReferenceNode): void {
  if ($before(node.getKey()) || $commentsOf(node).length > 0) return;
  const common = commonComments(node.getPreviousSibling(), node.getNextSibling());
  if (common.length > 0) $setComments(node, common);
}

export function registerRuns(editor: LexicalEditor): () => void {
  /** The run in which an input method composes, as it was; cutting it before the word is chosen would stop it. */
  let composed: { readonly key: string; readonly text: string } | null = null;
  return mergeRegister(
    editor.registerCommand(
      COMPOSITION_START_COMMAND,
      () => {
        const selection = $getSelection();
        const node = $isRangeSelection(selection) ? selection.anchor.getNode() : null;
        composed = $isTextNode(node) ? { key: node.getKey(), text: node.getTextContent() } : null;
        return false;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerNodeTransform(TextNode, (node) => {
      $joinComments(node);
      const link = $linkOf(node);
      if (link === null || node.isComposing() || $hasUpdateTag(PASTE_TAG)) return;
      const before = $before(node.getKey());
      if (!$isTextNode(before) || linkInVersion(before) !== link) return;
      const text = composed?.key === node.getKey() ? composed.text : before.__text;
      composed = null;
      $trimLink(node, text);
    }),
    editor.registerNodeTransform(ReferenceNode, $joinComments),
  );
}
