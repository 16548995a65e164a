/** Going to a block: it comes into view, takes the caret and is framed for a moment. */
import { type LexicalEditor, SKIP_SCROLL_INTO_VIEW_TAG } from 'lexical';
import { $isBlock } from './nodes/block-node.ts';
import { $placeCaret } from './operations/locate.ts';
import type { IdRegister } from './repairs/ids.ts';

/** Milliseconds the frame stays; without motion too, because it is what shows the place. */
const FRAMED = 1600;

export function reveal(editor: LexicalEditor, ids: IdRegister, blockId: string): void {
  const key = ids.keyOf(blockId);
  const element = key === undefined ? null : editor.getElementByKey(key);
  if (key === undefined || !element) return;
  editor.update(
    () => {
      const node = editor.getEditorState()._nodeMap.get(key);
      if ($isBlock(node)) $placeCaret(node, 0);
    },
    { discrete: true, tag: SKIP_SCROLL_INTO_VIEW_TAG },
  );
  editor.getRootElement()?.focus({ preventScroll: true });
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
  element.dataset['found'] = 'true';
  setTimeout(() => delete element.dataset['found'], FRAMED);
}
