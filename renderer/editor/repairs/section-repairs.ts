/** What one section must be: bounded, not empty, holding blocks only, with a section heading only at its head. */
import { $isElementNode, type LexicalNode } from 'lexical';
import type { DocumentKind, SectionRole } from '../../../shared/document/schema.ts';
import { MAX_BLOCKS_PER_SECTION, sectionRules } from '../../../shared/document/structure.ts';
import { $createBlock, $isBlock, type BlockNode } from '../nodes/block-node.ts';
import { blankState } from '../nodes/block-state.ts';
import { $createSection, $isSection, type SectionNode } from '../nodes/section-node.ts';
import { $isUnknownBlock } from '../nodes/unknown-block-node.ts';
import { mainRole } from '../operations/add-section.ts';
import { isLeaf } from './block-repairs.ts';
import type { IdRegister } from './ids.ts';

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

/** Moves `from` and all behind it into a new section of the same role, directly after. */
function $continueFrom(section: SectionNode, from: LexicalNode): void {
  const continued = $createSection(section.getState().role);
  section.insertAfter(continued, false);
  continued.append(from, ...from.getNextSiblings());
}

function startsSections(role: SectionRole): boolean {
  return Object.values(mainRole).includes(role);
}

/** The first heading of a section of its own that does not stand at the head of this one. */
function $strayHeading(section: SectionNode): BlockNode | undefined {
  return section
    .getChildren()
    .slice(1)
    .filter($isBlock)
    .find((block) => block.getState().kind === 'heading' && block.getState().level === 1);
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
  for (let stray = $strayHeading(section); stray; stray = $strayHeading(section)) {
    if (startsSections(role)) $continueFrom(section, stray);
    else stray.setState({ level: 2 });
  }
  const overflow = section.getChildAtIndex(MAX_BLOCKS_PER_SECTION);
  if (overflow) $continueFrom(section, overflow);
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
