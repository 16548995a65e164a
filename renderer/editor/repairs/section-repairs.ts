/** What one section must be: bounded, not empty, holding blocks only, with a section heading only at its head. */
import { $isElementNode, type LexicalNode } from 'lexical';
import type { DocumentKind, SectionRole } from '../../../shared/document/schema.ts';
import { MAX_BLOCKS_PER_SECTION, mainRole, sectionRules } from '../../../shared/document/structure.ts';
import { $createBlock, $isBlock, type BlockNode } from '../nodes/block-node.ts';
import { blankState } from '../nodes/block-state.ts';
import { $createSection, $isSection, type SectionNode } from '../nodes/section-node.ts';
import { $isUnknownBlock } from '../nodes/unknown-block-node.ts';
import { isSectionHeading } from '../operations/groups.ts';
import { isLeaf } from './block-repairs.ts';
import { $repairDetails } from './detail-repairs.ts';
import type { IdRegister } from './ids.ts';
import { $keepLockedBlocks } from './lock-repairs.ts';

/** Gathers loose words into blocks and turns foreign elements into blocks of the section's fallback kind. */
function $wrapLoose(section: SectionNode, role: SectionRole): void {
  let open: BlockNode | null = null;
  for (const child of section.getChildren()) {
    if ($isBlock(child) || $isUnknownBlock(child)) {
      open = null;
    } else if ($isSection(child)) {
      open = null;
      for (const inner of child.getChildren()) child.insertBefore(inner, false);
      child.remove();
    } else if (isLeaf(child)) {
      if (!open) {
        open = $createBlock(blankState(sectionRules[role].fallback));
        child.insertBefore(open, false);
      }
      open.append(child);
    } else {
      open = null;
      $asBlock(child, role);
    }
  }
}

function $asBlock(foreign: LexicalNode, role: SectionRole): void {
  const block = $createBlock(blankState(sectionRules[role].fallback));
  if ($isElementNode(foreign)) block.append(...foreign.getChildren());
  foreign.replace(block);
}

/** Halves rather than full sections, so that the next block typed does not overflow again. */
const PIECE = MAX_BLOCKS_PER_SECTION / 2;

/** A block and its details, which stay in one section. */
function groupsOf(run: readonly LexicalNode[]): LexicalNode[][] {
  const groups: LexicalNode[][] = [];
  for (const child of run) {
    const open = groups.at(-1);
    if (open && $isBlock(child) && child.getState().kind === 'detail') open.push(child);
    else groups.push([child]);
  }
  return groups;
}

function piecesOf(run: readonly LexicalNode[]): LexicalNode[][] {
  const pieces: LexicalNode[][] = [];
  let left = run.length;
  for (const group of groupsOf(run)) {
    const open = pieces.at(-1);
    const full =
      open && open.length >= PIECE && (left >= PIECE || open.length + left > MAX_BLOCKS_PER_SECTION);
    if (open && !full) open.push(...group);
    else pieces.push([...group]);
    left -= group.length;
  }
  return pieces;
}

/** The runs of blocks that each belong in a section of their own: cut before section headings and by length. */
function runsOf(children: readonly LexicalNode[]): LexicalNode[][] {
  const runs: LexicalNode[][] = [];
  for (const child of children) {
    const open = runs.at(-1);
    if (!open || ($isBlock(child) && isSectionHeading(child.getState()))) runs.push([child]);
    else open.push(child);
  }
  return runs.flatMap((run) => (run.length <= MAX_BLOCKS_PER_SECTION ? [run] : piecesOf(run)));
}

/** Continues a section in new ones of its role where it holds more than one run. */
function $cutIntoRuns(section: SectionNode, role: SectionRole): void {
  if (!Object.values(mainRole).includes(role)) {
    for (const child of section.getChildren().slice(1)) {
      if ($isBlock(child) && isSectionHeading(child.getState())) child.setState({ level: 2 });
    }
  }
  let last = section;
  for (const run of runsOf(section.getChildren()).slice(1)) {
    const continued = $createSection(role);
    last.insertAfter(continued, false);
    continued.append(...run);
    last = continued;
  }
}

export function $repairSection(section: SectionNode, ids: IdRegister, kind: DocumentKind): void {
  const state = section.getState();
  const id = ids.$claim(section);
  if (id !== state.id) section.setState({ id });
  if (state.role === 'unknown') return;
  let { role } = state;
  if (!sectionRules[role].documentKinds.includes(kind)) {
    role = mainRole[kind];
    section.setState({ role });
    // The blocks are judged by the role, so they must be looked at again.
    for (const child of section.getChildren()) child.markDirty();
  }
  $wrapLoose(section, role);
  $keepLockedBlocks(section, ids);
  $repairDetails(section);
  $cutIntoRuns(section, role);
  if (section.isEmpty()) section.remove();
}

/** Words that stand outside every section belong to the one before them, or else to the one behind. */
export function $adoptStrays(root: { getChildren(): LexicalNode[] }, kind: DocumentKind): void {
  for (const child of root.getChildren()) {
    if ($isSection(child)) continue;
    const before = child.getPreviousSibling();
    const behind = child.getNextSibling();
    if ($isSection(before)) before.append(child);
    else if ($isSection(behind)) behind.getFirstChild()?.insertBefore(child, false) ?? behind.append(child);
    else {
      const section = $createSection(mainRole[kind]);
      child.insertBefore(section, false);
      section.append(child);
    }
  }
}
