/**
 * From the drawn words to places in the whole text and back. Every element that shows words bears `data-at`, the place
 * of the first of them, and holds one text node that is the text as it stands there.
 */

const WORDS = '[data-at]';

function startOf(element: Element): number {
  return Number(element.getAttribute('data-at'));
}

/** The place of a boundary of a selection; null for one that is at no words. */
export function placeAt(node: Node, offset: number): number | null {
  if (node instanceof Text) {
    const words = node.parentElement?.closest(WORDS);
    return words ? startOf(words) + Math.min(offset, node.length) : null;
  }
  if (!(node instanceof Element)) return null;
  if (node.matches(WORDS)) return startOf(node) + (offset > 0 ? (node.textContent?.length ?? 0) : 0);
  for (let at = offset; at < node.childNodes.length; at += 1) {
    const first = firstWords(node.childNodes[at]);
    if (first) return startOf(first);
  }
  const last = [...node.querySelectorAll(WORDS)].at(-1);
  return last ? startOf(last) + (last.textContent?.length ?? 0) : null;
}

function firstWords(node: Node | undefined): Element | null {
  if (!(node instanceof Element)) return null;
  return node.matches(WORDS) ? node : node.querySelector(WORDS);
}

export interface DomPoint {
  readonly node: Text;
  readonly offset: number;
}

/** Where a place is drawn: the last element that begins at it or before; null where nothing of the kind is drawn. */
export function pointAt(root: Element, place: number): DomPoint | null {
  const elements = root.querySelectorAll(WORDS);
  let low = 0;
  let high = elements.length - 1;
  if (high < 0) return null;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const element = elements[middle];
    if (element && startOf(element) <= place) low = middle;
    else high = middle - 1;
  }
  const element = elements[low];
  const node = element?.firstChild;
  if (!element || !(node instanceof Text) || startOf(element) > place) return null;
  return { node, offset: Math.min(place - startOf(element), node.length) };
}

/** What is drawn of a range within an element; null where nothing is. */
export function rangesWithin(root: Element, start: number, end: number): StaticRange[] {
  const ranges: StaticRange[] = [];
  const elements = root.matches(WORDS) ? [root] : root.querySelectorAll(WORDS);
  for (const element of elements) {
    const node = element.firstChild;
    const at = startOf(element);
    if (!(node instanceof Text) || at + node.length <= start || at >= end) continue;
    ranges.push(
      new StaticRange({
        startContainer: node,
        startOffset: Math.max(0, start - at),
        endContainer: node,
        endOffset: Math.min(node.length, end - at),
      }),
    );
  }
  return ranges;
}
