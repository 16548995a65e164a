/** Whether a caret stands in the first or last line of its cell, which only the drawn sheet knows. */

/** Less than this many pixels apart, two edges are of one line. */
const SLACK = 6;

function caretRect(): DOMRect | null {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const range = document.createRange();
  if (!selection.focusNode) return null;
  range.setStart(selection.focusNode, selection.focusOffset);
  range.collapse(true);
  const rect = range.getClientRects()[0] ?? null;
  if (rect) return rect;
  const element =
    selection.focusNode instanceof HTMLElement ? selection.focusNode : selection.focusNode.parentElement;
  return element?.getBoundingClientRect() ?? null;
}

/** True also where nothing is laid out, as without a window. */
export function isInEdgeLine(cell: HTMLElement | null, edge: 'first' | 'last'): boolean {
  const caret = cell && caretRect();
  if (!cell || !caret) return true;
  const whole = document.createRange();
  whole.selectNodeContents(cell);
  const rects = [...whole.getClientRects()].filter(({ height }) => height > 0);
  if (rects.length === 0) return true;
  return edge === 'first'
    ? caret.top <= Math.min(...rects.map(({ top }) => top)) + SLACK
    : caret.bottom >= Math.max(...rects.map(({ bottom }) => bottom)) - SLACK;
}
