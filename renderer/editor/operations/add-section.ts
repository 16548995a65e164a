/** A new section of the document's main kind, with an empty heading, behind the one with the caret. */
import type { DocumentKind } from '../../../shared/document/schema.ts';
import { mainRole } from '../../../shared/document/structure.ts';
import { $createBlock, type BlockNode } from '../nodes/block-node.ts';
import { $createSection } from '../nodes/section-node.ts';
import { $newState } from './kind.ts';
import { $placeCaret, $sectionOf, $sections } from './locate.ts';

export function $addSection(kind: DocumentKind, after: BlockNode | null): void {
  const section = $createSection(mainRole[kind]);
  const heading = $createBlock($newState('heading', 1, section));
  section.append(heading);
  const anchor = (after && $sectionOf(after)) ?? $sections().at(-1);
  anchor?.insertAfter(section, false);
  $placeCaret(heading, 0);
}
