/** A new section of the document's main kind, with an empty heading, behind the one with the caret. */
import type { DocumentKind, SectionRole } from '../../../shared/document/schema.ts';
import { $createBlock, type BlockNode } from '../nodes/block-node.ts';
import { $createSection } from '../nodes/section-node.ts';
import { $newState } from './kind.ts';
import { $placeCaret, $sectionOf, $sections } from './locate.ts';

/** The sections a document of each kind is mostly made of. */
export const mainRole: Readonly<Record<DocumentKind, SectionRole>> = { briefing: 'topic', report: 'body' };

export function $addSection(kind: DocumentKind, after: BlockNode | null): void {
  const section = $createSection(mainRole[kind]);
  const heading = $createBlock($newState('heading', 1, section));
  section.append(heading);
  const anchor = (after && $sectionOf(after)) ?? $sections().at(-1);
  anchor?.insertAfter(section, false);
  $placeCaret(heading, 0);
}
