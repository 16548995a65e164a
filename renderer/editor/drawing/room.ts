/** How high a section will be, before the browser has laid it out. */
import { $isElementNode, $isTextNode, type ElementNode, type LexicalNode } from 'lexical';

/** In pixels, as `--line-height` and the space between two paragraphs in editor.css and kinds.css. */
const LINE = 24;
const BETWEEN = 14;
const PADDING = 8;
/** Letters of a full line at the usual width of the sheet. */
const LETTERS = 75;

/**
 * Of letters alone, so that a scroll bar is about right and no section is laid out because one above it was thought to
 * be short.
 * @returns in pixels.
 */
export function $roomOf(section: ElementNode): number {
  let room = PADDING;
  for (let block = section.getFirstChild(); block; block = block.getNextSibling()) room += $heightOf(block);
  return room;
}

/** @returns in pixels, of a block with the space behind it. */
export function $heightOf(block: LexicalNode): number {
  const lines = $isElementNode(block) ? Math.ceil($lettersOf(block) / LETTERS) : 1;
  return Math.max(lines, 1) * LINE + BETWEEN;
}

function $lettersOf(block: ElementNode): number {
  let letters = 0;
  for (let child = block.getFirstChild(); child; child = child.getNextSibling()) {
    if ($isTextNode(child)) letters += child.__text.length;
    else if ($isElementNode(child)) letters += $lettersOf(child);
  }
  return letters;
}
