import { expect, test } from 'vitest';
import { columnOf, lineFrom } from '../../../../renderer/reading/pages/line-step.ts';

/** Ten points to the character, lines of twenty points; a line break stands behind the last without a width. */
function boxesOf(text: string): Float32Array {
  let [column, row] = [0, 0];
  return new Float32Array(
    [...text].flatMap((character) => {
      const left = 10 * column;
      const box = [left, 20 * row, character === '\n' ? left : left + 10, 20 * row + 20];
      column = character === '\n' ? 0 : column + 1;
      if (character === '\n') row += 1;
      return box;
    }),
  );
}

const text = 'abcdef\nghi\n\njklmno';
const boxes = boxesOf(text);

test('down and up keep to the column, over a shorter line and an empty one', () => {
  const column = columnOf(boxes, 5);
  const below = lineFrom(text, boxes, 5, 1, column);
  expect(below).toBe(10);
  const last = lineFrom(text, boxes, below, 1, column);
  expect(text[last ?? 0]).toBe('o');
  expect(lineFrom(text, boxes, last, -1, column)).toBe(10);
  expect(lineFrom(text, boxes, 10, -1, column)).toBe(5);
});

test('from another page one comes to the line nearest to it; past an end there is none', () => {
  expect(lineFrom(text, boxes, null, 1, 20)).toBe(2);
  expect(lineFrom(text, boxes, null, -1, 20)).toBe(14);
  expect(lineFrom(text, boxes, 2, -1, 20)).toBeNull();
  expect(lineFrom(text, boxes, 14, 1, 20)).toBeNull();
  expect(lineFrom('', new Float32Array(), null, 1, 20)).toBeNull();
  expect(columnOf(boxes, text.length)).toBe(60);
});
