/**
 * The first sections are drawn at once and whole, and the browser lays out a section whole as well: what of it stands
 * below the window is hidden until the first of it is seen.
 */
import { $getRoot, $isElementNode, type LexicalEditor } from 'lexical';
import { $heightOf, $roomOf } from './room.ts';

/** Windows full of text that are laid out at once. */
const WINDOWS = 1.5;
/** Blocks shown in one step: as many as are laid out within a few milliseconds. */
const STEP = 6;
/** Blocks so marked are hidden (editor.css). */
const WAITING = 'data-waiting';

/** Call within a read, once the first sections are drawn. */
export function $hideBelow(editor: LexicalEditor): void {
  const seen = innerHeight * WINDOWS;
  let height = 0;
  for (const section of $getRoot().getChildren()) {
    const element = editor.getElementByKey(section.getKey());
    if (!element?.hasChildNodes() || !$isElementNode(section)) return;
    let waits = false;
    for (const block of section.getChildren()) {
      if (height > seen) {
        editor.getElementByKey(block.getKey())?.setAttribute(WAITING, '');
        waits = true;
      }
      height += $heightOf(block);
    }
    // Else what follows would move up, and be laid out in its turn.
    if (waits) element.style.minBlockSize = `${$roomOf(section)}px`;
  }
}

/** Looks through the whole sheet, as `showAll` does: not for every key. @returns whether there is more. */
export function showSome(root: HTMLElement): boolean {
  const waiting = root.querySelectorAll(`[${WAITING}]`);
  show([...waiting].slice(0, STEP), root);
  return waiting.length > STEP;
}

export function showAll(root: HTMLElement): void {
  show(root.querySelectorAll(`[${WAITING}]`), root);
}

/** Shows all of what waits when this element is of it. */
export function showAround(element: Element | null, root: HTMLElement): void {
  if (element?.closest(`[${WAITING}]`)) showAll(root);
}

function show(blocks: Iterable<Element>, root: HTMLElement): void {
  for (const block of blocks) block.removeAttribute(WAITING);
  // Also of a section whose blocks were drawn anew while they waited.
  for (const section of root.querySelectorAll<HTMLElement>(':scope > [style*="min-block-size"]')) {
    if (!section.querySelector(`[${WAITING}]`)) section.style.minBlockSize = '';
  }
}
