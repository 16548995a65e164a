/**
 * What is withheld because of the block it is part of must not become public because that block goes, is moved or is
 * turned into another: it then bears the reason itself, in the very update, so that undo takes both back together.
 * Only whoever publishes something again makes it public.
 */
import { $getEditor, $hasUpdateTag, type LexicalEditor, mergeRegister, RootNode } from 'lexical';
import { canBeExempt } from '../../../shared/document/exempt.ts';
import { BlockNode } from '../nodes/block-node.ts';
import { SectionNode } from '../nodes/section-node.ts';
import { $blocksOf, $sections } from '../operations/locate.ts';
import { APPLY_TAG } from '../repairs/lock-repairs.ts';
import { $isWordless, $withheld, marksAny } from './withheld.ts';

/** Of an update that publishes what was withheld. */
export const PUBLISH_TAG = 'despatch-publish';

function $keepWithheld(): void {
  const before = $getEditor().getEditorState();
  if (!marksAny(before)) return;
  const was = before.read(() => $withheld());
  const is = $withheld();
  for (const block of $sections().flatMap($blocksOf)) {
    const { id, kind, exempt } = block.getState();
    const why = was.get(id);
    if (!why || exempt || is.has(id) || !canBeExempt(kind) || $isWordless(block)) continue;
    block.setState({ exempt: why });
  }
}

export function registerKeepWithheld(editor: LexicalEditor): () => void {
  let inDoubt = false;
  const doubt = () => {
    inDoubt = true;
  };
  return mergeRegister(
    // Typing touches neither: a block is another when it is changed, filled or emptied, a section when blocks come or go.
    editor.registerNodeTransform(BlockNode, doubt),
    editor.registerNodeTransform(SectionNode, doubt),
    editor.registerNodeTransform(RootNode, () => {
      if (!inDoubt) return;
      inDoubt = false;
      if (!$hasUpdateTag(APPLY_TAG) && !$hasUpdateTag(PUBLISH_TAG)) $keepWithheld();
    }),
  );
}
