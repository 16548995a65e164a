/** From places in the words of a passage to places in its elements and back. */
import type { Cell } from '../../../shared/document/places.ts';

interface Segment {
  readonly node: Text;
  /** Place of its first character. */
  readonly at: number;
}

/** What stands in the element of a block and is none of its own words. */
const apart = '.table-place, .block-body';

/** @returns the place behind the last one. */
function collect(parent: Node, start: number, into: Segment[]): number {
  let at = start;
  for (const child of parent.childNodes) {
    if (child instanceof Text) {
      into.push({ node: child, at });
      at += child.length;
    } else if (child instanceof Element && !child.matches(apart)) {
      if (child.matches('br, .sheet-reference')) at += 1;
      else at = collect(child, at, into);
    }
  }
  return at;
}

export function segmentsOf(passage: Element): Segment[] {
  const segments: Segment[] = [];
  collect(passage, 0, segments);
  return segments;
}

/** The element that holds a passage: that of the block, or of one of its cells. */
export function passageElement(block: Element, cell: Cell | null): Element | null {
  if (cell === null) return block;
  return block.querySelectorAll('.table-row')[cell.row]?.querySelectorAll('.table-cell')[cell.column] ?? null;
}

/** null where the words are not drawn, as in a reference. */
export function rangeFor(segments: readonly Segment[], start: number, end: number): StaticRange | null {
  const first = segments.find(({ node, at }) => start >= at && start < at + node.length);
  const last = segments.findLast(({ node, at }) => end > at && end <= at + node.length);
  if (!first || !last) return null;
  return new StaticRange({
    startContainer: first.node,
    startOffset: start - first.at,
    endContainer: last.node,
    endOffset: end - last.at,
  });
}

export interface DomPlace {
  readonly blockId: string;
  readonly cell: Cell | null;
  readonly place: number;
}

/** The place of a character of the sheet; null for a node that is none of its words. */
export function placeAt(node: Node, offset: number): DomPlace | null {
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest<HTMLElement>('[data-block-id]');
  const blockId = block?.dataset['blockId'];
  if (!(node instanceof Text) || !element || !block || blockId === undefined) return null;
  const cell = element.closest('.table-cell');
  const row = element.closest('.table-row');
  const segment = segmentsOf(cell ?? block).find((each) => each.node === node);
  if (!segment) return null;
  const position =
    cell && row
      ? {
          row: [...block.querySelectorAll('.table-row')].indexOf(row),
          column: [...row.querySelectorAll('.table-cell')].indexOf(cell),
        }
      : null;
  return { blockId, cell: position, place: segment.at + offset };
}
