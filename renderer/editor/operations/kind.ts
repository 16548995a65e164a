/** Turning blocks into other kinds, within what the table of structure allows. */
import type { LexicalNode } from 'lexical';
import type { AttendeeSide, BlockKind, SectionRole } from '../../../shared/document/schema.ts';
import { blockRules, MAX_BLOCKS_PER_SECTION, sectionRules } from '../../../shared/document/structure.ts';
import { listLabel } from '../../../shared/import/vocabulary.ts';
import { $isBlock, type BlockNode } from '../nodes/block-node.ts';
import { type BlockState, blankState, isHeld } from '../nodes/block-state.ts';
import { $isSection, type SectionNode } from '../nodes/section-node.ts';
import { $detailsOf, $ownerOf, $rowOf } from './groups.ts';
import { $blocksOf, $sectionOf } from './locate.ts';

export function clampLevel(kind: BlockKind, level: number): number {
  const { minLevel, maxLevel } = blockRules[kind];
  return Math.min(maxLevel, Math.max(minLevel, level));
}

/** Kinds that a section of this role takes; for one that a newer version wrote, none. */
export function allowedKinds(role: SectionRole | 'unknown'): readonly BlockKind[] {
  return role === 'unknown' ? [] : sectionRules[role].blocks;
}

/** Whether a block may be turned into this kind by asking for it; the rest is there already or made with its body. */
export function canBecome(kind: BlockKind): boolean {
  return kind === 'text' || (kind !== 'detail' && blockRules[kind].falls !== kind);
}

export function $roleOf(block: BlockNode): SectionRole | 'unknown' {
  return $sectionOf(block)?.getState().role ?? 'unknown';
}

/** "1" → "2", "A" → "B", "2b" → "2c"; what cannot be counted on gets a number. */
function following(designation: string): string {
  const counted = /^(.*?)(\d+|[a-yA-Y])$/.exec(designation);
  if (!counted) return '1';
  const [, stem = '', last = ''] = counted;
  const next = /\d/.test(last) ? String(Number(last) + 1) : String.fromCharCode(last.charCodeAt(0) + 1);
  return stem + next;
}

/** The designation of a new appendix: the next one after those its section has. */
export function $newDesignation(section: SectionNode | null): string {
  const taken = section ? $blocksOf(section).map((block) => block.getState().designation) : [];
  const last = taken.findLast((designation) => designation !== null);
  if (!last) return '1';
  let designation = following(last);
  while (taken.includes(designation)) designation = following(designation);
  return designation;
}

/** Whether the label over this place already says that questions follow, so that none of them repeats it. */
export function $questionsAreLabelled(block: BlockNode): boolean {
  for (let at: LexicalNode | null = block; at !== null; at = at.getPreviousSibling()) {
    if (!$isBlock(at)) return false;
    const { kind, label } = at.getState();
    if (kind === 'question') return label === '';
    if (kind === 'label') return listLabel(at.getTextContent()) === 'questions';
    if (kind === 'heading') return false;
  }
  return false;
}

/** The side of a new attendee here: that of the nearest one above. */
export function $sideAt(block: BlockNode): AttendeeSide {
  for (let at: LexicalNode | null = block; at !== null; at = at.getPreviousSibling()) {
    const side = $isBlock(at) ? at.getState().side : null;
    if (side !== null) return side;
  }
  return 'theirs';
}

/** A blank state of a kind with what that kind cannot be without. */
export function $newState(kind: BlockKind, level: number, section: SectionNode | null): BlockState {
  const designation = kind === 'appendix' ? $newDesignation(section) : null;
  const side = kind === 'attendee' ? 'theirs' : null;
  return { ...blankState(kind), level: clampLevel(kind, level), designation, side };
}

/**
 * Turns a block into another kind. Its id and citations stay; a label or designation that the new kind has no
 * place for goes with the old kind.
 * @returns whether the structure allowed it.
 */
export function $setKind(block: BlockNode, kind: BlockKind, level?: number): boolean {
  const state = block.getState();
  const isCell = state.kind === 'detail' && $rowOf(block) !== null;
  if (isHeld(state) || isCell || !canBecome(kind) || !allowedKinds($roleOf(block)).includes(kind))
    return false;
  const wanted = level ?? (kind === 'heading' ? defaultHeadingLevel(block) : state.level);
  if (state.kind === kind) {
    $setLevel(block, wanted);
    return true;
  }
  const { id, citations, line, exempt } = state;
  const label = kind === 'question' && $questionsAreLabelled(block) ? '' : null;
  const side = kind === 'attendee' ? $sideAt(block) : null;
  if (state.kind === 'detail') $leaveGroup(block);
  block.setState({ ...$newState(kind, wanted, $sectionOf(block)), id, citations, line, exempt, label, side });
  $joinIfHeadless($sectionOf(block));
  return true;
}

/** What is no detail any more would part the details behind it from their block. */
function $leaveGroup(detail: BlockNode): void {
  const last = $detailsOf($ownerOf(detail)).at(-1);
  if (last && !last.is(detail)) last.insertAfter(detail, false);
}

/** In the middle of a section a heading is first of all a sub-heading; a new section is asked for by name. */
function defaultHeadingLevel(block: BlockNode): number {
  return block.getPreviousSibling() === null ? 1 : 2;
}

export function $setLevel(block: BlockNode, level: number): boolean {
  const state = block.getState();
  const next = clampLevel(state.kind, level);
  if (next === state.level || state.locked) return false;
  block.setState({ level: next });
  $joinIfHeadless($sectionOf(block));
  return true;
}

/**
 * A section that has lost its heading continues the one before it, where both are of one role and fit together.
 * Only the commands that take a heading away ask for this: a document may well arrive with such sections.
 */
export function $joinIfHeadless(section: SectionNode | null): void {
  if (!section?.isAttached()) return;
  const first = $blocksOf(section)[0]?.getState();
  if (first?.kind === 'heading' && first.level === 1) return;
  const previous = section.getPreviousSibling();
  if (!$isSection(previous) || previous.getState().role !== section.getState().role) return;
  if (previous.getChildrenSize() + section.getChildrenSize() > MAX_BLOCKS_PER_SECTION) return;
  previous.append(...section.getChildren());
  section.remove();
}
