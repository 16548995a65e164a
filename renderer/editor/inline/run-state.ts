/**
 * What a run of characters bears beside bold and italic, kept as Lexical's node state: Lexical clones it when a run is
 * split and never joins neighbours whose states differ, which a subclass of TextNode would have to do itself.
 */
import { $getState, $setState, createState, type LexicalNode, type TextNode } from 'lexical';
import { linkPattern } from '../../../shared/document/inline.ts';

/** No comments, no citations; one array, so that runs without any compare at once. */
const none: readonly string[] = [];

export function sameIds(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, at) => id === other[at]);
}

const linkState = createState('link', { parse: (value) => (typeof value === 'string' ? value : null) });
const idsConfig = {
  parse: (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : none),
  isEqual: sameIds,
};
const commentsState = createState('comments', idsConfig);
const citedState = createState('cited', idsConfig);

/** The address the run leads to; null where it leads nowhere. */
export function $linkOf(node: TextNode): string | null {
  return $getState(node, linkState);
}

/** The address in this version of the node, which need not be the newest. */
export function linkInVersion(node: TextNode): string | null {
  return $getState(node, linkState, 'direct');
}

/** @throws Error for an address that no document may hold, which whoever asks for one must have ruled out. */
export function $setLink(node: TextNode, link: string | null): void {
  if (link !== null && !linkPattern.test(link)) throw new Error(`not an address a document holds: ${link}`);
  if ($linkOf(node) !== link) $setState(node, linkState, link);
}

/** Ids of the comment threads on a run or a reference. */
export function $commentsOf(node: LexicalNode): readonly string[] {
  return $getState(node, commentsState);
}

export function $setComments(node: LexicalNode, comments: readonly string[]): void {
  if (!sameIds($commentsOf(node), comments)) $setState(node, commentsState, comments);
}

/** Ids of the citations of its block that a run or a reference is about. */
export function $citedOf(node: LexicalNode): readonly string[] {
  return $getState(node, citedState);
}

/** The same in this version of the node, which need not be the newest. */
export function citedInVersion(node: LexicalNode): readonly string[] {
  return $getState(node, citedState, 'direct');
}

export function $setCited(node: LexicalNode, cited: readonly string[]): void {
  if (!sameIds($citedOf(node), cited)) $setState(node, citedState, cited);
}
