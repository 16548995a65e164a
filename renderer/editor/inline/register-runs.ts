/** How links, comments and citations behave while words come and go, as part of the very update that brings the words. */
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
import {
  $citedOf,
  $commentsOf,
  $linkOf,
  $setCited,
  $setComments,
  $setLink,
  citedInVersion,
  linkInVersion,
  sameIds,
} from './run-state.ts';

function $before(key: string): LexicalNode | undefined {
  return $getEditor().getEditorState()._nodeMap.get(key);
}

/** Where a caret stands that has just written in this node; null where there is none. */
function $writtenUpTo(node: TextNode): number | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  return selection.anchor.key === node.getKey() ? selection.anchor.offset : null;
}

/** What letters written at the edge of a run are no part of. */
interface Ends {
  readonly link: boolean;
  readonly cited: boolean;
}

function $end(run: TextNode, { link, cited }: Ends): void {
  if (link) $setLink(run, null);
  if (cited) $setCited(run, []);
}

/**
 * Letters written right before or behind a link are no part of it: whoever goes on writing writes plain words. With
 * cited words it is the same, but for what only finishes the word or the figure.
 */
function $trim(node: TextNode, before: string, ends: Ends): void {
  const text = node.getTextContent();
  const grown = text.length - before.length;
  const caret = $writtenUpTo(node);
  if (grown <= 0 || caret === null) return;
  if (caret === text.length && text.startsWith(before)) {
    const own = { ...ends, cited: ends.cited && !/^[\p{L}\p{N}\p{M}%]/u.test(text.slice(before.length)) };
    if (!own.link && !own.cited) return;
    const tail = node.splitText(before.length)[1];
    if (!tail) return;
    $end(tail, own);
    tail.select();
  } else if (caret === grown && text.endsWith(before)) {
    const own = { ...ends, cited: ends.cited && !/[\p{L}\p{N}\p{M}£€$]$/u.test(text.slice(0, grown)) };
    if (!own.link && !own.cited) return;
    const head = node.splitText(grown)[0];
    if (!head) return;
    $end(head, own);
    head.select();
  }
}

type IdsOf = (node: LexicalNode) => readonly string[];

function common(one: LexicalNode | null, other: LexicalNode | null, $idsOf: IdsOf): readonly string[] {
  const bears = (node: LexicalNode | null) => $isTextNode(node) || $isReference(node);
  if (!one || !other || !bears(one) || !bears(other)) return [];
  const others = new Set($idsOf(other));
  return $idsOf(one).filter((id) => others.has(id));
}

/** What is new between two commented or cited runs is so too: words in bold, words pasted, a reference. */
function $joinIds(node: TextNode | ReferenceNode): void {
  if ($before(node.getKey())) return;
  const [previous, next] = [node.getPreviousSibling(), node.getNextSibling()];
  if ($commentsOf(node).length === 0) {
    const comments = common(previous, next, $commentsOf);
    if (comments.length > 0) $setComments(node, comments);
  }
  if ($citedOf(node).length === 0) {
    const cited = common(previous, next, $citedOf);
    if (cited.length > 0) $setCited(node, cited);
  }
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
      $joinIds(node);
      const link = $linkOf(node);
      const cited = $citedOf(node);
      if ((link === null && cited.length === 0) || node.isComposing() || $hasUpdateTag(PASTE_TAG)) return;
      const before = $before(node.getKey());
      if (!$isTextNode(before)) return;
      const ends = {
        link: link !== null && linkInVersion(before) === link,
        cited: cited.length > 0 && sameIds(citedInVersion(before), cited),
      };
      if (!ends.link && !ends.cited) return;
      const text = composed?.key === node.getKey() ? composed.text : before.__text;
      composed = null;
      $trim(node, text, ends);
    }),
    editor.registerNodeTransform(ReferenceNode, $joinIds),
  );
}
