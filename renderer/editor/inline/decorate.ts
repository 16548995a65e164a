/** What the elements of runs say of links, comments and citations; their words and format are Lexical's business. */
import { $isTextNode, type LexicalEditor, type LexicalNode } from 'lexical';
import { undrawnOf } from '../drawing/undrawn.ts';
import { $isSection } from '../nodes/section-node.ts';
import { $isReference } from './reference-node.ts';
import { $citedOf, $commentsOf, $linkOf } from './run-state.ts';

function assign(element: HTMLElement, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Called by Lexical for every element it made or brought up to date. */
export function $decorateDOM(
  node: LexicalNode,
  previous: LexicalNode | null,
  element: HTMLElement,
  editor: LexicalEditor,
): void {
  if ($isSection(node)) undrawnOf(editor).made(node);
  // Nearly every run bears nothing; this is on the typing path.
  if (node.__state === undefined && previous?.__state === undefined) return;
  if (!$isTextNode(node) && !$isReference(node)) return;
  const comments = $commentsOf(node);
  assign(element, 'data-comments', comments.length > 0 ? comments.join(' ') : null);
  const cited = $citedOf(node);
  assign(element, 'data-cited', cited.length > 0 ? cited.join(' ') : null);
  if (!$isTextNode(node)) return;
  const link = $linkOf(node);
  assign(element, 'data-link', link);
  assign(element, 'role', link === null ? null : 'link');
}
