/** A new section behind the one with the caret, with its heading and an empty first block. */
import { $createTextNode } from 'lexical';
import type { DocumentKind, SectionRole } from '../../../shared/document/schema.ts';
import { mainRole, sectionRules } from '../../../shared/document/structure.ts';
import { $createBlock, type BlockNode } from '../nodes/block-node.ts';
import { $createSection } from '../nodes/section-node.ts';
import { $partOf } from './groups.ts';
import { $newState } from './kind.ts';
import { $placeCaret, $sectionOf, $sections } from './locate.ts';

/** @returns whether the document has sections of this role. */
export function $addSection(kind: DocumentKind, role: SectionRole, after: BlockNode | null): boolean {
  if (!sectionRules[role].documentKinds.includes(kind)) return false;
  const section = $createSection(role);
  const heading = $createBlock($newState('heading', 1, section));
  section.append(heading);
  const isMain = mainRole[kind] === role;
  const first = isMain ? null : $createBlock($newState(sectionRules[role].first, 0, section));
  if (first) {
    heading.append($createTextNode(sectionRules[role].name));
    section.append(first);
  }
  const here = after && $sectionOf(after);
  const anchor = (here && $partOf(here).at(-1)) ?? $sections().at(-1);
  anchor?.insertAfter(section, false);
  $placeCaret(first ?? heading, 0);
  return true;
}
