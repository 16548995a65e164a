/** Where something that is dragged would come to stand: the table of structure decides, not the pointer. */
import { $getNodeByKey, type NodeKey } from 'lexical';
import { $isBlock, type BlockNode } from '../nodes/block-node.ts';
import { $isSection } from '../nodes/section-node.ts';
import { $partOf, isSectionHeading } from '../operations/groups.ts';
import { $rangeSelection, $sectionOf, $selectedBlocks } from '../operations/locate.ts';
import { $landing, $moveTo, $movingWith } from '../operations/move.ts';
import { $movePartBefore, $whyNotBefore } from '../operations/move-section.ts';

/** The block under the pointer, and whether the pointer is in its lower half. */
export interface Pointed {
  readonly key: NodeKey;
  readonly below: boolean;
}

export interface Drop {
  /** Why it may not stand there, as a sentence; null where it may. */
  readonly refusal: string | null;
  /** The node right above which it would stand, and the one right below which. */
  readonly above: NodeKey | null;
  readonly below: NodeKey | null;
}

function $blockOf(key: NodeKey): BlockNode | null {
  const node = $getNodeByKey(key);
  return $isBlock(node) && node.isAttached() ? node : null;
}

const GONE = 'It is no longer in the document.';

/** What moves when this block is dragged: the selection it stands in, or else itself. */
export function $dragged(key: NodeKey): NodeKey[] {
  const block = $blockOf(key);
  if (!block) return [];
  const selection = $rangeSelection();
  const selected = selection && !selection.isCollapsed() ? $selectedBlocks(selection) : [];
  const together = selected.length > 1 && selected.some((each) => each.is(block)) ? selected : [block];
  return together.map((each) => each.getKey());
}

/** Everything that goes with it, to be shown as taken up. */
export function $takenUp(keys: readonly NodeKey[]): NodeKey[] {
  const [only, ...others] = keys.flatMap((key) => $blockOf(key) ?? []);
  if (!only) return [];
  const section = $sectionOf(only);
  if (others.length === 0 && section && isSectionHeading(only.getState())) {
    return $partOf(section).map((each) => each.getKey());
  }
  return $movingWith([only, ...others]).map((block) => block.getKey());
}

function $asSection(keys: readonly NodeKey[]) {
  const block = keys.length === 1 && keys[0] !== undefined ? $blockOf(keys[0]) : null;
  return block && isSectionHeading(block.getState()) ? $sectionOf(block) : null;
}

/** The section before which a dragged one would stand; null: at the end. */
function $sectionAt({ key, below }: Pointed) {
  const pointed = $blockOf(key);
  const own = pointed && $sectionOf(pointed);
  const part = own ? $partOf(own) : [];
  const [first] = part;
  if (!pointed || !first) return null;
  // The half of a section is told by its blocks: most of it may be out of sight.
  const at = part.flatMap((section) => section.getChildren()).findIndex((block) => block.is(pointed));
  const count = part.reduce((sum, section) => sum + section.getChildrenSize(), 0);
  if (at + (below ? 1 : 0) <= count / 2) return first;
  const next = part.at(-1)?.getNextSibling();
  return $isSection(next) ? next : null;
}

function $placeAt({ key, below }: Pointed) {
  const pointed = $blockOf(key);
  const section = pointed && $sectionOf(pointed);
  if (!pointed || !section) return null;
  const next = pointed.getNextSibling();
  return { section, before: below ? ($isBlock(next) ? next : null) : pointed };
}

/** What would come of dropping the blocks there; null where nothing would change. */
export function $dropAt(keys: readonly NodeKey[], pointed: Pointed): Drop | null {
  const section = $asSection(keys);
  if (section) {
    const target = $sectionAt(pointed);
    const last = $partOf(section).at(-1);
    if (target && ($partOf(section).some((each) => each.is(target)) || last?.getNextSibling()?.is(target))) {
      return null;
    }
    const above = target ? target.getKey() : null;
    return {
      refusal: $whyNotBefore(section, target),
      above,
      below: target ? null : (last?.getParent()?.getLastChild()?.getKey() ?? null),
    };
  }
  const blocks = keys.flatMap((key) => $blockOf(key) ?? []);
  const place = $placeAt(pointed);
  if (!place) return null;
  const landing = $landing(blocks, place);
  if (typeof landing === 'string') {
    return { refusal: landing, above: place.before?.getKey() ?? null, below: pointed.key };
  }
  const last = landing.moving.at(-1);
  const stays =
    last?.getNextSibling()?.getKey() === landing.before?.getKey() &&
    $sectionOf(last as BlockNode)?.is(landing.section);
  if (stays && landing.moving.length > 0) return null;
  const before = landing.before?.getKey() ?? null;
  return {
    refusal: null,
    above: before,
    below: before === null ? (landing.section.getLastChild()?.getKey() ?? null) : null,
  };
}

/** Call in an update. @returns why nothing was moved; null where it was. */
export function $drop(keys: readonly NodeKey[], pointed: Pointed): string | null {
  const section = $asSection(keys);
  if (section) return $movePartBefore(section, $sectionAt(pointed));
  const place = $placeAt(pointed);
  return place
    ? $moveTo(
        keys.flatMap((key) => $blockOf(key) ?? []),
        place,
      )
    : null;
}

/** @returns why the blocks may not stand there, as a sentence; null where they may. */
export function $whyNotTo(
  keys: readonly NodeKey[],
  sectionKey: NodeKey | null,
  beforeKey: NodeKey | null,
): string | null {
  const section = sectionKey === null ? null : $getNodeByKey(sectionKey);
  const before = beforeKey === null ? null : $blockOf(beforeKey);
  if (!$isSection(section) || (beforeKey !== null && !before)) return GONE;
  const landing = $landing(
    keys.flatMap((key) => $blockOf(key) ?? []),
    { section, before },
  );
  return typeof landing === 'string' ? landing : null;
}

/** @returns why a section may not stand before another, or at the end; null where it may. */
export function $whyNotSectionTo(key: NodeKey | null, beforeKey: NodeKey | null): string | null {
  const section = key === null ? null : $getNodeByKey(key);
  const before = beforeKey === null ? null : $getNodeByKey(beforeKey);
  if (!$isSection(section) || (before !== null && !$isSection(before))) return GONE;
  return $whyNotBefore(section, before);
}
