/** Notices a stroke typed at the start of a block or after a space, and follows what is typed behind it. */
import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  HISTORIC_TAG,
  KEY_DOWN_COMMAND,
  mergeRegister,
  type NodeKey,
} from 'lexical';
import type { EditorContext } from '../feature-context.ts';
import { $isBlock } from '../nodes/block-node.ts';
import { type Slash, type SlashTyped, slashKey } from './slash.ts';

/** Longer than any name; by then somebody writes words. */
const MOST_LETTERS = 30;

/** The stroke's place in the document. */
interface Stroke {
  readonly key: NodeKey;
  readonly offset: number;
}

/** The stroke right before the caret, where it may open the menu; null for one within words, as in "and/or". */
function $strokeAtCaret(): Stroke | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || !$isBlock(node.getParent())) return null;
  const offset = selection.anchor.offset - 1;
  const text = node.getTextContent();
  if (text[offset] !== '/') return null;
  const before = offset > 0 ? text[offset - 1] : (node.getPreviousSibling()?.getTextContent().at(-1) ?? ' ');
  return before !== undefined && /\s/u.test(before) ? { key: node.getKey(), offset } : null;
}

/** What is typed behind the stroke; null where the caret has left it or the stroke is gone. */
function $queryBehind({ key, offset }: Stroke): string | null {
  const selection = $getSelection();
  const node = $getNodeByKey(key);
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || !$isTextNode(node)) return null;
  const { anchor } = selection;
  const text = node.getTextContent();
  if (anchor.key !== key || anchor.offset <= offset || text[offset] !== '/') return null;
  const query = text.slice(offset + 1, anchor.offset);
  return query.length > MOST_LETTERS || query.startsWith(' ') ? null : query;
}

export function registerSlash({ editor, root, say, provide }: EditorContext): () => void {
  let strokePressed = false;
  let stroke: Stroke | null = null;
  let typed: SlashTyped | null = null;
  const listeners = new Set<() => void>();

  function show(next: SlashTyped | null): void {
    if (next === null) stroke = null;
    if (next === typed) return;
    typed = next;
    for (const listener of listeners) listener();
  }
  function placeOf({ key, offset }: Stroke): SlashTyped['place'] | null {
    const drawn = editor.getElementByKey(key)?.firstChild;
    if (!(drawn instanceof Text) || drawn.length <= offset) return null;
    const range = document.createRange();
    range.setStart(drawn, offset);
    range.setEnd(drawn, offset + 1);
    const { left, top, bottom } = range.getBoundingClientRect();
    return { left, top, bottom };
  }

  const slash: Slash = {
    typed: () => typed,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onKey: null,
    take() {
      const taken = stroke;
      show(null);
      if (!taken) return;
      editor.update(
        () => {
          const query = $queryBehind(taken);
          const node = $getNodeByKey(taken.key);
          if (query === null || !$isTextNode(node)) return;
          node.spliceText(taken.offset, query.length + 1, '', true);
          if (node.getTextContent() !== '') return;
          const block = node.getParent();
          node.remove();
          block?.selectEnd();
        },
        { discrete: true },
      );
    },
    dismiss: () => show(null),
    describe(list) {
      for (const [name, value] of [
        ['aria-controls', list?.id],
        ['aria-activedescendant', list?.activeId],
        ['aria-autocomplete', list ? 'list' : null],
      ] as const) {
        if (value) root.setAttribute(name, value);
        else root.removeAttribute(name);
      }
    },
    say,
  };
  provide(slashKey, slash);

  return mergeRegister(
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        strokePressed = event.key === '/' && !event.ctrlKey && !event.altKey && !event.metaKey;
        if (typed === null || event.isComposing || !slash.onKey?.(event)) return false;
        event.preventDefault();
        event.stopPropagation();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerUpdateListener(({ editorState, tags }) => {
      if (!editor.isEditable() || tags.has(HISTORIC_TAG)) return show(null);
      const opened = strokePressed && stroke === null ? editorState.read($strokeAtCaret) : null;
      if (opened) strokePressed = false;
      const at = stroke ?? opened;
      if (at === null) return;
      const query = editorState.read(() => $queryBehind(at));
      const place = query === null ? null : placeOf(at);
      if (query === null || place === null) return show(null);
      stroke = at;
      if (typed?.query !== query) show({ query, place });
    }),
    () => slash.describe(null),
  );
}
