/** Where in the element of a table's block its rows are drawn: behind the caption. */
import type { LexicalEditor, LexicalNode } from 'lexical';
import { GRID_SLOT } from './nodes.ts';

export function createTablePlace(): HTMLElement {
  const element = document.createElement('div');
  element.className = 'table-place';
  return element;
}

/** null in any element that is not that of a table's block. */
export function tablePlaceIn(element: HTMLElement): HTMLElement | null {
  return element.querySelector<HTMLElement>(':scope > .table-place');
}

/** For the editor's configuration: the slot is drawn as part of the block, not left hidden. */
export function $getSlotTargetElement(
  _host: LexicalNode,
  slot: string,
  element: HTMLElement,
  _editor: LexicalEditor,
): HTMLElement | null {
  return slot === GRID_SLOT ? tablePlaceIn(element) : null;
}
