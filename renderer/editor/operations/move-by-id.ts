/** Moves asked for by ids, as dragging in the sheet or the outline does. */
import type { NodeKey } from 'lexical';
import { $getNodeByKey } from 'lexical';
import type { BlockPlace, MoveOutcome } from '../api.ts';
import { $isBlock, type BlockNode } from '../nodes/block-node.ts';
import { $isSection, type SectionNode } from '../nodes/section-node.ts';
import { $partOf } from './groups.ts';
import { $sectionOf } from './locate.ts';
import { $moveTo, $movingWith } from './move.ts';
import { $movePartBefore } from './move-section.ts';

type KeyOf = (id: string) => NodeKey | undefined;

function $block(keyOf: KeyOf, id: string): BlockNode | null {
  const key = keyOf(id);
  const node = key === undefined ? null : $getNodeByKey(key);
  return $isBlock(node) && node.isAttached() ? node : null;
}

function $section(keyOf: KeyOf, id: string): SectionNode | null {
  const key = keyOf(id);
  const node = key === undefined ? null : $getNodeByKey(key);
  return $isSection(node) && node.isAttached() ? node : null;
}

const gone: MoveOutcome = { moved: [], refusal: 'It is no longer in the document.' };

export function $moveBlocksById(keyOf: KeyOf, ids: readonly string[], to: BlockPlace): MoveOutcome {
  const blocks = ids.map((id) => $block(keyOf, id));
  const section = $section(keyOf, to.sectionId);
  const before = to.beforeId === null ? null : $block(keyOf, to.beforeId);
  const found = blocks.filter((block) => block !== null);
  if (found.length === 0 || found.length < blocks.length || !section) return gone;
  if (to.beforeId !== null && !(before && $sectionOf(before)?.is(section))) return gone;
  const refusal = $moveTo(found, { section, before });
  if (refusal !== null) return { moved: [], refusal };
  return { moved: $movingWith(found).map((block) => block.getState().id), refusal: null };
}

export function $moveSectionById(keyOf: KeyOf, id: string, beforeId: string | null): MoveOutcome {
  const section = $section(keyOf, id);
  const before = beforeId === null ? null : $section(keyOf, beforeId);
  if (!section || (beforeId !== null && !before)) return gone;
  const part = $partOf(section).map((each) => each.getState().id);
  const refusal = $movePartBefore(section, before);
  return refusal === null ? { moved: part, refusal: null } : { moved: [], refusal };
}
