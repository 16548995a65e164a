/** Moving blocks, each with its details and what is nested under it, to another place the structure allows. */
import type { LexicalEditor, RangeSelection } from 'lexical';
import { blockRules, sectionRules } from '../../../shared/document/structure.ts';
import { blockName } from '../marks/words.ts';
import { $isBlock, type BlockNode } from '../nodes/block-node.ts';
import { $isSection, type SectionNode } from '../nodes/section-node.ts';
import { announce, refuse } from '../voice.ts';
import {
  $detailsRule,
  $flowsOn,
  $nestedUnder,
  $ownerOf,
  $rowOf,
  isNestedUnder,
  isSectionHeading,
} from './groups.ts';
import { allowedKinds } from './kind.ts';
import { $neighbour, $sectionOf, $selectedBlocks } from './locate.ts';
import { $movePart } from './move-section.ts';

/** A place between blocks: before one, or at the end of the section. */
interface Place {
  readonly section: SectionNode;
  readonly before: BlockNode | null;
}

/** The blocks that move when these do, in reading order: cells with their row, all with what is nested under them. */
export function $movingWith(blocks: readonly BlockNode[]): BlockNode[] {
  const moving = new Map<string, BlockNode>();
  const $take = (block: BlockNode) => {
    for (const each of [block, ...$nestedUnder(block)]) moving.set(each.getKey(), each);
  };
  for (const block of blocks) {
    const row = $rowOf(block);
    $take(row?.[0] ?? block);
  }
  return [...moving.values()];
}

function $nextIn(block: BlockNode): BlockNode | null {
  const next = block.getNextSibling();
  return $isBlock(next) ? next : null;
}

