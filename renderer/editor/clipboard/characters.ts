/** Counting characters in what holds leaves: a line break and a reference count as one. */
import type { ElementNode, NodeKey } from 'lexical';

/** How many characters stand before a place in the leaves of an element. */
export function $charactersBefore(
  element: ElementNode,
  { key, offset }: { readonly key: NodeKey; readonly offset: number },
): number {
  let count = 0;
  for (const [at, leaf] of element.getChildren().entries()) {
    if (key === element.getKey() && at >= offset) break;
    if (leaf.getKey() === key) return count + offset;
    count += leaf.getTextContentSize();
  }
  return count;
}
