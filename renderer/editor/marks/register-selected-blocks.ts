/** Shows and says which whole blocks are selected; the browser knows a selection of words only. */
import type { LexicalEditor } from 'lexical';
import { $blockSelection, forgetBlockSelection } from '../block-selection.ts';
import { $rangeSelection } from '../operations/locate.ts';
import { announce } from '../voice.ts';
import { describeBlock } from './words.ts';

interface Shown {
  readonly keys: readonly string[];
  /** The end that Shift+arrows move. */
  readonly head: string | null;
  /** What it is called where it is but one. */
  readonly name: string;
}

const nothing: Shown = { keys: [], head: null, name: '' };

function $selected(): Shown {
  const blocks = $blockSelection() ?? [];
  const [first] = blocks;
  if (!first) return nothing;
  const { kind, level } = first.getState();
  const head = $rangeSelection()?.isBackward() ? first : blocks.at(-1);
  const keys = blocks.map((block) => block.getKey());
  return { keys, head: head?.getKey() ?? null, name: describeBlock(kind, level) };
}

export function registerSelectedBlocks(editor: LexicalEditor, root: HTMLElement): () => void {
  let shown = nothing;
  let elements: HTMLElement[] = [];
  // A click means the place that was clicked, also where that makes the very same selection of words.
  const forget = () => forgetBlockSelection(editor);
  root.addEventListener('pointerdown', forget);
  const unregister = editor.registerUpdateListener(({ editorState }) => {
    const next = editorState.read($selected, { editor });
    if (next.keys.length === 0 && shown.keys.length === 0) return;
    for (const element of elements) delete element.dataset['selected'];
    elements = next.keys.flatMap((key) => editor.getElementByKey(key) ?? []);
    for (const element of elements) element.dataset['selected'] = 'true';
    if (next.keys.length > 0) root.dataset['selecting'] = 'blocks';
    else delete root.dataset['selecting'];
    if (next.keys.join() !== shown.keys.join() && next.head !== null) {
      // The browser scrolls to carets, not to ends of selections.
      editor.getElementByKey(next.head)?.scrollIntoView({ block: 'nearest' });
      announce(
        editor,
        next.keys.length === 1 ? `${next.name} selected` : `${next.keys.length} blocks selected`,
      );
    }
    shown = next;
  });
  return () => {
    root.removeEventListener('pointerdown', forget);
    unregister();
  };
}
