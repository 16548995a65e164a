/** No run bears the id of a citation that its block has not, and no two citations of a block bear one id. */
import { $getEditor, type LexicalNode } from 'lexical';
import { distinctCitations } from '../../../shared/document/citations.ts';
import { $passageAround, $whereIs } from '../inline/passages.ts';
import { $citedOf, $setCited } from '../inline/run-state.ts';
import { $isBlock, type BlockNode } from '../nodes/block-node.ts';
import { $leavesIn } from '../operations/citations.ts';

function $keepKnown(leaf: LexicalNode, block: BlockNode): void {
  const cited = $citedOf(leaf);
  if (cited.length === 0) return;
  const known = new Set(block.getState().citations.map(({ id }) => id));
  if (!cited.every((id) => known.has(id))) {
    $setCited(
      leaf,
      cited.filter((id) => known.has(id)),
    );
  }
}

/** For one run or reference, which may have come from another block. */
export function $dropStrays(leaf: LexicalNode): void {
  if ($citedOf(leaf).length === 0) return;
  const passage = $passageAround(leaf);
  const where = passage && $whereIs(passage);
  if (where) $keepKnown(leaf, where.block);
}

/** For a block whose citations have changed; a standing line of which no word is left is none any more. */
export function $repairCitations(block: BlockNode): void {
  const { citations, line } = block.getState();
  if (line && block.isEmpty()) block.setState({ line: null });
  const before = $getEditor().getEditorState()._nodeMap.get(block.getKey());
  if ($isBlock(before) && before.__block.citations === citations) return;
  const distinct = distinctCitations(citations);
  if (distinct !== citations) block.setState({ citations: distinct });
  for (const leaf of $leavesIn(block)) $keepKnown(leaf, block);
}
