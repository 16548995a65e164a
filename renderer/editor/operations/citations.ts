/** Citations of blocks that are cut and joined, by the rules of `shared/document/citations.ts`. */
import type { LexicalNode } from 'lexical';
import {
  type Cited,
  joinCitations,
  shareCitations,
  takeInCited,
} from '../../../shared/document/citations.ts';
import type { Exemption } from '../../../shared/pack/exemption.ts';
import { $contentOf, $leavesOf } from '../convert/inline.ts';
import { $whyWithheld } from '../exempt/withheld.ts';
import { $citedOf, $setCited } from '../inline/run-state.ts';
import type { BlockNode } from '../nodes/block-node.ts';
import { isFixed } from '../nodes/block-state.ts';
import { $cellNodes, $gridOf, $rowNodes } from '../tables/grid.ts';

/** Every leaf of a block, those in the cells of a table too. */
export function $leavesIn(block: BlockNode): LexicalNode[] {
  const grid = $gridOf(block);
  const cells = grid ? $rowNodes(grid).flatMap($cellNodes) : [];
  return [...block.getChildren(), ...cells.flatMap((cell) => cell.getChildren())];
}

export function $citedOfBlock(block: BlockNode): Cited {
  return { citations: block.getState().citations, words: $contentOf($leavesIn(block)) };
}

/** After words of `block` have moved into `rest`: each has what is about its words. */
export function $splitCitations(block: BlockNode, rest: BlockNode): void {
  const { citations, exempt } = block.getState();
  $keepExempt(rest, exempt);
  if (citations.length === 0) return;
  const pieces = [block, rest].map((each) => $contentOf($leavesIn(each)));
  const [first = [], second = []] = shareCitations(citations, pieces);
  block.setState({ citations: first });
  rest.setState({ citations: second });
}

/** A block that takes in exempt words is exempt as a whole, for what is withheld too much can be let go, not called back. */
export function $keepExempt(block: BlockNode, exempt: Exemption | null): void {
  if (exempt && !block.getState().exempt) block.setState({ exempt });
}

/** Before the words of `later` move into `earlier`. A standing line stays with the words it begins with. */
export function $joinCitations(earlier: BlockNode, later: BlockNode): void {
  const { citations: coming, line } = later.getState();
  if (!later.isEmpty()) $keepExempt(earlier, $whyWithheld(later));
  if (line && earlier.isEmpty() && !isFixed(earlier.getState())) earlier.setState({ line });
  if (coming.length === 0) return;
  const { citations, renamed } = joinCitations($citedOfBlock(earlier), $citedOfBlock(later));
  earlier.setState({ citations });
  if (renamed.size === 0) return;
  for (const leaf of later.getChildren()) {
    const cited = $citedOf(leaf);
    if (cited.length > 0) $setCited(leaf, [...new Set(cited.map((id) => renamed.get(id) ?? id))]);
  }
}

/** Puts the words of `rest` behind those of a block they have nothing to do with, and takes `rest` away. */
export function $appendForeign(block: BlockNode, rest: BlockNode): void {
  const coming = $citedOfBlock(rest);
  if (!rest.isEmpty()) $keepExempt(block, $whyWithheld(rest));
  const { citations, dress } = takeInCited($citedOfBlock(block), coming);
  if (coming.citations.length === 0) block.append(...rest.getChildren());
  else block.setState({ citations }).append(...$leavesOf(dress(coming.words)));
  rest.remove();
}
