/** Bookmarks (ISO 32000-1, 12.3.3). */
import { dictionary, ref } from '../objects/syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';

export interface OutlineNode {
  /** In the syntax of PDF, as are all entries. */
  readonly title: string;
  /** `/Dest …`, `/A …` or nothing. */
  readonly aim: string;
  /** Colour and flags. */
  readonly look: string;
  readonly open: boolean;
  readonly children: readonly OutlineNode[];
}

/** @returns null where there are none. */
export function writeOutline(writer: PdfWriter, nodes: readonly OutlineNode[]): number | null {
  if (nodes.length === 0) return null;
  const root = writer.reserve();
  const { first, last, shown } = writeLevel(writer, nodes, root);
  writer.put(
    root,
    dictionary({ Type: '/Outlines', First: ref(first), Last: ref(last), Count: String(shown) }),
  );
  return root;
}

/** `shown`: how many rows are seen where the level is open. */
function writeLevel(
  writer: PdfWriter,
  nodes: readonly OutlineNode[],
  parent: number,
): { first: number; last: number; shown: number } {
  const objects = nodes.map(() => writer.reserve());
  let shown = nodes.length;
  for (const [at, node] of nodes.entries()) {
    const object = objects[at] ?? 0;
    const [previous, next] = [objects[at - 1], objects[at + 1]];
    const below = node.children.length === 0 ? null : writeLevel(writer, node.children, object);
    if (below && node.open) shown += below.shown;
    const links = dictionary({
      Parent: ref(parent),
      Prev: previous === undefined ? null : ref(previous),
      Next: next === undefined ? null : ref(next),
      First: below && ref(below.first),
      Last: below && ref(below.last),
      Count: below && String(node.open ? below.shown : -below.shown),
    });
    writer.put(object, `<</Title ${node.title}${node.aim}${node.look}${links.slice(2)}`);
  }
  return { first: objects[0] ?? 0, last: objects.at(-1) ?? 0, shown };
}
