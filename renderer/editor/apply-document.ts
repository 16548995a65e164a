/** Replacing what differs between the document on the sheet and another version of it, as one step. */
import { $addUpdateTag, $getRoot } from 'lexical';
import type { DespatchDocument } from '../../shared/document/schema.ts';
import { $sectionNode } from './convert/to-lexical.ts';
import type { BlockNode } from './nodes/block-node.ts';
import { $charactersBefore, $placeCaretAt } from './operations/characters.ts';
import {
  $blocksOf,
  $edgeAt,
  $neighbour,
  $placeCaret,
  $rangeSelection,
  $sections,
} from './operations/locate.ts';
import { APPLY_TAG } from './repairs/lock-repairs.ts';
import { sameJson } from './same.ts';

interface Caret {
  /** The block it is in, then those before it from near to far, for when that one goes. */
  readonly ids: readonly string[];
  /** Characters of the block before it. */
  readonly offset: number;
}

/** Blocks before the caret that are remembered; where all of them go, the caret goes to the start. */
const REMEMBERED = 100;

function $caret(): Caret | null {
  const selection = $rangeSelection();
  const edge = selection && $edgeAt(selection.focus, 'end');
  if (!edge) return null;
  const ids: string[] = [];
  for (
    let at: BlockNode | null = edge.block;
    at && ids.length < REMEMBERED;
    at = $neighbour(at, 'previous')
  ) {
    ids.push(at.getState().id);
  }
  return { ids, offset: $charactersBefore(edge) };
}

/** The caret goes back to its place in the words, or to the end of the nearest block before that still stands. */
function $restoreCaret({ ids, offset }: Caret): void {
  const blocks = $sections().flatMap($blocksOf);
  const standing = new Map(blocks.map((block) => [block.getState().id, block]));
  const id = ids.find((candidate) => standing.has(candidate));
  const block = id === undefined ? blocks[0] : standing.get(id);
  if (!block) return;
  if (id === ids[0]) $placeCaretAt(block, offset);
  else $placeCaret(block, block.getChildrenSize());
}

/** Call inside an update. Sections that are the same keep their nodes, and so their place in the history. */
export function $applyDocument(current: DespatchDocument, next: DespatchDocument): void {
  const caret = $caret();
  $addUpdateTag(APPLY_TAG);
  const known = new Map(current.sections.map((section) => [section.id, section]));
  const nodes = new Map($sections().map((node) => [node.getState().id, node]));
  const wanted = next.sections.map((section) => {
    const node = nodes.get(section.id);
    return node && sameJson(known.get(section.id), section) ? node : $sectionNode(section);
  });
  const root = $getRoot();
  const kept = new Set(wanted.map((node) => node.getKey()));
  const unchanged =
    root.getChildrenSize() === wanted.length &&
    root.getChildren().every((child, at) => child.getKey() === wanted[at]?.getKey());
  if (unchanged) return;
  for (const child of root.getChildren()) if (!kept.has(child.getKey())) child.remove();
  root.append(...wanted);
  if (caret) $restoreCaret(caret);
}
