/** What would be cited for with the caret where it is. */
import { $isTextNode, type LexicalNode, type RangeSelection } from 'lexical';
import { placedText, REFERENCE_PLACE } from '../../../shared/document/places.ts';
import { $contentOf } from '../convert/inline.ts';
import { $passageAround } from '../inline/passages.ts';
import { $isReference } from '../inline/reference-node.ts';
import { $citedOf } from '../inline/run-state.ts';
import { $isBlock, type BlockNode } from '../nodes/block-node.ts';
import { $leavesIn } from '../operations/citations.ts';
import { $rangeSelection, $selectedBlocks } from '../operations/locate.ts';
import type { CitationHere, CitingPlace } from './citing.ts';
import { $blockInHand, $whyNotCite, $wordsInHand } from './operations.ts';

function $citedAtCaret(selection: RangeSelection): readonly string[] {
  const node: LexicalNode = selection.focus.getNode();
  return $isTextNode(node) || $isReference(node) ? $citedOf(node) : [];
}

function $citationsHere(block: BlockNode, selection: RangeSelection): CitationHere[] {
  const { citations } = block.getState();
  if (citations.length === 0) return [];
  const at = new Set($citedAtCaret(selection));
  const byId = new Map<string, LexicalNode[]>();
  for (const leaf of $leavesIn(block)) {
    for (const id of $citedOf(leaf)) {
      const leaves = byId.get(id);
      if (leaves) leaves.push(leaf);
      else byId.set(id, [leaf]);
    }
  }
  const here = citations.map((citation): CitationHere => {
    const leaves = byId.get(citation.id);
    return {
      citation,
      words: leaves ? placedText($contentOf(leaves)) : null,
      atCaret: at.has(citation.id),
    };
  });
  return here.toSorted((one, other) => Number(other.atCaret) - Number(one.atCaret));
}

/** The words of the block; for a table those of the cell with the caret behind its caption. */
function $textFor(block: BlockNode, selection: RangeSelection): string {
  const passage = $passageAround(selection.focus.getNode());
  const own = [block, ...(passage && !$isBlock(passage) ? [passage] : [])];
  return own
    .map((each) => placedText($contentOf(each.getChildren())).replaceAll(REFERENCE_PLACE, ' '))
    .join('\n');
}

/** @param figures false: a figure at the caret is not looked for (`$wordsInHand`). */
export function $citingPlace(figures = true): CitingPlace | null {
  const selection = $rangeSelection();
  const block = selection && $blockInHand(selection);
  if (!selection || !block) return null;
  const selected = $selectedBlocks(selection);
  const words = $wordsInHand(selection, figures);
  return {
    blockId: block.getState().id,
    others: Math.max(0, selected.length - 1),
    words: words && { text: words.text, from: words.from },
    text: $textFor(block, selection),
    citations: $citationsHere(block, selection),
    refusal: $whyNotCite(block),
  };
}
