/** What a table must be: rows of cells, all of one length, at least one of each, holding leaves only. */
import {
  $createLineBreakNode,
  $createTextNode,
  $isElementNode,
  $removeSlot,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { BlockNode } from '../nodes/block-node.ts';
import { isLeaf } from '../repairs/block-repairs.ts';
import { $cellNodes, $createCell, $createRow, $gridOf, $layOutRows, $rowNodes } from './grid.ts';
import { $isCell, $isRow, CellNode, GRID_SLOT, GridNode, RowNode } from './nodes.ts';

/** Looks at the length of every row and into none, because a long table passes here with each row that is added. */
function $repairGrid(grid: GridNode): void {
  let width = 0;
  let ragged = false;
  for (let row = grid.getFirstChild(); row !== null; ) {
    const next = row.getNextSibling();
    if ($isRow(row)) {
      const size = row.getChildrenSize();
      ragged ||= width > 0 && size !== width;
      width = Math.max(width, size);
    } else {
      row.remove();
    }
    row = next;
  }
  if (width === 0) {
    grid.clear().append($createRow([{ content: [] }]));
  } else if (ragged) {
    for (const row of $rowNodes(grid)) {
      for (let missing = width - row.getChildrenSize(); missing > 0; missing -= 1) row.append($createCell());
    }
  }
}

function $repairRow(row: RowNode): void {
  for (const child of row.getChildren()) if (!$isCell(child)) child.remove();
  const first = row.getParent()?.getFirstChild();
  if (!$isRow(first) || first.getChildrenSize() !== row.getChildrenSize() || first.is(row)) {
    row.getParent()?.markDirty();
  }
}

function $repairCell(cell: CellNode): void {
  for (const child of cell.getChildren()) {
    if (isLeaf(child)) continue;
    if ($isElementNode(child)) {
      for (const inner of child.getChildren()) child.insertBefore(inner, false);
      child.remove();
    } else {
      child.replace($createTextNode(child.getTextContent()));
    }
  }
}

/** A block that may not be a table where it stands keeps the words of its cells, a line for every row. */
function $giveUpGrid(block: BlockNode, grid: GridNode): void {
  for (const row of $rowNodes(grid)) {
    if (!block.isEmpty()) block.append($createLineBreakNode());
    for (const [at, cell] of $cellNodes(row).entries()) {
      if (at > 0) block.append($createTextNode('; '));
      block.append(...cell.getChildren());
    }
  }
  $removeSlot(block, GRID_SLOT);
}

/** Register before the repairs of blocks, which may take its kind from a table whose rows are not laid out yet. */
export function registerTableRepairs(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(BlockNode, (block) => {
      const grid = $gridOf(block);
      const isTable = block.getState().kind === 'table';
      if (isTable && grid === null) $layOutRows(block);
      else if (!isTable && grid !== null) $giveUpGrid(block, grid);
    }),
    editor.registerNodeTransform(GridNode, $repairGrid),
    editor.registerNodeTransform(RowNode, $repairRow),
    editor.registerNodeTransform(CellNode, $repairCell),
  );
}
