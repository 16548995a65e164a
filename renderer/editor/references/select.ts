/**
 * Selecting a reference: by a click, or by an arrow key that reaches it. It is a selection of words that holds this one
 * place, so that deleting, copying, cutting and writing over it need no code of their own.
 */

import {
  $getNearestNodeFromDOMNode,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_ENTER_COMMAND,
  mergeRegister,
  type RangeSelection,
} from 'lexical';
import { $charactersBefore } from '../clipboard/characters.ts';
import type { EditorContext } from '../feature-context.ts';
import { $blockWithId } from '../inline/find-block.ts';
import { $passageAround, $selectPlaces } from '../inline/passages.ts';
import { $isReference, type ReferenceNode } from '../inline/reference-node.ts';
import { $rangeSelection } from '../operations/locate.ts';
import { reveal } from '../reveal.ts';

/** The reference at a place of the passage: the leaf that begins there. */
function $referenceAt(selection: RangeSelection, place: number): ReferenceNode | null {
  const passage = $passageAround(selection.anchor.getNode());
  let at = 0;
  for (const leaf of passage?.getChildren() ?? []) {
    if (at === place && $isReference(leaf)) return leaf;
    at += leaf.getTextContentSize();
  }
  return null;
}

/** Where a selection begins and ends in its passage; null where it reaches over more than one. */
function $placesOf(selection: RangeSelection): { start: number; end: number } | null {
  const passage = $passageAround(selection.anchor.getNode());
  if (!passage || !$passageAround(selection.focus.getNode())?.is(passage)) return null;
  const anchor = $charactersBefore(passage, selection.anchor);
  const focus = $charactersBefore(passage, selection.focus);
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
}

export function $selectedReference(): ReferenceNode | null {
  const selection = $rangeSelection();
  const places = selection && $placesOf(selection);
  return selection && places && places.end - places.start === 1
    ? $referenceAt(selection, places.start)
    : null;
}

function $select(reference: ReferenceNode): void {
  const passage = $passageAround(reference);
  if (!passage) return;
  const at = $charactersBefore(passage, { key: passage.getKey(), offset: reference.getIndexWithinParent() });
  $selectPlaces(passage, at, at + 1);
}

export function registerReferenceSelection({ editor, ids, say }: EditorContext): () => void {
  let marked: HTMLElement | null = null;

  function $go({ target }: { readonly target: string }): void {
    if ($blockWithId(ids, target)) {
      // The caret must not move within the update that the key or the click belongs to.
      queueMicrotask(() => reveal(editor, ids, target));
    } else {
      say('What this cross-reference pointed at is no longer there');
    }
  }
  /** @returns whether the key selected the reference beside the caret, rather than leaping over it. */
  function $arrow(event: KeyboardEvent, step: -1 | 0): boolean {
    if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return false;
    const selection = $rangeSelection();
    const places = selection?.isCollapsed() ? $placesOf(selection) : null;
    const reference = selection && places && $referenceAt(selection, places.start + step);
    if (!reference) return false;
    event.preventDefault();
    $select(reference);
    return true;
  }

  return mergeRegister(
    editor.registerCommand(
      CLICK_COMMAND,
      (event) => {
        const element = event.target instanceof Element ? event.target.closest('.sheet-reference') : null;
        const node = element && $getNearestNodeFromDOMNode(element);
        if (!$isReference(node)) return false;
        if (event.ctrlKey || event.metaKey) $go(node.getReference());
        else $select(node);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(KEY_ARROW_LEFT_COMMAND, (event) => $arrow(event, -1), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_ARROW_RIGHT_COMMAND, (event) => $arrow(event, 0), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        const reference = $selectedReference();
        if (!reference) return false;
        event?.preventDefault();
        $go(reference.getReference());
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerUpdateListener(({ editorState }) => {
      const node = editorState.read(() => $selectedReference(), { editor });
      const element = node ? editor.getElementByKey(node.getKey()) : null;
      if (element === marked) return;
      delete marked?.dataset['selected'];
      if (element) {
        element.dataset['selected'] = 'true';
        say(`Cross-reference: ${element.textContent}`);
      }
      marked = element;
    }),
  );
}
