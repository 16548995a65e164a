/** What stands under a block as its details: what the table names, for a row all of it and in its order. */
import type { LexicalNode } from 'lexical';
import { blockRules } from '../../../shared/document/structure.ts';
import { $createBlock, $isBlock, type BlockNode } from '../nodes/block-node.ts';
import type { SectionNode } from '../nodes/section-node.ts';
import { $isUnknownBlock } from '../nodes/unknown-block-node.ts';
import { detailState } from '../operations/details.ts';
import { $fall } from './block-repairs.ts';

/** More than anybody writes under one block, and few enough for a section to be cut between two of them. */
const MOST_DETAILS = 15;

/** What has no place under its block: empty it goes, otherwise it becomes a block of its own behind the others. */
function $release(extra: BlockNode, last: BlockNode | null): BlockNode | null {
  if (extra.isEmpty() && extra.getState().citations.length === 0) {
    extra.remove();
    return last;
  }
  $fall(extra);
  if (last && !extra.getPreviousSibling()?.is(last)) last.insertAfter(extra, false);
  return extra;
}

function $releaseAll(extras: readonly BlockNode[], last: BlockNode | null): void {
  let behind = last;
  for (const extra of extras) behind = $release(extra, behind);
}

function $repairRow(owner: BlockNode, details: readonly BlockNode[]): void {
  const names = blockRules[owner.getState().kind].details?.names ?? [];
  const cells = names.map(
    (name) => details.find((each) => each.getState().detail === name) ?? $createBlock(detailState(name)),
  );
  const extras = details.filter((each) => !cells.includes(each));
  let above = owner;
  for (const cell of cells) {
    if (!cell.isAttached() || !cell.getPreviousSibling()?.is(above)) above.insertAfter(cell, false);
    above = cell;
  }
  $releaseAll(extras, above);
}

function $repairGroup(owner: BlockNode | null, details: readonly BlockNode[]): void {
  const rule = owner && blockRules[owner.getState().kind].details;
  if (owner && rule?.form === 'row') {
    $repairRow(owner, details);
    return;
  }
  const fits = ({ detail }: ReturnType<BlockNode['getState']>) =>
    detail !== null && (rule?.names.includes(detail) ?? false);
  const kept = details.filter((each) => fits(each.getState())).slice(0, MOST_DETAILS);
  if (kept.length === details.length) return;
  const extras = details.filter((each) => !kept.includes(each));
  $releaseAll(extras, kept.at(-1) ?? owner);
}

export function $repairDetails(section: SectionNode): void {
  let owner: LexicalNode | null = null;
  let details: BlockNode[] = [];
  const $close = () => {
    // What stands under a part that a newer version wrote is its affair.
    if (!$isUnknownBlock(owner)) $repairGroup($isBlock(owner) ? owner : null, details);
    details = [];
  };
  for (const child of section.getChildren()) {
    if ($isBlock(child) && child.getState().kind === 'detail') {
      details.push(child);
    } else {
      if (owner !== null || details.length > 0) $close();
      owner = child;
    }
  }
  $close();
}
