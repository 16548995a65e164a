/** Which blocks of the sheet are withheld from the public: those that are marked, and what is part of them. */
import { $getEditor, type EditorState } from 'lexical';
import { type ReachedBlock, type ReachedSection, withheldIn } from '../../../shared/document/exempt.ts';
import type { Exemption } from '../../../shared/pack/exemption.ts';
import { ReferenceNode } from '../inline/reference-node.ts';
import { $isBlock, type BlockNode } from '../nodes/block-node.ts';
import { bodyKindOf } from '../nodes/block-state.ts';
import { $blocksOf, $sections } from '../operations/locate.ts';

/** Without words, as in `shared/document/walk.ts`. */
export function $isWordless(block: BlockNode): boolean {
  if (bodyKindOf(block.getState()) !== null) return false;
  return (
    block.getTextContent().trim() === '' &&
    !block.getChildren().some((child) => child instanceof ReferenceNode)
  );
}

type Marked = (id: string, own: Exemption | undefined) => Exemption | undefined;

function $reached(block: BlockNode, marked: Marked): ReachedBlock {
  const { id, kind, level, exempt } = block.getState();
  return { id, kind, level, exempt: marked(id, exempt ?? undefined), empty: $isWordless(block) };
}

/** Whether any block is marked at all: most documents have none, and need not be looked through. */
export function marksAny(state: EditorState): boolean {
  for (const node of state._nodeMap.values()) if ($isBlock(node) && node.__block.exempt !== null) return true;
  return false;
}

/**
 * By block id, within an update or a reading of the editor.
 * @param marked why a block itself is marked, where that is not as it stands.
 */
export function $withheld(marked: Marked = (_, own) => own): ReadonlyMap<string, Exemption> {
  const sections: ReachedSection[] = $sections().map((section) => ({
    role: section.getState().role,
    blocks: $blocksOf(section).map((block) => $reached(block, marked)),
  }));
  return withheldIn(sections);
}

/** Its own reason, or that of what it is part of. */
export function $whyWithheld(block: BlockNode): Exemption | null {
  const { id, exempt } = block.getState();
  if (exempt || !marksAny($getEditor().getEditorState())) return exempt;
  return $withheld().get(id) ?? null;
}
