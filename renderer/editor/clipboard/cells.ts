/** Copying and pasting among the cells of a table, which hold words only. */
import { $isTextNode, type LexicalNode, type RangeSelection } from 'lexical';
import { citationsOfPart, type TakenIn, takeInCited } from '../../../shared/document/citations.ts';
import { sliceContent } from '../../../shared/document/places.ts';
import type { Inline, KnownBlock } from '../../../shared/document/schema.ts';
import { $contentOf, $leavesOf } from '../convert/inline.ts';
import { $whyWithheld } from '../exempt/withheld.ts';
import type { BlockNode } from '../nodes/block-node.ts';
import { $citedOfBlock, $keepExempt } from '../operations/citations.ts';
import { $rangeSelection } from '../operations/locate.ts';
import { $goToCell, type CellRange } from '../tables/cells.ts';
import { $cellAt } from '../tables/grid.ts';
import type { CellNode } from '../tables/nodes.ts';
import { $cellsBetween, $clearCells, $fillCells } from '../tables/operations.ts';
import { $charactersBefore } from './characters.ts';
import { citationsOf, exemptOf, type Fragment } from './fragment.ts';
import { cellContent } from './html/tables.ts';
import { fitting, type PutOptions } from './placing.ts';

/** Rows that are filled in one step. */
const ROWS_AT_ONCE = 25;

/** What is selected: the words of one cell, or a table of the cells. The ids are never stored. */
export function $copiedCells(
  selection: RangeSelection,
  { place, from, to, inOneCell }: CellRange,
): KnownBlock {
  const citationsOn = (words: readonly Inline[]) => citationsOfPart($citedOfBlock(place.block), words, false);
  const exempt = $whyWithheld(place.block);
  const base = { id: 'cells', level: 0, ...(exempt ? { exempt } : {}) };
  if (inOneCell) {
    const ends = [selection.anchor, selection.focus].map((point) => $charactersBefore(place.cell, point));
    const content = sliceContent($contentOf(place.cell.getChildren()), Math.min(...ends), Math.max(...ends));
    return { ...base, kind: 'text', content, citations: citationsOn(content) };
  }
  const rows = $cellsBetween(place.grid, from, to).map((row) =>
    row.map((cell) => ({ content: $contentOf(cell.getChildren()) })),
  );
  const citations = citationsOn(rows.flat().flatMap(({ content }) => content));
  return { ...base, kind: 'table', content: [], citations, headerRow: false, headerColumn: false, rows };
}

function $insertLeaves(cell: CellNode, { anchor }: RangeSelection, content: readonly Inline[]): void {
  const leaves = $leavesOf(content);
  const node = anchor.getNode();
  const { offset } = anchor;
  let at = cell.is(node) ? offset : node.getIndexWithinParent();
  if ($isTextNode(node) && offset > 0) {
    if (offset < node.getTextContentSize()) node.splitText(offset);
    at += 1;
  }
  cell.splice(at, 0, leaves);
  const last: LexicalNode | undefined = leaves.at(-1);
  if ($isTextNode(last)) last.select();
  else cell.select(at + leaves.length, at + leaves.length);
}

/** Gives a table the citations of what is pasted into it. @returns what puts them on the words. */
function $takeIn(block: BlockNode, fragment: Fragment, words: readonly Inline[]): TakenIn['dress'] {
  const taken = takeInCited($citedOfBlock(block), { citations: citationsOf(fragment), words });
  if (citationsOf(fragment).length > 0) block.setState({ citations: taken.citations });
  $keepExempt(block, exemptOf(fragment));
  return taken.dress;
}

/** Pastes into the cells that are selected; a table fills cells from the first of them on. Each step in an update. */
export function* $pasteIntoCells(
  selection: RangeSelection,
  { place, from, to, inOneCell }: CellRange,
  fragments: readonly Fragment[],
  { notes }: PutOptions,
): Generator<void, number> {
  const [only, ...more] = fragments;
  const table =
    only && more.length === 0 && only.content.length === 0 && 'table' in only.origin
      ? only.origin.table
      : null;
  if (only && table) {
    const words = table.rows.flat().flatMap(({ content }) => content);
    const dress = $takeIn(place.block, only, words);
    const rows = table.rows.map((row) => row.map(({ content }) => ({ content: dress(content) })));
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      const start = { row: from.row + at, column: from.column };
      $fillCells(place.grid.getLatest(), start, rows.slice(at, at + ROWS_AT_ONCE));
      yield;
    }
    $goToCell(place, { row: from.row + table.rows.length - 1, column: from.column });
    return 1;
  }
  // As in a place that takes neither tables nor pictures.
  const fitted = fitting(fragments, { role: 'contact', notes });
  const first = $cellAt(place.grid, from) ?? place.cell;
  if (!inOneCell) {
    $clearCells(place.grid, from, to);
    $goToCell(place, from);
  } else if (!selection.isCollapsed()) selection.removeText();
  const dressed = fitted.map((fragment) => ({
    ...fragment,
    content: $takeIn(place.block, fragment, fragment.content)(fragment.content),
  }));
  const content = cellContent(dressed, notes);
  const caret = $rangeSelection();
  if (caret) $insertLeaves(first, caret, content);
  return 1;
}
