/** From the boxes of characters (`reading.boxes`) to what is drawn over a page and laid upon it. Points. */

export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const NUMBERS = 4;

/** Nothing is drawn for a unit without height. */
function boxAt(boxes: Float32Array, unit: number): Rectangle | null {
  const at = NUMBERS * unit;
  const [left = 0, top = 0, right = 0, bottom = 0] = boxes.subarray(at, at + NUMBERS);
  return bottom > top ? { left, top, right, bottom } : null;
}

/** Whether a character goes on in the line of those before it: most of the lower of the two is beside the other. */
function isBeside(line: Rectangle, box: Rectangle): boolean {
  const shared = Math.min(line.bottom, box.bottom) - Math.max(line.top, box.top);
  return shared > 0.5 * Math.min(line.bottom - line.top, box.bottom - box.top);
}

function joined(one: Rectangle, other: Rectangle): Rectangle {
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

/**
 * Rectangles over the characters from `start` to `end`, one for each line, in the order of the text.
 * @param text of the page. @param start, end in UTF-16 units of it.
 */
export function rectanglesOf(text: string, boxes: Float32Array, start: number, end: number): Rectangle[] {
  const found: Rectangle[] = [];
  let line: Rectangle | null = null;
  for (let unit = Math.max(0, start); unit < Math.min(end, text.length); unit += 1) {
    const box = text[unit] === '\n' ? null : boxAt(boxes, unit);
    if (text[unit] === '\n' && line) {
      found.push(line);
      line = null;
    }
    if (!box) continue;
    if (line && isBeside(line, box)) line = joined(line, box);
    else {
      if (line) found.push(line);
      line = box;
    }
  }
  if (line) found.push(line);
  return found;
}

/** A word and the white space behind it. */
export interface PlacedWord {
  /** In the text of the page, in UTF-16 units. */
  readonly start: number;
  readonly text: string;
  /** Of the word itself; null where it is not drawn. */
  readonly box: Rectangle | null;
}

/** The lines of a page, each as its words; together they are the text but for the line breaks. */
export function placedLines(text: string, boxes: Float32Array | null): PlacedWord[][] {
  const lines: PlacedWord[][] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const words: PlacedWord[] = [];
    for (const match of line.matchAll(/\S+\s*|\s+/gu)) {
      const at = start + match.index;
      const [word] = match;
      const end = at + (word.trimEnd().length || word.length);
      const box = boxes ? (rectanglesOf(text, boxes, at, end).at(0) ?? null) : null;
      words.push({ start: at, text: word, box });
    }
    if (words.length > 0) lines.push(words);
    start += line.length + 1;
  }
  return lines;
}
