/**
 * Pasting: words into the block with the caret, blocks behind it. It is begun, carried on block by block and ended, so
 * that much can come in several updates of the editor; between them it holds keys, not nodes.
 */
import type { LexicalNode, NodeKey, RangeSelection } from 'lexical';
import { $getNodeByKey } from 'lexical';
import { takeInCited } from '../../../shared/document/citations.ts';
import type { SectionRole } from '../../../shared/document/schema.ts';
import { $leavesOf } from '../convert/inline.ts';
import { $createBlock, $isBlock, type BlockNode } from '../nodes/block-node.ts';
import { blankState, isFixed, type TableParts } from '../nodes/block-state.ts';
import type { SectionNode } from '../nodes/section-node.ts';
import { $appendForeign, $citedOfBlock, $keepExempt, $splitCitations } from '../operations/citations.ts';
import { $deleteRange } from '../operations/delete-range.ts';
import { $detailsOf, $ownerOf } from '../operations/groups.ts';
import { $newState, $roleOf } from '../operations/kind.ts';
import { $edgesOf, $placeCaret, $rangeSelection, $sectionOf, $tailAfter } from '../operations/locate.ts';
import { $isClosed } from '../operations/merge.ts';
import { $remainderKind } from '../operations/split.ts';
import { $layOutRows } from '../tables/grid.ts';
import { $appendRows } from '../tables/operations.ts';
import { citationsOf, exemptOf, type Fragment, isBody } from './fragment.ts';
import { $placed, fitting, type PutOptions, type Target } from './placing.ts';

/** Rows of a table that are laid out in one step. */
const ROWS_AT_ONCE = 25;

/** Whether a fragment insists on being a block, rather than words at the caret. */
function isBlockLike(fragment: Fragment): boolean {
  const { origin } = fragment;
  return 'role' in origin ? origin.role !== 'line' : origin.kind !== 'text' && !isFixed(origin);
}

function headingLevels(fragments: readonly Fragment[]): number {
  const levels = fragments.flatMap(({ origin }) =>
    'role' in origin && origin.role === 'heading' ? [origin.level] : [],
  );
  return new Set(levels).size;
}

/** A run of plain words takes on the format it is put into, as when a spelling is corrected inside bold words. */
function $insertPlain(fragment: Fragment): boolean {
  const { origin, content } = fragment;
  const [run, ...more] = content;
  const plain =
    run?.type === 'text' &&
    !run.bold &&
    !run.italic &&
    run.link === undefined &&
    more.length === 0 &&
    citationsOf(fragment).length === 0;
  if (!plain || !('role' in origin) || origin.role !== 'line') return false;
  $rangeSelection()?.insertText(run.text);
  return true;
}

export class Insertion {
  readonly #target: Target;
  /** The last block that was put down; what comes next goes behind it. */
  #last: NodeKey;
  /** A block of its own for the words behind the caret, until it is known where they go. */
  #rest: NodeKey | null = null;
  /** Whether those words continue the last block, rather than stand in one of their own. */
  #joins = true;
  /** Rows that are still to come to the table that was put down last. */
  #rows: TableParts['rows'] = [];
  /** Whether anything was put down outside the block with the caret. */
  #left = false;
  /** How many blocks have words that were pasted. */
  blocks = 0;

  private constructor(target: Omit<Target, '$section'>, last: NodeKey) {
    this.#target = { ...target, $section: () => $sectionOf(this.#$lastBlock()) };
    this.#last = last;
  }