/** Where blocks put at a place shall really stand: never above a section's heading, never inside a group. */
function $settle({ section, before }: Place, moving: readonly BlockNode[]): Place {
  if (before !== null && isSectionHeading(before.getState())) {
    const above = section.getPreviousSibling();
    return $isSection(above) ? { section: above, before: null } : { section, before };
  }
  if (moving.every((block) => block.getState().kind === 'detail')) return { section, before };
  let at = before;
  while (at?.getState().kind === 'detail') at = $nextIn(at);
  return { section, before: at };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Why the blocks may not stand there, as a sentence; null where they may. */
function $refusal(moving: readonly BlockNode[], { section, before }: Place): string | null {
  const { role } = section.getState();
  if (moving.length === 0) return 'There is nothing to move.';
  if (role === 'unknown')
    return 'A newer version of Despatch wrote that section, so nothing can be put there.';
  if (before !== null && isSectionHeading(before.getState()))
    return 'Nothing stands above the first heading.';
  for (const block of moving) {
    const state = block.getState();
    const name = blockName(state.kind, state.level);
    if (state.kind === 'title') return 'The title stays where it is.';
    if (state.locked) return `“${block.getTextContent()}” is locked by the template.`;
    if (isSectionHeading(state)) return 'A section is moved as a whole, not into another.';
    if (!allowedKinds(role).includes(state.kind)) {
      return `${capital(name)} cannot stand in ${sectionRules[role].name}.`;
    }
  }
  return $detailRefusal(moving, { section, before });
}

/** Details that move without their owner need another that takes them. */
function $detailRefusal(moving: readonly BlockNode[], { section, before }: Place): string | null {
  const [first] = moving;
  if (first?.getState().kind !== 'detail') return null;
  const above = before ? before.getPreviousSibling() : section.getLastChild();
  const owner = $isBlock(above) ? $ownerOf(above) : null;
  const rule = owner ? blockRules[owner.getState().kind].details : null;
  const fits = moving.every((block) => {
    const { detail } = block.getState();
    return detail === null || (rule?.form === 'list' && rule.names.includes(detail));
  });
  return fits ? null : `${blockRules.detail.name} cannot stand there without its block.`;
}

export interface Landing {
  /** In reading order. */
  readonly moving: readonly BlockNode[];
  readonly section: SectionNode;
  /** Stays where it is; null: the end of the section. */
  readonly before: BlockNode | null;
}

/** Where blocks put at a place would come to stand, or as a sentence why they may not. Moves nothing. */
export function $landing(blocks: readonly BlockNode[], place: Place): Landing | string {
  const moving = $movingWith(blocks);
  const { section, before } = $settle(place, moving);
  const keys = new Set(moving.map((block) => block.getKey()));
  // A place inside what moves is the place right behind it.
  let behind = before;
  while (behind && keys.has(behind.getKey())) behind = $nextIn(behind);
  return $refusal(moving, { section, before: behind }) ?? { moving, section, before: behind };
}

/** @returns why nothing was moved; null where it was. */
export function $moveTo(blocks: readonly BlockNode[], place: Place): string | null {
  const landing = $landing(blocks, place);
  if (typeof landing === 'string') return landing;
  const { moving, section, before } = landing;
  for (const block of moving) {
    if (before) before.insertBefore(block, false);
    else section.append(block);
  }
  return null;
}

/** The block that one jumps over upwards: the sibling above, past what is nested under that. */
function $landmarkAbove(first: BlockNode, above: BlockNode): BlockNode {
  const state = first.getState();
  let at = above;
  while (isNestedUnder(state, at.getState())) {
    const before = $neighbour(at, 'previous');
    if (!before || !$flowsOn(before, at) || isSectionHeading(before.getState())) break;
    at = before;
  }
  return at;
}

function $placeAbove(first: BlockNode): Place | null {
  const above = $neighbour(first, 'previous');
  if (!above) return null;
  const section = $sectionOf(above);
  if (!section) return null;
  if (isSectionHeading(above.getState())) {
    const earlier = section.getPreviousSibling();
    return $isSection(earlier) ? { section: earlier, before: null } : null;
  }
  if (!$flowsOn(above, first)) return { section, before: null };
  const landmark = $landmarkAbove(first, above);
  const target = $sectionOf(landmark);
  return target && { section: target, before: landmark };
}

function $placeBelow(first: BlockNode, last: BlockNode): Place | null {
  const below = $neighbour(last, 'next');
  const section = below && $sectionOf(below);
  if (!below || !section) return null;
  const state = below.getState();
  const $behind = (landmark: BlockNode): Place | null => {
    const target = $sectionOf(landmark);
    return target && { section: target, before: $nextIn(landmark) };
  };
  if (isSectionHeading(state)) return $behind(below);
  if (!$flowsOn(last, below)) return { section, before: below };
  const alone = state.kind === 'heading' && first.getState().kind !== 'heading';
  return $behind(alone ? below : ($nestedUnder(below).at(-1) ?? below));
}

/** The place of a detail among those of its own block; null where there is none in that direction. */
function $placeAmongDetails(detail: BlockNode, direction: 'up' | 'down'): Place | null {
  const section = $sectionOf(detail);
  const sibling = direction === 'up' ? detail.getPreviousSibling() : detail.getNextSibling();
  if (!section || !$isBlock(sibling) || sibling.getState().kind !== 'detail') return null;
  return { section, before: direction === 'up' ? sibling : $nextIn(sibling) };
}

/** Alt+Up and Alt+Down: a block, a run of them, a row, a detail among its fellows, or at its heading a whole section. */
export function $moveBlocks(
  editor: LexicalEditor,
  selection: RangeSelection,
  direction: 'up' | 'down',
): boolean {
  const selected = $selectedBlocks(selection);
  const [chosen] = selected;
  if (!chosen) return false;
  const tell = (refusal: string | null, done: string) => {
    if (refusal === null) announce(editor, done);
    else refuse(editor, refusal);
    return refusal === null;
  };
  const nowhere = direction === 'up' ? 'It is the first already.' : 'It is the last already.';
  if (isSectionHeading(chosen.getState())) {
    const section = $sectionOf(chosen);
    return section !== null && tell($movePart(section, direction), `Section moved ${direction}`);
  }
  const isDetail =
    selected.length === 1 && chosen.getState().kind === 'detail' && $detailsRule(chosen)?.form === 'list';
  if (isDetail) {
    const place = $placeAmongDetails(chosen, direction);
    return tell(place ? $moveTo([chosen], place) : nowhere, `Moved ${direction}`);
  }
  const moving = $movingWith([$ownerOf(chosen), ...selected.slice(1)]);
  const first = moving[0];
  const last = moving.at(-1);
  if (!first || !last) return false;
  const place = direction === 'up' ? $placeAbove(first) : $placeBelow(first, last);
  return tell(place ? $moveTo(moving, place) : nowhere, `Moved ${direction}`);
}
