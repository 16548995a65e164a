/** Replacing what differs between the document on the sheet and another version of it, as one step. */
import { $getRoot, $getSelection } from 'lexical';
import type { DespatchDocument } from '../../shared/document/schema.ts';
import { $sectionNode } from './convert/to-lexical.ts';
import { $blockAround, $blocksOf, $placeCaret, $rangeSelection, $sections } from './operations/locate.ts';
import { sameJson } from './same.ts';

/** The caret goes back to the block it was in, where that block still stands. */
function $restoreCaret(blockId: string | null): void {
  if (blockId === null) return;
  const block = $sections()
    .flatMap($blocksOf)
    .find((candidate) => candidate.getState().id === blockId);
  if (block && $getSelection() !== null) $placeCaret(block, block.getChildrenSize());
}

/** Call inside an update. Sections that are the same keep their nodes, and so their place in the history. */
export function $applyDocument(current: DespatchDocument, next: DespatchDocument): void {
  const anchor = $rangeSelection()?.anchor.getNode() ?? null;
  const caretIn = $blockAround(anchor)?.getState().id ?? null;
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
  $restoreCaret(caretIn);
}