  /**
   * Deletes what is selected and puts the first words down. Call inside an update.
   * @returns null where nothing can be put; `rest` is what is still to come.
   */
  static $begin(
    selection: RangeSelection,
    coming: readonly Fragment[],
    options: PutOptions,
  ): { readonly insertion: Insertion; readonly rest: readonly Fragment[] } | null {
    if (!selection.isCollapsed()) $deleteRange(selection);
    const edge = $edgesOf(selection)?.start;
    const role = edge && $roleOf(edge.block);
    if (!edge || !role || role === 'unknown') return null;
    const { block } = edge;
    const target = { ...options, at: block.getState(), role, headingLevels: headingLevels(coming) };
    const insertion = new Insertion(target, block.getKey());
    const fragments = fitting(coming, target);
    const [first, ...others] = fragments;
    if (!first) return { insertion, rest: [] };
    if (others.length === 0 && !block.getState().locked && $insertPlain(first))
      return { insertion, rest: [] };
    return { insertion, rest: insertion.#$open(block, fragments, $tailAfter(edge)) };
  }

  /** Fills an empty section. @returns null where there is nothing to fill it with. */
  static $fill(
    section: SectionNode,
    role: SectionRole,
    coming: readonly Fragment[],
    options: PutOptions,
  ): { readonly insertion: Insertion; readonly rest: readonly Fragment[] } | null {
    const target = { ...options, at: blankState('text'), role, headingLevels: 1 };
    const fragments = fitting(coming, target);
    const [first, ...rest] = fragments;
    if (!first) return null;
    const seed = $createBlock(blankState('text'));
    section.append(seed);
    const insertion = new Insertion(target, seed.getKey());
    insertion.#$takeOver(seed, first);
    return { insertion, rest };
  }

  #$open(
    block: BlockNode,
    fragments: readonly Fragment[],
    tail: readonly LexicalNode[],
  ): readonly Fragment[] {
    const [first, ...others] = fragments;
    if (!first) return [];
    const state = block.getState();
    const details = $detailsOf($ownerOf(block));
    // A cell or detail keeps what stands behind the caret; a field gives it to the lines that follow.
    const closed = $isClosed(block) || state.kind === 'detail';
    const takesOver = isBlockLike(first) && block.isEmpty() && !closed && details.length === 0;
    this.#last = (details.at(-1) ?? block).getKey();
    if (takesOver) {
      this.#$takeOver(block, first);
      return others;
    }
    if (state.locked || (isBlockLike(first) && (others.length > 0 || isBody(first)))) {
      const atStart = tail.length > 0 && block.getChildrenSize() === tail.length;
      if (closed || (tail.length > 0 && !atStart)) {
        if (!closed) this.#$keep(block, tail, false);
        return fragments;
      }
      if (!atStart) return fragments;
      block.insertBefore(this.#$make(first), false);
      this.#last = block.getPreviousSibling()?.getKey() ?? this.#last;
      return others;
    }
    const coming = { citations: citationsOf(first), words: first.content };
    const { citations, dress } = takeInCited($citedOfBlock(block), coming);
    block.splice(block.getChildrenSize() - tail.length, 0, $leavesOf(dress(first.content)));
    if (coming.citations.length > 0) block.setState({ citations });
    $keepExempt(block, exemptOf(first));
    this.blocks += 1;
    if (others.length > 0 && tail.length > 0 && (!closed || isFixed(state))) this.#$keep(block, tail, true);
    $placeCaret(block, block.getChildrenSize() - (this.#rest === null ? tail.length : 0));
    return others;
  }

  #$takeOver(block: BlockNode, first: Fragment): void {
    if (isBody(first)) {
      const made = this.#$make(first);
      const { citations } = block.getState();
      if (citations.length > 0) {
        const taken = takeInCited($citedOfBlock(made), { citations, words: [] });
        made.setState({ citations: taken.citations });
      }
      $keepExempt(made, block.getState().exempt);
      block.replace(made);
      this.#last = made.getKey();
      return;
    }
    const { state, content } = $placed(first, this.#target);
    const taken = takeInCited($citedOfBlock(block), { citations: state.citations, words: content });
    const { citations } = taken;
    const exempt = state.exempt ?? block.getState().exempt;
    block
      .setState({ ...state, citations, exempt, id: block.getState().id || state.id })
      .append(...$leavesOf(taken.dress(content)));
    this.blocks += 1;
    $placeCaret(block, block.getChildrenSize());
  }

  #$keep(block: BlockNode, tail: readonly LexicalNode[], joins: boolean): void {
    const { kind, level } = block.getState();
    const state = $newState($remainderKind(block), kind === 'heading' ? 0 : level, $sectionOf(block));
    const rest = $createBlock(state).append(...tail);
    $splitCitations(block, rest);
    $getNodeByKey(this.#last)?.insertAfter(rest, false);
    this.#rest = rest.getKey();
    this.#joins = joins;
  }

  #$make(fragment: Fragment): BlockNode {
    const { state, content } = $placed(fragment, this.#target);
    this.blocks += 1;
    this.#left = true;
    const { table } = state;
    if (table === null) return $createBlock(state).append(...$leavesOf(content));
    this.#rows = table.rows.slice(ROWS_AT_ONCE);
    const shown = { ...table, rows: table.rows.slice(0, ROWS_AT_ONCE) };
    const made = $createBlock({ ...state, table: shown }).append(...$leavesOf(content));
    $layOutRows(made);
    return made;
  }

  #$lastBlock(): BlockNode {
    const last = $getNodeByKey(this.#last);
    if ($isBlock(last) && last.isAttached()) return last;
    throw new Error('The block behind which words were pasted has gone');
  }

  /** More rows of the table that was put down last. @returns whether there were any. */
  $moreRows(): boolean {
    if (this.#rows.length === 0) return false;
    $appendRows(this.#$lastBlock(), this.#rows.slice(0, ROWS_AT_ONCE));
    this.#rows = this.#rows.slice(ROWS_AT_ONCE);
    return true;
  }

  $next(fragment: Fragment): void {
    const made = this.#$make(fragment);
    this.#$lastBlock().insertAfter(made, false);
    this.#last = made.getKey();
  }

  /** Gives the words that stood behind the caret their place, and puts the caret where pasting ended. */
  $end(): void {
    const rest = this.#rest === null ? null : $getNodeByKey(this.#rest);
    if (!this.#left && rest === null) return;
    const last = this.#$lastBlock();
    const seam = last.getChildrenSize();
    $placeCaret(last, seam);
    if (!$isBlock(rest) || !this.#joins || $isClosed(last)) return;
    $appendForeign(last, rest);
    $placeCaret(last, seam);
  }
}
