/** Where the caret is drawn, in pixels of the window, for what opens beside it. */
export interface CaretPlace {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** @param root the sheet, beside which anything opens where the caret cannot be seen. */
export function caretPlace(root: HTMLElement): CaretPlace {
  const selection = root.ownerDocument.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  if (range && root.contains(range.commonAncestorContainer)) {
    const drawn = range.getBoundingClientRect();
    if (drawn.height > 0) return { left: drawn.left, top: drawn.top, bottom: drawn.bottom };
    // A caret in an empty block, or between two elements, has no box of its own.
    const { startContainer: at } = range;
    const element = at instanceof Element ? at : at.parentElement;
    const box = element?.closest('[data-block-id], .table-cell')?.getBoundingClientRect();
    if (box) return { left: box.left, top: box.top, bottom: box.bottom };
  }
  const { left, top } = root.getBoundingClientRect();
  return { left, top: Math.max(top, 0), bottom: Math.max(top, 0) + 24 };
}
