/**
 * The structure rules as node transforms, so that a repair is part of the very update that needs it and undo takes
 * both back together. Typing touches one text node, so only changes of structure cost more than that.
 */
import {
  $getEditor,
  $getRoot,
  type LexicalEditor,
  mergeRegister,
  RootNode,
  TabNode,
  TextNode,
} from 'lexical';
import type { DocumentKind } from '../../../shared/document/schema.ts';
import { ReferenceNode } from '../inline/reference-node.ts';
import { BlockNode } from '../nodes/block-node.ts';
import { SectionNode } from '../nodes/section-node.ts';
import { $repairBlock, $repairTab, $repairText } from './block-repairs.ts';
import { $dropStrays } from './citation-repairs.ts';
import { $repairDocument } from './document-repairs.ts';
import type { IdRegister } from './ids.ts';
import { $keepLockedSections } from './lock-repairs.ts';
import { $repairSection } from './section-repairs.ts';

export function registerRepairs(editor: LexicalEditor, kind: DocumentKind, ids: IdRegister): () => void {
  let titleInDoubt = false;
  return mergeRegister(
    editor.registerNodeTransform(TextNode, $repairText),
    editor.registerNodeTransform(TabNode, $repairTab),
    editor.registerNodeTransform(ReferenceNode, $dropStrays),
    editor.registerNodeTransform(BlockNode, (block) => {
      if (block.getState().kind === 'title') titleInDoubt = true;
      $repairBlock(block, ids);
    }),
    editor.registerNodeTransform(SectionNode, (section) => {
      if (section.getState().role === 'front') titleInDoubt = true;
      $repairSection(section, ids, kind);
    }),
    editor.registerNodeTransform(RootNode, () => {
      // Lexical calls this on every update, last; the root itself is another only when sections came or went.
      const before = $getEditor().getEditorState()._nodeMap.get('root');
      if (!titleInDoubt && before === $getRoot().getLatest()) return;
      titleInDoubt = false;
      $keepLockedSections(ids);
      $repairDocument(kind);
    }),
  );
}
