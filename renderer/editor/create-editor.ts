/** An editor that can hold a Despatch document and nothing else. */
import { type CreateEditorArgs, createEditor, type LexicalEditor } from 'lexical';
import { $getDOMSlot } from './drawing/gatherings.ts';
import { $decorateDOM } from './inline/decorate.ts';
import { ReferenceNode } from './inline/reference-node.ts';
import { BlockNode } from './nodes/block-node.ts';
import { SectionNode } from './nodes/section-node.ts';
import { UnknownBlockNode } from './nodes/unknown-block-node.ts';
import { tableNodes } from './tables/nodes.ts';
import { $getSlotTargetElement } from './tables/place.ts';

export const editorConfig: CreateEditorArgs = {
  namespace: 'despatch',
  nodes: [SectionNode, BlockNode, UnknownBlockNode, ReferenceNode, ...tableNodes],
  dom: { $decorateDOM, $getDOMSlot, $getSlotTargetElement },
  theme: { text: { bold: 'sheet-bold', italic: 'sheet-italic' } },
  // Swallowing an error would leave half a document in the window, and the next save would make that the whole.
  onError: (error) => {
    throw error;
  },
};

export function createDespatchEditor(): LexicalEditor {
  return createEditor(editorConfig);
}
